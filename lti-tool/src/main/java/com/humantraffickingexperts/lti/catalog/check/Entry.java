package com.humantraffickingexperts.lti.catalog.check;

import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * A question, an assessment or a scenario as it was written.
 *
 * @param file the file in which it stands
 * @param node what it says
 */
public record Entry(String file, YamlNode node) {

	/**
	 * What it is called.
	 * @return its id; empty when it has none
	 */
	public String id() {
		return this.node.get("id").string().orElse("");
	}

}
