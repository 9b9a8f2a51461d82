package com.humantraffickingexperts.lti.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes id_tokens, right ones and wrong ones. */
final class Tokens {

	private Tokens() {
	}

	static String of(Draft draft, Symbols symbols) {
		String header = (draft.rawHeader != null) ? draft.rawHeader : Json.write(symbols.resolved(draft.header));
		String payload = payload(draft, symbols);
		String input = Keys.base64(header) + "." + Keys.base64(payload);
		String token = input + "." + signature(draft, input);
		return (draft.tampered == null) ? token : tamper(token, draft.tampered);
	}

	private static String payload(Draft draft, Symbols symbols) {
		ObjectNode resolved = symbols.resolved(draft.payload);
		String normal = Json.write(resolved);
		String raw = draft.rawPayload;
		return switch (raw) {
			case null -> normal;
			case "{...\"sub\":\"a\",\"sub\":\"b\"...}" ->
				normal.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"a\",\"sub\":\"b\"");
			case "nested 20000" -> normal.substring(0, normal.length() - 1) + ",\"nested\":" + "[".repeat(20_000)
					+ "]".repeat(20_000) + "}";
			case "PHP json_encode style with \\/" -> normal.replace("/", "\\/");
			case "<inner jwt>" ->
				Keys.base64("{\"alg\":\"RS256\"}") + "." + Keys.base64(normal) + "." + Keys.base64(new byte[256]);
			default -> raw;
		};
	}

	private static String signature(Draft draft, String input) {
		byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
		@Nullable String hmacKey = draft.hmacKey;
		if (hmacKey != null) {
			return Keys.base64(Keys.hmac(hmacKey.getBytes(StandardCharsets.UTF_8), input));
		}
		if (draft.signer.equals("none")) {
			return "";
		}
		JsonNode algorithm = draft.header.path("alg");
		String signature = Keys
			.base64(Keys.sign(draft.signer, algorithm.isString() ? algorithm.stringValue() : "RS256", bytes));
		return switch (draft.signature) {
			case null -> signature;
			case "padded" -> signature + "==";
			default -> draft.signature;
		};
	}

	private static String tamper(String token, String part) {
		String[] parts = token.split("\\.", -1);
		if (part.equals("payload")) {
			String changed = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
				.replace("\"Ada\"", "\"Bda\"");
			return parts[0] + "." + Keys.base64(changed) + "." + parts[2];
		}
		byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
		signature[signature.length / 2] ^= 1;
		return parts[0] + "." + parts[1] + "." + Keys.base64(signature);
	}

}
