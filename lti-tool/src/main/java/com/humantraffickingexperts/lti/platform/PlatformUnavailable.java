package com.humantraffickingexperts.lti.platform;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.network.OutboundAnswer;

/**
 * The platform cannot answer now; the same request can succeed later.
 *
 * @param kind why
 * @param retryAfter how long the platform asks to wait, or null when it does not say
 * @param answer the answer, or null when none came
 * @param perhapsDone whether the platform may have done what was asked although no good
 * answer came
 */
public record PlatformUnavailable(Kind kind, @Nullable Duration retryAfter, @Nullable OutboundAnswer answer,
		boolean perhapsDone) implements PlatformOutcome {

	/** Without the answer's text, which can name a person. */
	@Override
	public String toString() {
		OutboundAnswer answered = this.answer;
		return "PlatformUnavailable[" + this.kind + ((answered == null) ? "" : " " + answered.status()) + "]";
	}

	/** Why a platform cannot answer now. */
	public enum Kind {

		/** Nothing answered, or the connection broke. */
		UNREACHABLE,
		/** The answer did not come in time. */
		TIMEOUT,
		/** The platform asks to slow down. */
		THROTTLED,
		/** The platform failed: 5xx. */
		FAILED,
		/** The answer cannot be understood, for instance a maintenance page. */
		UNREADABLE

	}

}
