package com.humantraffickingexperts.lti.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody entered into a form, with what is wrong about it. Nothing that was
 * entered is lost when the form is shown again.
 */
final class ConsoleForm {

	private final MultiValueMap<String, String> values;

	private final Map<String, Problem> problems = new LinkedHashMap<>();

	private final Map<String, String> meanwhile = new LinkedHashMap<>();

	private ConsoleForm(MultiValueMap<String, String> values) {
		this.values = values;
	}

	static ConsoleForm of(MultiValueMap<String, String> sent) {
		return new ConsoleForm(new LinkedMultiValueMap<>(sent));
	}

	static ConsoleForm empty() {
		return new ConsoleForm(new LinkedMultiValueMap<>());
	}

	/** What was entered, without blanks around it. */
	public String text(String field) {
		return Objects.requireNonNullElse(this.values.getFirst(field), "").strip();
	}

	@Nullable String textOrNull(String field) {
		String text = text(field);
		return text.isEmpty() ? null : text;
	}

	/** What was entered on separate lines, or ticked. */
	public List<String> all(String field) {
		return this.values.getOrDefault(field, List.of())
			.stream()
			.flatMap(String::lines)
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.distinct()
			.toList();
	}

	/** The same, as a field of several lines shows it. */
	public String lines(String field) {
		return String.join("\n", this.values.getOrDefault(field, List.of())).strip();
	}

	public boolean ticked(String field) {
		return this.values.containsKey(field);
	}

	Set<String> fields() {
		return this.values.keySet();
	}

	ConsoleForm put(String field, @Nullable String value) {
		if (value != null) {
			this.values.set(field, value);
		}
		return this;
	}

	ConsoleForm putAll(String field, Iterable<String> values) {
		values.forEach((value) -> this.values.add(field, value));
		return this;
	}

	/** Shows a field empty again: what was entered is nobody's to see. */
	void forget(String field) {
		this.values.remove(field);
	}

	void wrong(String field, String messageKey, Object... arguments) {
		this.problems.putIfAbsent(field, new Problem(messageKey, List.of(arguments)));
	}

	/** What somebody else stored in this field while the form was open. */
	void meanwhile(String field, String value) {
		this.meanwhile.put(field, value);
	}

	public Map<String, Problem> problems() {
		return this.problems;
	}

	/** What is wrong with a field; null when nothing is. */
	public @Nullable Problem problem(String field) {
		return this.problems.get(field);
	}

	/** What somebody else stored in a field; null when that does not differ. */
	public @Nullable String stored(String field) {
		return this.meanwhile.get(field);
	}

	/** Whether something is said about one of some fields. */
	public boolean speaksOf(String... fields) {
		return Arrays.stream(fields)
			.anyMatch((field) -> this.problems.containsKey(field) || this.meanwhile.containsKey(field));
	}

	/**
	 * What is said about a field.
	 * @param field the field
	 * @param hint whether there is a hint
	 * @return the ids of the sentences, or null when there are none
	 */
	public @Nullable String describedBy(String field, boolean hint) {
		StringJoiner ids = new StringJoiner(" ");
		if (hint) {
			ids.add(field + "-hint");
		}
		if (this.meanwhile.containsKey(field)) {
			ids.add(field + "-meanwhile");
		}
		if (this.problems.containsKey(field)) {
			ids.add(field + "-problem");
		}
		return (ids.length() == 0) ? null : ids.toString();
	}

	boolean right() {
		return this.problems.isEmpty();
	}

	/**
	 * What is wrong with a field.
	 *
	 * @param messageKey the key of the sentence that says how to mend it
	 * @param arguments what stands in it
	 */
	record Problem(String messageKey, List<Object> arguments) {
	}

}
