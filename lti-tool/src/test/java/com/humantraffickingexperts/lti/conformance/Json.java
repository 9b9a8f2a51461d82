package com.humantraffickingexperts.lti.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON documents of the tests. */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static JsonNode resource(String name) {
		try (InputStream in = Json.class.getResourceAsStream("/" + name)) {
			if (in == null) {
				throw new IllegalArgumentException("There is no test resource " + name);
			}
			return MAPPER.readTree(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static JsonNode parse(String text) {
		return MAPPER.readTree(text);
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static ObjectNode object(String text) {
		return (ObjectNode) MAPPER.readTree(text);
	}

	static String write(JsonNode node) {
		return MAPPER.writeValueAsString(node);
	}

}
