package com.humantraffickingexperts.lti.launch;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * An id_token as it arrived: three parts, a header and a payload of JSON. Nothing about
 * it is trusted yet.
 *
 * @param jws the parsed object
 * @param header the raw header
 * @param claims the raw payload; read by no other parser
 */
record IdToken(JWSObject jws, Map<String, Object> header, Map<String, Object> claims) {

	private static final int LONGEST = 128 * 1024;

	private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]*+");

	static IdToken parse(String text) throws LaunchRejected {
		String compact = text.strip();
		String[] parts = (compact.length() > LONGEST) ? new String[0] : compact.split("\\.", -1);
		if (parts.length != 3 || !SIGNATURE.matcher(parts[2]).matches()) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_MALFORMED, "id_token is not a compact JWT");
		}
		try {
			Map<String, Object> header = object(parts[0]);
			if (!(header.get("alg") instanceof String)) {
				throw new LaunchRejected(LaunchRefusal.TOKEN_ALGORITHM, "alg is not a text");
			}
			if (parts[2].isEmpty()) {
				throw new LaunchRejected(LaunchRefusal.TOKEN_ALGORITHM, "id_token is not signed");
			}
			IdTokenHeader.check(header);
			Map<String, Object> claims = object(parts[1]);
			return new IdToken(JWSObject.parse(compact), header, claims);
		}
		catch (ParseException | IllegalArgumentException ex) {
			throw new LaunchRejected(LaunchRefusal.TOKEN_MALFORMED, "id_token cannot be read");
		}
	}

	/**
	 * The decoder takes padding, which a compact JWT never has; the parser takes null and
	 * arrays for objects without members.
	 */
	private static Map<String, Object> object(String part) throws ParseException {
		if (part.endsWith("=")) {
			throw new ParseException("padded", 0);
		}
		String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
		if (!json.stripLeading().startsWith("{")) {
			throw new ParseException("not a JSON object", 0);
		}
		return JSONObjectUtils.parse(json);
	}

	/**
	 * What the signature covers; the same for every way to write the signature itself.
	 * @return header and payload
	 */
	String signedPart() {
		return new String(this.jws.getSigningInput(), StandardCharsets.US_ASCII);
	}

}
