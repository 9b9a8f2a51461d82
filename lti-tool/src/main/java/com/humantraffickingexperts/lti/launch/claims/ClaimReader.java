package com.humantraffickingexperts.lti.launch.claims;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads members of one JSON object: strict about what is required, forgiving about
 * everything else. A null counts as absent everywhere.
 */
final class ClaimReader {

	private final Map<?, ?> members;

	ClaimReader(Map<?, ?> members) {
		this.members = members;
	}

	String required(String name, int longest) throws ClaimFault {
		Object value = this.members.get(name);
		if (value == null || "".equals(value)) {
			throw new ClaimFault(ClaimFault.Kind.MISSING, name);
		}
		if (!(value instanceof String text) || text.isBlank() || text.length() > longest || !wellFormed(text)) {
			throw new ClaimFault(ClaimFault.Kind.MALFORMED, name);
		}
		return text;
	}

	/** An object that must be there. */
	ClaimReader requiredObject(String name) throws ClaimFault {
		Object value = this.members.get(name);
		if (value == null) {
			throw new ClaimFault(ClaimFault.Kind.MISSING, name);
		}
		if (!(value instanceof Map<?, ?> object)) {
			throw new ClaimFault(ClaimFault.Kind.MALFORMED, name);
		}
		return new ClaimReader(object);
	}

	/** A list that must be there, and hold nothing but texts. */
	List<String> requiredTexts(String name) throws ClaimFault {
		Object value = this.members.get(name);
		if (value == null) {
			throw new ClaimFault(ClaimFault.Kind.MISSING, name);
		}
		if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
			throw new ClaimFault(ClaimFault.Kind.MALFORMED, name);
		}
		return list.stream().map(String.class::cast).toList();
	}

	/** A value as it came. */
	@Nullable Object value(String name) {
		return this.members.get(name);
	}

	/** Half a character has no bytes of its own: two such names would become one. */
	private static boolean wellFormed(String text) {
		return text.codePoints().noneMatch((point) -> Character.getType(point) == Character.SURROGATE);
	}

	@Nullable String text(String name) {
		return (this.members.get(name) instanceof String text && !text.isBlank()) ? text : null;
	}

	@Nullable String text(String name, int longest) {
		String text = text(name);
		return (text == null || text.length() <= longest) ? text : text.substring(0, cut(text, longest));
	}

	private static int cut(String text, int longest) {
		return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
	}

	@Nullable ClaimReader object(String name) {
		return (this.members.get(name) instanceof Map<?, ?> object) ? new ClaimReader(object) : null;
	}

	@Nullable List<?> list(String name) {
		return (this.members.get(name) instanceof List<?> list) ? list : null;
	}

	List<String> texts(String name) {
		Object value = this.members.get(name);
		if (value instanceof List<?> list) {
			return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
		}
		return (value instanceof String text) ? List.of(text.split("[,\\s]+")) : List.of();
	}

	@Nullable Boolean truth(String name) {
		return switch (this.members.get(name)) {
			case Boolean truth -> truth;
			case String text when "true".equalsIgnoreCase(text) -> Boolean.TRUE;
			case String text when "false".equalsIgnoreCase(text) -> Boolean.FALSE;
			case null, default -> null;
		};
	}

	boolean empty(String name) {
		return "".equals(this.members.get(name));
	}

	boolean has(String name) {
		return this.members.get(name) != null;
	}

}
