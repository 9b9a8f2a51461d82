package com.humantraffickingexperts.lti.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Shows the claims of a message by name, and of their values only what is technical. What
 * also occurs in a claim about a person is masked wherever it stands.
 */
final class ClaimMask {

	private static final int LONGEST_LIST = 30;

	private static final int MOST_HEADERS = 10;

	private static final Set<String> HEADER_NAMES = Set.of("alg", "typ", "kid", "cty", "crit", "jku", "jwk", "x5t",
			"x5c", "x5u", "zip", "b64", "enc");

	private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512", "PS256", "ES256", "HS256", "none",
			"JWT");

	private static final Set<String> PERSONAL = Set.of("sub", "name", "given_name", "family_name", "middle_name",
			"nickname", "preferred_username", "profile", "picture", "website", "email", "phone_number", "address",
			TechnicalClaims.LTI + "lis", TechnicalClaims.LTI + "for_user", TechnicalClaims.LTI + "lti11_legacy_user_id",
			TechnicalClaims.LTI + "lti1p1");

	private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9_]{0,60}");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** Shorter words are too common to tell anything. */
	private static final int SHORTEST_WORD = 3;

	private final Set<String> known;

	private final Set<String> personal = new HashSet<>();

	private final int most;

	private final List<ShownClaim> shown = new ArrayList<>();

	private ClaimMask(Map<String, Object> claims, @Nullable Registration registration, int most) {
		this.known = known(registration);
		this.most = most;
		claims.forEach((name, value) -> {
			if (PERSONAL.contains(name)) {
				words(value);
			}
		});
	}

	/**
	 * Shows claims.
	 * @param claims the claims
	 * @param registration whose own names are no secrets; null when none is known
	 * @param most how many claims at most
	 * @return the claims in the order of the message
	 */
	static List<ShownClaim> of(Map<String, Object> claims, @Nullable Registration registration, int most) {
		ClaimMask mask = new ClaimMask(claims, registration, most);
		claims.forEach(mask::claim);
		return List.copyOf(mask.shown);
	}

	/**
	 * Shows the header of an id_token, which tells of nobody: how it is signed, and by
	 * which key.
	 */
	static List<ShownClaim> header(Map<String, Object> header, @Nullable Registration registration) {
		Set<String> known = known(registration);
		return header.entrySet().stream().limit(MOST_HEADERS).map((member) -> {
			String name = HEADER_NAMES.contains(member.getKey()) ? member.getKey() : null;
			String text = switch (member.getKey()) {
				case "alg", "typ" ->
					ALGORITHMS.contains(String.valueOf(member.getValue())) ? String.valueOf(member.getValue()) : null;
				case "kid" -> ClaimShape.IDENTIFIER.shown(member.getValue(), known);
				default -> null;
			};
			return (text == null) ? ShownClaim.masked(name, member.getValue()) : ShownClaim.shown(name, text);
		}).toList();
	}

	private static Set<String> known(@Nullable Registration registration) {
		Set<String> known = new HashSet<>();
		if (registration != null) {
			known.add(registration.issuer());
			known.add(registration.clientId());
			known.addAll(registration.deploymentIds());
		}
		return known;
	}

	private void claim(String name, @Nullable Object value) {
		String shownName = (TechnicalClaims.nameShown(name) || TechnicalClaims.opened(name)) ? name : null;
		if (value instanceof Map<?, ?> members && TechnicalClaims.opened(name)) {
			members.forEach((member, inner) -> member(name, String.valueOf(member), inner));
		}
		else {
			add(shownName, TechnicalClaims.shape(name), value);
		}
	}

	private void member(String claim, String member, @Nullable Object value) {
		String path = claim + "." + member;
		ClaimShape shape = TechnicalClaims.shape(path);
		boolean nameShown = shape != null || (PARAMETER.matcher(member).matches() && !tellsOfAPerson(member));
		String variable = claim.equals(TechnicalClaims.CUSTOM) ? ClaimShape.variable(value) : null;
		if (variable != null) {
			add(ShownClaim.shown(nameShown ? path : claim + ".…", variable));
		}
		else {
			add(nameShown ? path : claim + ".…", shape, value);
		}
	}

	private void add(@Nullable String name, @Nullable ClaimShape shape, @Nullable Object value) {
		if (shape != null && value instanceof Collection<?> values && !values.isEmpty()
				&& values.size() <= LONGEST_LIST) {
			values.forEach((single) -> add(single(name, shape, single)));
		}
		else {
			add(single(name, shape, value));
		}
	}

	private ShownClaim single(@Nullable String name, @Nullable ClaimShape shape, @Nullable Object value) {
		String text = (shape == null) ? null : shape.shown(value, this.known);
		return (text == null || (!closed(shape) && !this.known.contains(text) && tellsOfAPerson(text)))
				? ShownClaim.masked(name, value) : ShownClaim.shown(name, text);
	}

	/** Whether values of this look can be nothing but words of a specification. */
	private static boolean closed(@Nullable ClaimShape shape) {
		return shape != ClaimShape.IDENTIFIER && shape != ClaimShape.ADDRESS && shape != ClaimShape.ORIGIN
				&& shape != ClaimShape.MODULE;
	}

	private void add(ShownClaim claim) {
		if (this.shown.size() < this.most) {
			this.shown.add(claim);
		}
	}

	private void words(@Nullable Object value) {
		switch (value) {
			case String text -> words(text.strip().toLowerCase(Locale.ROOT));
			case Map<?, ?> members -> members.forEach((name, member) -> {
				if (!"roles".equals(name) && !String.valueOf(name).startsWith("course_")) {
					words(member);
				}
			});
			case Collection<?> values -> values.forEach(this::words);
			case null, default -> {
			}
		}
	}

	/**
	 * Of an e-mail address only what stands before its host, and of a web address nothing
	 * but the whole: the platform's own addresses lie at the same hosts.
	 */
	private void words(String lower) {
		if (lower.length() >= SHORTEST_WORD) {
			this.personal.add(lower);
		}
		if (!lower.contains("://")) {
			int at = lower.indexOf('@');
			BETWEEN_WORDS.splitAsStream((at < 0) ? lower : lower.substring(0, at))
				.filter((word) -> word.length() >= SHORTEST_WORD)
				.forEach(this.personal::add);
		}
	}

	private boolean tellsOfAPerson(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return this.personal.contains(lower)
				|| Arrays.stream(BETWEEN_WORDS.split(lower)).anyMatch(this.personal::contains);
	}

}
