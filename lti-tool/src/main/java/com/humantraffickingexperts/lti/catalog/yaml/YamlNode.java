package com.humantraffickingexperts.lti.catalog.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a YAML document, with its line. Asking for what is not there gives a
 * {@link YamlMissing}, never an error: a document is judged by its schema, and other
 * rules look at what there is.
 */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar, YamlMissing {

	/**
	 * Where it stands.
	 * @return the line, from 1
	 */
	int line();

	/**
	 * A field.
	 * @param key its name
	 * @return its value, or what stands for nothing
	 */
	default YamlNode get(String key) {
		return new YamlMissing(line());
	}

	/**
	 * Where a field stands.
	 * @param key its name
	 * @return the line of its name, or of this value when there is no such field
	 */
	default int lineOf(String key) {
		return line();
	}

	/**
	 * All fields.
	 * @return values by name, in the order of the document; empty unless this is a map
	 */
	default Map<String, YamlNode> fields() {
		return Map.of();
	}

	/**
	 * All items.
	 * @return values in the order of the document; empty unless this is a list
	 */
	default List<YamlNode> items() {
		return List.of();
	}

	/**
	 * A text.
	 * @return the text, or empty unless this is one
	 */
	default Optional<String> string() {
		return Optional.empty();
	}

	/**
	 * A number.
	 * @return the number, or empty unless this is one
	 */
	default Optional<BigDecimal> number() {
		return Optional.empty();
	}

	/**
	 * A truth value.
	 * @return true when this is the value {@code true}
	 */
	default boolean isTrue() {
		return false;
	}

	/**
	 * Whether nothing is said.
	 * @return true when the field is absent or null
	 */
	default boolean isNothing() {
		return false;
	}

	/**
	 * A text that has to be there.
	 * @return the text
	 */
	default String text() {
		return string().orElseThrow(() -> new IllegalStateException("no text in line " + line()));
	}

	/**
	 * All texts of a list.
	 * @return the items that are texts
	 */
	default List<String> texts() {
		return items().stream().flatMap((item) -> item.string().stream()).toList();
	}

}
