package com.humantraffickingexperts.lti.platform;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;

/** What an answer means, before anybody looks at what was asked. */
final class Answers {

	/** Canvas throttles with a 403 of this text, and without {@code Retry-After}. */
	private static final String CANVAS_THROTTLE = "Rate Limit Exceeded";

	/** Sakai says 403 where others say 401. */
	private static final List<String> TOKEN_FAULTS = List.of("invalid_token", "signature_error",
			"invalid_authorization");

	private Answers() {
	}

	static PlatformOutcome of(OutboundAnswer answer, Instant now) {
		if (answer.successful()) {
			return new PlatformAnswer(answer);
		}
		PlatformUnavailable.Kind temporary = temporary(answer);
		if (temporary != null) {
			boolean perhapsDone = temporary == PlatformUnavailable.Kind.FAILED;
			return new PlatformUnavailable(temporary, RetryAfter.of(answer, now), answer, perhapsDone);
		}
		return new PlatformRefused(PlatformRefused.Kind.ANSWERED, answer);
	}

	static PlatformOutcome of(OutboundFailure failure) {
		return switch (failure.kind()) {
			case ADDRESS_REFUSED -> new PlatformRefused(PlatformRefused.Kind.ADDRESS_NOT_TRUSTED, null);
			case UNREACHABLE -> new PlatformUnavailable(PlatformUnavailable.Kind.UNREACHABLE, null, null, true);
			case TIMEOUT -> new PlatformUnavailable(PlatformUnavailable.Kind.TIMEOUT, null, null, true);
			case TOO_LARGE -> new PlatformUnavailable(PlatformUnavailable.Kind.UNREADABLE, null, null, true);
		};
	}

	static boolean blamesTheToken(PlatformOutcome outcome) {
		if (!(outcome instanceof PlatformRefused refused) || refused.answer() == null) {
			return false;
		}
		OutboundAnswer answer = refused.answer();
		return answer.status() == 401
				|| (answer.status() == 403 && TOKEN_FAULTS.stream().anyMatch(answer.text()::contains));
	}

	private static PlatformUnavailable.@Nullable Kind temporary(OutboundAnswer answer) {
		return switch (answer.status()) {
			case 429 -> PlatformUnavailable.Kind.THROTTLED;
			case 403 -> answer.text().contains(CANVAS_THROTTLE) ? PlatformUnavailable.Kind.THROTTLED : null;
			case 408, 425 -> PlatformUnavailable.Kind.FAILED;
			default -> (answer.status() >= 500) ? PlatformUnavailable.Kind.FAILED : null;
		};
	}

}
