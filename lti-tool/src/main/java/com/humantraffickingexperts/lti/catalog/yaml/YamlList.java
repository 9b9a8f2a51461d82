package com.humantraffickingexperts.lti.catalog.yaml;

import java.util.List;

/**
 * A list of values.
 *
 * @param line where it begins
 * @param items its values
 */
public record YamlList(int line, List<YamlNode> items) implements YamlNode {

	public YamlList {
		items = List.copyOf(items);
	}

}
