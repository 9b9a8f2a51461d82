package com.humantraffickingexperts.lti.catalog.yaml;

/**
 * What stands for a value that is not there.
 *
 * @param line the line of what should hold it
 */
public record YamlMissing(int line) implements YamlNode {

	@Override
	public boolean isNothing() {
		return true;
	}

}
