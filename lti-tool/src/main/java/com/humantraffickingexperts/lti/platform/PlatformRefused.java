package com.humantraffickingexperts.lti.platform;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.network.OutboundAnswer;

/**
 * The call was refused, by the platform or by the tool itself; the same request will be
 * refused again until somebody changes something.
 *
 * @param kind who refused what
 * @param answer the platform's answer to the request, or null when it was not asked or
 * refused the token
 */
public record PlatformRefused(Kind kind, @Nullable OutboundAnswer answer) implements PlatformOutcome {

	/** Without the answer's text, which can name a person. */
	@Override
	public String toString() {
		OutboundAnswer answered = this.answer;
		return "PlatformRefused[" + this.kind + ((answered == null) ? "" : " " + answered.status()) + "]";
	}

	/** Who refused what. */
	public enum Kind {

		/** The registration is disabled; nothing was sent. */
		REGISTRATION_DISABLED,
		/** The address is not one of the platform's; nothing was sent. */
		ADDRESS_NOT_TRUSTED,
		/** The scope is neither offered by the launch nor granted by the platform. */
		SCOPE_NOT_GRANTED,
		/** The platform gave no service token. */
		TOKEN_REFUSED,
		/** The platform answered, with a status that is neither 2xx nor temporary. */
		ANSWERED

	}

}
