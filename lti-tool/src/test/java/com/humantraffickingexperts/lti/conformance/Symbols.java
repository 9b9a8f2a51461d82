package com.humantraffickingexperts.lti.conformance;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.RawValue;

/** Replaces the symbolic values of the cases by real ones. */
final class Symbols {

	private static final Pattern TIME = Pattern.compile("(now|iat|login_time)(?:([+-]\\d+)s)?( as string)?");

	private static final Pattern SERIES = Pattern.compile("(.*)\\{1\\.\\.(\\d+)}");

	private final String nonce;

	private final Instant now;

	private final Instant loginTime;

	Symbols(String nonce, Instant now, Instant loginTime) {
		this.nonce = nonce;
		this.now = now;
		this.loginTime = loginTime;
	}

	/**
	 * A text that may be symbolic.
	 * @param value a text or a repetition
	 * @return the text
	 */
	static String text(JsonNode value) {
		if (value.has("repeat")) {
			return value.path("repeat").stringValue().repeat(value.path("n").intValue());
		}
		return value.isString() ? value.stringValue() : Json.write(value);
	}

	ObjectNode resolved(ObjectNode payload) {
		ObjectNode resolved = Json.object();
		payload.properties().forEach((member) -> {
			Matcher series = SERIES.matcher(member.getKey());
			if (series.matches()) {
				int last = Integer.parseInt(series.group(2));
				for (int i = 1; i <= last; i++) {
					resolved.set(series.group(1) + i, resolved(member.getValue(), payload));
				}
			}
			else {
				resolved.set(member.getKey(), resolved(member.getValue(), payload));
			}
		});
		return resolved;
	}

	private JsonNode resolved(JsonNode value, ObjectNode payload) {
		if (value instanceof ObjectNode object) {
			if (object.has("repeat")) {
				return StringNode.valueOf(text(object));
			}
			if (object.has("raw")) {
				return object.rawValueNode(new RawValue(object.path("raw").stringValue()));
			}
			return resolved(object);
		}
		if (value instanceof ArrayNode array) {
			ArrayNode resolved = array.arrayNode();
			array.forEach((item) -> resolved.add(resolved(item, payload)));
			return resolved;
		}
		return value.isString() ? resolved(value.stringValue(), payload) : value;
	}

	private JsonNode resolved(String text, ObjectNode payload) {
		if (text.equals("=state.nonce")) {
			return StringNode.valueOf(this.nonce);
		}
		Matcher time = TIME.matcher(text);
		if (!time.matches()) {
			return StringNode.valueOf(text);
		}
		long seconds = base(time.group(1), payload) + ((time.group(2) == null) ? 0 : Long.parseLong(time.group(2)));
		return (time.group(3) == null) ? payload.numberNode(seconds) : StringNode.valueOf(Long.toString(seconds));
	}

	private long base(String name, ObjectNode payload) {
		return switch (name) {
			case "login_time" -> this.loginTime.getEpochSecond();
			case "iat" -> {
				JsonNode issued = payload.path("iat");
				yield issued.isString() ? resolved(issued.stringValue(), payload).longValue() : issued.longValue();
			}
			default -> this.now.getEpochSecond();
		};
	}

}
