package com.humantraffickingexperts.sandbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON, as text.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	private Json() {
	}

	public static JsonMapper mapper() {
		return MAPPER;
	}

	public static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	/**
	 * Reads a JSON object.
	 * @param text what should be one
	 * @return its members, or null when the text is not a JSON object
	 */
	public static @Nullable Map<String, @Nullable Object> readObject(String text) {
		try {
			return (text.isBlank() || text.strip().charAt(0) != '{') ? null : MAPPER.readValue(text, OBJECT);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
