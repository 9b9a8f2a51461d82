package com.humantraffickingexperts.lti.inspector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The claims whose values decide whether a launch works, and what such a value looks
 * like. Everything that is not listed here is masked.
 */
final class TechnicalClaims {

	static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

	static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

	static final String GROUPS = "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice";

	static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

	static final String CUSTOM = LTI + "custom";

	/** Names of claims that are standard, whatever their values. */
	private static final Set<String> STANDARD_NAMES = Set.of("sub", "name", "given_name", "family_name", "middle_name",
			"nickname", "preferred_username", "profile", "picture", "website", "email", "email_verified", "gender",
			"birthdate", "zoneinfo", "phone_number", "phone_number_verified", "address", "updated_at", "nonce", "jti",
			"auth_time", "acr", "amr", "at_hash", "sid", "errors");

	private static final Pattern VENDOR_NAME = Pattern
		.compile("https?://(purl\\.imsglobal\\.org|www\\.imsglobal\\.org|www\\.instructure\\.com|"
				+ "canvas\\.instructure\\.com|blackboard\\.com|www\\.brightspace\\.com|www\\.sakailms\\.org|"
				+ "sakaiproject\\.org|moodle\\.org)/[a-z0-9/_.-]{1,120}");

	private static final Map<String, ClaimShape> SHAPES = shapes();

	private TechnicalClaims() {
	}

	private static Map<String, ClaimShape> shapes() {
		Map<String, ClaimShape> shapes = new LinkedHashMap<>();
		shapes.put("iss", ClaimShape.ADDRESS);
		shapes.put("aud", ClaimShape.IDENTIFIER);
		shapes.put("azp", ClaimShape.IDENTIFIER);
		shapes.put("exp", ClaimShape.TIME);
		shapes.put("iat", ClaimShape.TIME);
		shapes.put("nbf", ClaimShape.TIME);
		shapes.put("locale", ClaimShape.LOCALE);
		shapes.put(LTI + "message_type", ClaimShape.MESSAGE);
		shapes.put(LTI + "version", ClaimShape.VERSION);
		shapes.put(LTI + "deployment_id", ClaimShape.IDENTIFIER);
		shapes.put(LTI + "target_link_uri", ClaimShape.ADDRESS);
		shapes.put(LTI + "roles", ClaimShape.ROLE);
		shapes.put(LTI + "context.id", ClaimShape.IDENTIFIER);
		shapes.put(LTI + "context.type", ClaimShape.ROLE);
		shapes.put(LTI + "resource_link.id", ClaimShape.IDENTIFIER);
		shapes.put(LTI + "launch_presentation.document_target", ClaimShape.TARGET);
		shapes.put(LTI + "launch_presentation.locale", ClaimShape.LOCALE);
		shapes.put(LTI + "launch_presentation.return_url", ClaimShape.ORIGIN);
		shapes.put(LTI + "launch_presentation.width", ClaimShape.NUMBER);
		shapes.put(LTI + "launch_presentation.height", ClaimShape.NUMBER);
		shapes.put(LTI + "tool_platform.product_family_code", ClaimShape.PRODUCT);
		shapes.put(LTI + "tool_platform.version", ClaimShape.VERSION);
		shapes.put(CUSTOM + ".module", ClaimShape.MODULE);
		shapes.put(AGS + ".scope", ClaimShape.SCOPE);
		shapes.put(AGS + ".lineitem", ClaimShape.ADDRESS);
		shapes.put(AGS + ".lineitems", ClaimShape.ADDRESS);
		shapes.put(NRPS + ".context_memberships_url", ClaimShape.ADDRESS);
		shapes.put(NRPS + ".service_versions", ClaimShape.VERSION);
		shapes.put(GROUPS + ".scope", ClaimShape.SCOPE);
		shapes.put(GROUPS + ".context_groups_url", ClaimShape.ADDRESS);
		shapes.put(GROUPS + ".context_group_sets_url", ClaimShape.ADDRESS);
		shapes.put(GROUPS + ".service_versions", ClaimShape.VERSION);
		shapes.put(DEEP_LINKING + ".deep_link_return_url", ClaimShape.ORIGIN);
		shapes.put(DEEP_LINKING + ".accept_types", ClaimShape.CONTENT);
		shapes.put(DEEP_LINKING + ".accept_presentation_document_targets", ClaimShape.TARGET);
		shapes.put(DEEP_LINKING + ".accept_multiple", ClaimShape.TRUTH);
		shapes.put(DEEP_LINKING + ".accept_lineitem", ClaimShape.TRUTH);
		shapes.put(DEEP_LINKING + ".auto_create", ClaimShape.TRUTH);
		return Map.copyOf(shapes);
	}

	/**
	 * What the value at a path looks like when it may be shown.
	 * @return null for a value that is always masked
	 */
	static @Nullable ClaimShape shape(String path) {
		return SHAPES.get(path);
	}

	/** Whether members of the claim of this name are looked at one by one. */
	static boolean opened(String claim) {
		return claim.equals(CUSTOM) || SHAPES.keySet().stream().anyMatch((path) -> path.startsWith(claim + "."));
	}

	/** Whether the name of a claim can be shown: names can be of anybody's making too. */
	static boolean nameShown(String claim) {
		return STANDARD_NAMES.contains(claim) || SHAPES.containsKey(claim) || VENDOR_NAME.matcher(claim).matches();
	}

}
