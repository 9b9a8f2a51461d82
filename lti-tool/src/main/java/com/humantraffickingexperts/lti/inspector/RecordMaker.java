package com.humantraffickingexperts.lti.inspector;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.launch.LaunchTrace;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * Makes the record of a login or launch, within its request: what tells of a person never
 * leaves it.
 */
@Component
class RecordMaker {

	/**
	 * Of a message that nobody signed, less is kept: it may be of a stranger's making.
	 */
	private static final int MOST_UNPROVEN = 40;

	private static final int MOST_CLAIMS = 200;

	private static final int LONGEST_FACT = 200;

	/** Facts whose values the tool itself words or knows. */
	private static final Set<String> OWN_FACTS = Set.of("registration", "claim", "detail", "parameter", "message");

	private static final Pattern ERROR_CODE = Pattern.compile("[a-z]+(_[a-z]+)*");

	private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^@\"<>]]*");

	private final ToolAddress address;

	private final Clock clock;

	RecordMaker(ToolAddress address, Clock clock) {
		this.address = address;
		this.clock = clock;
	}

	LaunchRecord accepted(HttpServletRequest request, LaunchTrace trace) {
		return record(request, trace, null, null, Map.of());
	}

	LaunchRecord refused(HttpServletRequest request, LaunchTrace trace, ToolError error, String reference) {
		return record(request, trace, error.code().code(), reference, error.facts());
	}

	private LaunchRecord record(HttpServletRequest request, LaunchTrace trace, @Nullable String code,
			@Nullable String reference, Map<String, String> facts) {
		Instant now = this.clock.instant();
		Registration registration = trace.registration();
		Map<String, Object> claims = trace.claims();
		List<LaunchStep> steps = trace.steps();
		boolean proven = steps.contains(LaunchStep.ISSUER);
		int most = proven ? MOST_CLAIMS : MOST_UNPROVEN;
		String origin = origin(request);
		MessageType type = trace.messageType();
		LaunchRecord.Details details = new LaunchRecord.Details(steps, ClaimMask.header(trace.header(), registration),
				ClaimMask.of(claims, registration, most), facts(facts), origin, trace.inStorage(),
				filled(claims.get("sub")),
				filled(claims.get("name")) || filled(claims.get("given_name")) || filled(claims.get("family_name")),
				filled(claims.get("email")), scopes(claims));
		return new LaunchRecord(Ids.inTimeOrder(now), (registration == null) ? null : registration.id(), reference,
				code == null, proven, code, steps.isEmpty() ? LaunchStep.LOGIN : steps.getLast(),
				(type == null) ? null : type.name(), framed(request, claims), frameAllowed(trace, origin),
				BrowserFamily.of(request.getHeader("User-Agent")), details, now);
	}

	private static boolean filled(@Nullable Object value) {
		return value instanceof String text && !text.isBlank();
	}

	private static List<String> scopes(Map<String, Object> claims) {
		return (claims.get(TechnicalClaims.AGS) instanceof Map<?, ?> endpoint
				&& endpoint.get("scope") instanceof List<?> scopes)
						? scopes.stream()
							.map((scope) -> ClaimShape.SCOPE.shown(scope, Set.of()))
							.filter(java.util.Objects::nonNull)
							.distinct()
							.limit(20)
							.toList()
						: List.of();
	}

	/**
	 * Browsers say so over https; over plain http the message's own word has to do.
	 */
	private static boolean framed(HttpServletRequest request, Map<String, Object> claims) {
		String destination = request.getHeader("Sec-Fetch-Dest");
		if (destination != null) {
			return "iframe".equals(destination) || "frame".equals(destination);
		}
		return claims.get(TechnicalClaims.LTI + "launch_presentation") instanceof Map<?, ?> presentation
				&& "iframe".equals(presentation.get("document_target"));
	}

	/**
	 * The page that posts the message lies at the platform, or is the tool's own step
	 * that asks the platform's storage, which the frame has shown already.
	 */
	private boolean frameAllowed(LaunchTrace trace, @Nullable String origin) {
		return origin == null || origin.equals(this.address.origin())
				|| trace.frameAncestors().stream().anyMatch((allowed) -> Origin.matches(allowed, URI.create(origin)));
	}

	private static @Nullable String origin(HttpServletRequest request) {
		String origin = request.getHeader("Origin");
		return (origin == null) ? null : Origin.of(origin);
	}

	private static Map<String, String> facts(Map<String, String> facts) {
		Map<String, String> kept = new TreeMap<>();
		facts.forEach((name, value) -> {
			String fact = fact(name, value);
			if (fact != null) {
				kept.put(name, fact);
			}
		});
		return kept;
	}

	/** What others sent is kept only when it looks like what it should be. */
	private static @Nullable String fact(String name, String value) {
		boolean safe = switch (name) {
			case "error" -> ERROR_CODE.matcher(value).matches();
			case "issuer", "client_id", "deployment" -> PLAIN.matcher(value).matches();
			default -> OWN_FACTS.contains(name) && value.indexOf('@') < 0;
		};
		return safe ? value.substring(0, Math.min(LONGEST_FACT, value.length())) : null;
	}

}
