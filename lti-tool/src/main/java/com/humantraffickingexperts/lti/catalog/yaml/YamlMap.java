package com.humantraffickingexperts.lti.catalog.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fields and their values.
 *
 * @param line where it begins
 * @param fields values by name
 * @param keyLines the line of each name
 */
public record YamlMap(int line, Map<String, YamlNode> fields, Map<String, Integer> keyLines) implements YamlNode {

	public YamlMap {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
		keyLines = Map.copyOf(keyLines);
	}

	@Override
	public YamlNode get(String key) {
		YamlNode value = this.fields.get(key);
		return (value != null) ? value : new YamlMissing(this.line);
	}

	@Override
	public int lineOf(String key) {
		return this.keyLines.getOrDefault(key, this.line);
	}

}
