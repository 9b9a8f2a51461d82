package com.humantraffickingexperts.lti.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/**
 * What the tool does with the claims of a message. The words say what is stored of each
 * kind, why and for how long: {@code console.data.<NAME>.…}.
 */
enum ClaimUse {

	/** The platform's name for the person. */
	SUBJECT("sub"),
	/** The person's name. */
	NAME("name", "given_name", "family_name", "middle_name"),
	/** The e-mail address, which is not wanted. */
	EMAIL("email"),
	/** Other facts about the person, which are not wanted. */
	PERSON("picture", "nickname", "preferred_username", "profile", "website", "phone_number", "address", "birthdate",
			"gender", "zoneinfo", Claims.LTI + "lis", Claims.LTI + "lti11_legacy_user_id", Claims.LTI + "lti1p1",
			Claims.LTI + "role_scope_mentor", Claims.LTI + "eula", "https://www.instructure.com/lti_user_id"),
	/** What the person may do in the course. */
	ROLES(Claims.LTI + "roles"),
	/** The course. */
	COURSE(Claims.LTI + "context"),
	/** The placed activity. */
	ACTIVITY(Claims.LTI + "resource_link", Claims.LTI + "target_link_uri", Claims.LTI + "custom"),
	/** Where grades and rosters are. */
	SERVICES("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
			"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
			"https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice",
			"https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"),
	/** How the platform shows the tool, and what product it is. */
	PRESENTATION(Claims.LTI + "launch_presentation", Claims.LTI + "tool_platform", "locale"),
	/** What makes the message a message: verified, then forgotten. */
	MESSAGE("iss", "aud", "azp", "exp", "iat", "nbf", "nonce", "jti", "at_hash", Claims.LTI + "message_type",
			Claims.LTI + "version", Claims.LTI + "deployment_id", Claims.LTI + "for_user"),
	/** Anything else: ignored. */
	OTHER;

	private final Set<String> claims;

	ClaimUse(String... claims) {
		this.claims = Set.of(claims);
	}

	/**
	 * The data-use card of a registration.
	 * @param seen the claims that arrived, and when they last did
	 * @param terms what was agreed, which may keep names out
	 * @return one row for each kind; rows of kinds that are not wanted only if they
	 * arrive
	 */
	static List<Row> card(Map<String, Instant> seen, RegistrationTerms terms) {
		Set<String> others = new HashSet<>(seen.keySet());
		Arrays.stream(values()).forEach((use) -> others.removeAll(use.claims));
		return Arrays.stream(values())
			.map((use) -> row(use, (use == OTHER) ? others : use.claims, seen, terms))
			.filter((row) -> row.last() != null || (row.use() != OTHER && row.use() != PERSON))
			.toList();
	}

	private static Row row(ClaimUse use, Set<String> claims, Map<String, Instant> seen, RegistrationTerms terms) {
		Set<String> arrived = new TreeSet<>(claims);
		arrived.retainAll(seen.keySet());
		Instant last = arrived.stream().map(seen::get).max(Instant::compareTo).orElse(null);
		return new Row(use, arrived.stream().map(ClaimUse::shortened).toList(), last, use.stored(terms));
	}

	private static String shortened(String claim) {
		return claim.substring(claim.lastIndexOf('/') + 1);
	}

	private boolean stored(RegistrationTerms terms) {
		return switch (this) {
			case SUBJECT, ROLES, COURSE, ACTIVITY, SERVICES, PRESENTATION -> true;
			case NAME -> !terms.pseudonymous();
			case EMAIL, PERSON, MESSAGE, OTHER -> false;
		};
	}

	/** The words about this kind: what it is, and what becomes of it. */
	public String messageKey() {
		return "console.data." + name();
	}

	/**
	 * A row of the card.
	 *
	 * @param use the kind
	 * @param claims the names of those that arrived
	 * @param last when one of them last arrived; null when none did
	 * @param stored whether anything of it is stored
	 */
	record Row(ClaimUse use, List<String> claims, @Nullable Instant last, boolean stored) {
	}

	/** Prefixes of names. */
	private static final class Claims {

		static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	}

}
