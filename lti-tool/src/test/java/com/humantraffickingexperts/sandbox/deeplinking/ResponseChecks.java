package com.humantraffickingexperts.sandbox.deeplinking;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.oidc.Claim;
import com.humantraffickingexperts.sandbox.oidc.Launch;
import com.humantraffickingexperts.sandbox.token.ToolKeySets;

/**
 * Checks the tool's signed answer to a choice (<a href=
 * "https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-response-message">Deep
 * Linking 2.0, response message</a>), as strictly or leniently as the platform does.
 */
@Component
class ResponseChecks {

	private final CurrentManners manners;

	private final PlatformAddress address;

	private final SandboxClock clock;

	private final ToolKeySets keySets;

	private final DeepLinkingSettings settings;

	private final Set<String> nonces = ConcurrentHashMap.newKeySet();

	ResponseChecks(CurrentManners manners, PlatformAddress address, SandboxClock clock, ToolKeySets keySets,
			DeepLinkingSettings settings) {
		this.manners = manners;
		this.address = address;
		this.clock = clock;
		this.keySets = keySets;
		this.settings = settings;
	}

	DeepLinkingResponse check(String message, Launch launch) {
		SignedJWT jwt;
		JWTClaimsSet claims;
		try {
			jwt = SignedJWT.parse(message);
			claims = jwt.getJWTClaimsSet();
		}
		catch (ParseException ex) {
			return this.manners.are(Manners.MOODLE) ? new DeepLinkingResponse.Believed(List.of(), "", "")
					: disbelieved("The answer is not a signed JWT.");
		}
		if (!launch.registration().clientId().equals(claims.getIssuer())) {
			return disbelieved("The issuer of the answer is not the tool's client id.");
		}
		ToolKeySets.Check signature = this.keySets.check(jwt, launch.registration());
		if (signature != ToolKeySets.Check.GOOD) {
			return disbelieved("The signature of the answer does not hold: " + signature + ".");
		}
		String fault = fault(claims, launch);
		return (fault != null) ? disbelieved(fault) : believed(claims);
	}

	private @Nullable String fault(JWTClaimsSet claims, Launch launch) {
		Instant now = this.clock.instant();
		Date exp = claims.getExpirationTime();
		Date iat = claims.getIssueTime();
		if (exp == null || !now.isBefore(exp.toInstant())) {
			return "The answer has expired.";
		}
		if (iat == null || iat.toInstant().isAfter(now.plusSeconds(60))) {
			return "The answer was issued in the future.";
		}
		if (this.manners.are(Manners.MOODLE)) {
			return null;
		}
		if (!claims.getAudience().contains(this.address.issuer().toString())) {
			return "The audience of the answer is not this platform.";
		}
		String nonce = (claims.getClaim("nonce") instanceof String text) ? text : "";
		if (nonce.isEmpty()) {
			return "The answer has no nonce.";
		}
		if (this.manners.are(Manners.CANVAS)) {
			return null;
		}
		return faultBeyondCanvas(claims, launch, nonce);
	}

	private @Nullable String faultBeyondCanvas(JWTClaimsSet claims, Launch launch, String nonce) {
		if (this.manners.are(Manners.BLACKBOARD) && !launch.registration().clientId().equals(claims.getSubject())) {
			return "The subject of the answer is not the tool's client id.";
		}
		if (!launch.registration().deploymentId().equals(claims.getClaim(Claim.DEPLOYMENT_ID))) {
			return "The answer is for another deployment.";
		}
		if (!"LtiDeepLinkingResponse".equals(claims.getClaim(Claim.MESSAGE_TYPE))) {
			return "The answer has another message type.";
		}
		if (!"1.3.0".equals(claims.getClaim(Claim.VERSION))) {
			return "The answer has another version of LTI.";
		}
		if (!Objects.equals(this.settings.expectedData(launch), claims.getClaim(Claim.DEEP_LINKING_DATA))) {
			return "The answer does not bring back the data it was given.";
		}
		Object items = claims.getClaim(Claim.CONTENT_ITEMS);
		if (items != null && !(items instanceof List<?>)) {
			return "The content items are not a list.";
		}
		if (this.manners.are(Manners.BRIGHTSPACE) && items instanceof List<?> list
				&& list.stream().anyMatch(ResponseChecks::hasQuery)) {
			return "An item's address has a query.";
		}
		return this.nonces.add(launch.registration().clientId() + " " + nonce) ? null : "The answer was used before.";
	}

	private static boolean hasQuery(@Nullable Object item) {
		return item instanceof Map<?, ?> members && members.get("url") instanceof String url && url.contains("?");
	}

	private static DeepLinkingResponse.Believed believed(JWTClaimsSet claims) {
		List<ContentItem> items = (claims.getClaim(Claim.CONTENT_ITEMS) instanceof List<?> list)
				? list.stream().filter(Map.class::isInstance).map((item) -> ContentItem.of((Map<?, ?>) item)).toList()
				: List.of();
		return new DeepLinkingResponse.Believed(items, text(claims, "msg"), text(claims, "errormsg"));
	}

	private static String text(JWTClaimsSet claims, String name) {
		Object value = claims.getClaim("https://purl.imsglobal.org/spec/lti-dl/claim/" + name);
		return (value instanceof String text) ? text : "";
	}

	private DeepLinkingResponse.Disbelieved disbelieved(String reason) {
		return new DeepLinkingResponse.Disbelieved(switch (this.manners.get()) {
			case MOODLE -> 404;
			case BRIGHTSPACE -> 403;
			case GENERIC, CANVAS, BLACKBOARD, SAKAI -> 400;
		}, reason);
	}

}
