package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.web.ToolError;

/** JSON from platforms, which may be anything. */
final class JsonAnswers {

	private static final JsonMapper JSON = JsonMapper.shared();

	private JsonAnswers() {
	}

	/**
	 * Reads a JSON object.
	 * @param text what came
	 * @param what what it should be, for the log
	 * @return the object
	 * @throws ToolError when it is none
	 */
	static JsonNode object(String text, String what) {
		try {
			JsonNode json = JSON.readTree(text);
			if (json.isObject()) {
				return json;
			}
		}
		catch (JacksonException ex) {
			// said below, without the text
		}
		throw unreadable(what);
	}

	static ToolError unreadable(String what) {
		return new ToolError(DynamicRegistrationRefusal.ANSWER_UNREADABLE, Map.of("answer", what));
	}

}
