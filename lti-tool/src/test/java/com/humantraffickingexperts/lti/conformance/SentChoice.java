package com.humantraffickingexperts.lti.conformance;

import java.text.ParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A choice as the tool sends it to the platform, by a form on a page.
 *
 * @param page the page
 * @param form the form's tag
 * @param action where the form leads
 * @param message the signed answer
 * @param payload its claims
 */
record SentChoice(Answer page, String form, String action, JWSObject message, JsonNode payload) {

	private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";

	private static final Pattern FORM = Pattern.compile("<form[^>]*>");

	private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");

	private static final Pattern FIELD = Pattern.compile("<input[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");

	static SentChoice of(Answer page) {
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		Matcher form = found(FORM, page.body());
		Matcher field = found(FIELD, page.body());
		assertThat(field.group(1)).isEqualTo("JWT");
		String jwt = HtmlUtils.htmlUnescape(field.group(2));
		assertThat(field.find()).as("another field").isFalse();
		assertThat(page.body()).doesNotContain("name=\"_csrf\"");
		try {
			JWSObject message = JWSObject.parse(jwt);
			return new SentChoice(page, form.group(), HtmlUtils.htmlUnescape(found(ACTION, form.group()).group(1)),
					message, Json.parse(message.getPayload().toString()));
		}
		catch (ParseException ex) {
			throw new AssertionError("Not a JWS: " + jwt, ex);
		}
	}

	private static Matcher found(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new AssertionError("No " + pattern + " in " + text);
		}
		return matcher;
	}

	/** Whether a key that the tool publishes made the signature. */
	boolean signedBy(String keySet) {
		try {
			JWK key = JWKSet.parse(keySet).getKeyByKeyId(this.message.getHeader().getKeyID());
			return key != null && this.message.verify(new RSASSAVerifier(key.toRSAKey()));
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	JsonNode lti(String name) {
		return this.payload.path(Draft.CLAIM + name);
	}

	JsonNode deepLinking(String name) {
		return this.payload.path(DEEP_LINKING + name);
	}

	JsonNode items() {
		return deepLinking("content_items");
	}

}
