package com.humantraffickingexperts.sandbox.token;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;

/**
 * Checks a tool's client assertion (<a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant">Security
 * Framework 1.0, 4.1.1</a>), as strictly or leniently as the platform does.
 */
@Component
class AssertionChecks {

	private static final List<String> CLAIMS = List.of("iss", "sub", "aud", "exp", "iat", "jti");

	private final SandboxClock clock;

	private final CurrentManners manners;

	private final Registrations registrations;

	private final ToolKeySets keySets;

	private final PlatformAddress address;

	private final Map<String, Instant> used = new ConcurrentHashMap<>();

	AssertionChecks(SandboxClock clock, CurrentManners manners, Registrations registrations, ToolKeySets keySets,
			PlatformAddress address) {
		this.clock = clock;
		this.manners = manners;
		this.registrations = registrations;
		this.keySets = keySets;
		this.address = address;
	}

	/**
	 * What came of the checks.
	 *
	 * @param client the client, when it is known
	 * @param problems everything wrong, most important first
	 * @param detail more about the first problem
	 */
	record Outcome(@Nullable Registration client, List<AssertionProblem> problems, String detail) {

		static Outcome problem(AssertionProblem problem, String detail) {
			return new Outcome(null, List.of(problem), detail);
		}

	}

	/**
	 * The audience an assertion must name.
	 * @return the token endpoint, or what stands for it
	 */
	String audience() {
		return this.manners.are(Manners.BRIGHTSPACE) ? "https://api.brightspace.com/auth/token"
				: this.address.of("/oidc/token");
	}

	Outcome check(String assertion) {
		SignedJWT jwt;
		JWTClaimsSet claims;
		try {
			jwt = SignedJWT.parse(assertion);
			claims = jwt.getJWTClaimsSet();
		}
		catch (ParseException ex) {
			return Outcome.problem(AssertionProblem.MALFORMED, "");
		}
		Registration client = this.registrations.find(Objects.requireNonNullElse(claims.getSubject(), ""))
			.filter((registration) -> registration.active() || this.manners.are(Manners.MOODLE))
			.orElse(null);
		if (client == null && claims.getSubject() != null) {
			return Outcome.problem(AssertionProblem.UNKNOWN_CLIENT, "");
		}
		String missing = String.join(",", CLAIMS.stream().filter((name) -> claims.getClaim(name) == null).toList());
		if (!missing.isEmpty() && (!this.manners.are(Manners.MOODLE) || client == null)) {
			return Outcome.problem(AssertionProblem.CLAIM_MISSING, missing);
		}
		Registration known = Objects.requireNonNull(client);
		AssertionProblem signature = problem(this.keySets.check(jwt, known));
		if (signature != null) {
			return new Outcome(known, List.of(signature), "");
		}
		return new Outcome(known, problems(claims), "");
	}

	private static @Nullable AssertionProblem problem(ToolKeySets.Check check) {
		return switch (check) {
			case GOOD -> null;
			case NO_KEY_ID -> AssertionProblem.NO_KEY_ID;
			case KEYS_UNREACHABLE -> AssertionProblem.KEYS_UNREACHABLE;
			case UNKNOWN_KEY_ID -> AssertionProblem.UNKNOWN_KEY_ID;
			case WRONG_ALGORITHM, BAD_SIGNATURE -> AssertionProblem.BAD_SIGNATURE;
		};
	}

	private List<AssertionProblem> problems(JWTClaimsSet claims) {
		List<AssertionProblem> problems = new ArrayList<>();
		Manners now = this.manners.get();
		Instant time = this.clock.instant();
		Date exp = claims.getExpirationTime();
		Date iat = claims.getIssueTime();
		boolean lenient = now == Manners.MOODLE;
		if (!lenient && now != Manners.CANVAS && !Objects.equals(claims.getIssuer(), claims.getSubject())) {
			problems.add(AssertionProblem.ISSUER_NOT_CLIENT);
		}
		if (!lenient && !claims.getAudience().contains(audience())) {
			problems.add(AssertionProblem.WRONG_AUDIENCE);
		}
		if (exp != null && !time.isBefore(exp.toInstant())) {
			problems.add(AssertionProblem.EXPIRED);
		}
		if (iat != null && iat.toInstant().isAfter(time.plus(leeway(now)))) {
			problems.add(AssertionProblem.ISSUED_IN_FUTURE);
		}
		if (now == Manners.CANVAS && iat != null && iat.toInstant().isBefore(time.minusSeconds(300))) {
			problems.add(AssertionProblem.TOO_OLD);
		}
		if (now == Manners.SAKAI && exp != null && iat != null
				&& Duration.between(iat.toInstant(), exp.toInstant()).toSeconds() > 660) {
			problems.add(AssertionProblem.TOO_LONG);
		}
		if (problems.isEmpty() && !lenient && now != Manners.CANVAS && isReplay(claims, time)) {
			problems.add(AssertionProblem.REPLAYED);
		}
		return problems;
	}

	private static Duration leeway(Manners manners) {
		return switch (manners) {
			case MOODLE -> Duration.ZERO;
			case CANVAS -> Duration.ofSeconds(30);
			case GENERIC, BLACKBOARD, BRIGHTSPACE, SAKAI -> Duration.ofSeconds(60);
		};
	}

	private boolean isReplay(JWTClaimsSet claims, Instant time) {
		this.used.values().removeIf((expiry) -> expiry.isBefore(time));
		Date exp = claims.getExpirationTime();
		String name = claims.getSubject() + " " + claims.getJWTID();
		return this.used.putIfAbsent(name, (exp == null) ? time.plusSeconds(3600) : exp.toInstant()) != null;
	}

}
