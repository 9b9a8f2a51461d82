package com.humantraffickingexperts.lti.catalog.yaml;

import java.math.BigDecimal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML as JSON, for JSON Schema. */
public final class JsonNodes {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private JsonNodes() {
	}

	/**
	 * The same data as JSON.
	 * @param node any value
	 * @return the JSON value
	 */
	public static JsonNode of(YamlNode node) {
		return switch (node) {
			case YamlMap map -> {
				ObjectNode object = JSON.objectNode();
				map.fields().forEach((key, value) -> object.set(key, of(value)));
				yield object;
			}
			case YamlList list -> {
				ArrayNode array = JSON.arrayNode();
				list.items().forEach((item) -> array.add(of(item)));
				yield array;
			}
			case YamlScalar scalar -> of(scalar);
			case YamlMissing _ -> JSON.nullNode();
		};
	}

	private static JsonNode of(YamlScalar scalar) {
		return switch (scalar.value()) {
			case null -> JSON.nullNode();
			case Boolean truth -> JSON.booleanNode(truth);
			case BigDecimal number when number.scale() == 0 -> JSON.numberNode(number.longValueExact());
			case BigDecimal number -> JSON.numberNode(number);
			case Object text -> JSON.stringNode(text.toString());
		};
	}

}
