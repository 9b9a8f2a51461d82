package com.humantraffickingexperts.lti.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One change, as it is recorded.
 *
 * @param action a stable key such as {@code registration.disabled}, worded for people by
 * the message {@code audit.action.<action>}
 * @param subject what was changed
 * @param institutionId the institution whose administrators may read of it, or null when
 * only operators may
 * @param before the fields that changed, as they were; empty for something new
 * @param after the fields that changed, as they are; empty for something that is gone
 */
public record AuditedChange(String action, AuditSubject subject, @Nullable String institutionId,
		Map<String, String> before, Map<String, String> after) {

	private static final Pattern ACTION = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

	private static final Pattern SECRET = Pattern.compile("(?i)password|secret|token|private.?key|.*(password|secret)");

	/**
	 * A change.
	 * @throws IllegalArgumentException when the action is not a stable key, or when a
	 * field's name says that its value is a secret
	 */
	public AuditedChange {
		if (!ACTION.matcher(action).matches()) {
			throw new IllegalArgumentException("not an action: " + action);
		}
		Stream.concat(before.keySet().stream(), after.keySet().stream())
			.filter((field) -> SECRET.matcher(field).matches())
			.findFirst()
			.ifPresent((field) -> {
				throw new IllegalArgumentException("secrets are not recorded: " + field);
			});
		before = new TreeMap<>(before);
		after = new TreeMap<>(after);
	}

	/**
	 * A change without fields, that only operators read of.
	 * @param action the stable key
	 * @param subject what was changed
	 * @return the change
	 */
	public static AuditedChange of(String action, AuditSubject subject) {
		return new AuditedChange(action, subject, null, Map.of(), Map.of());
	}

	/**
	 * The same change, readable by an institution's administrators too.
	 * @param institution the institution's id, or null for operators only
	 * @return a copy
	 */
	public AuditedChange in(@Nullable String institution) {
		return new AuditedChange(this.action, this.subject, institution, this.before, this.after);
	}

	/**
	 * The same change with the fields that changed.
	 * @param fieldsBefore field to value, as it was
	 * @param fieldsAfter field to value, as it is; what is equal in both is left out
	 * @return a copy
	 */
	public AuditedChange changing(Map<String, String> fieldsBefore, Map<String, String> fieldsAfter) {
		return new AuditedChange(this.action, this.subject, this.institutionId, without(fieldsBefore, fieldsAfter),
				without(fieldsAfter, fieldsBefore));
	}

	private static Map<String, String> without(Map<String, String> fields, Map<String, String> others) {
		Map<String, String> different = new TreeMap<>(fields);
		different.entrySet().removeIf((field) -> field.getValue().equals(others.get(field.getKey())));
		return different;
	}

}
