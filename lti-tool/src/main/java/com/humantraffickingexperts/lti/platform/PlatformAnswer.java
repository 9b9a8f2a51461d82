package com.humantraffickingexperts.lti.platform;

import com.humantraffickingexperts.lti.network.OutboundAnswer;

/**
 * The platform answered with a 2xx status. Whether it did what was asked is for the
 * caller to judge.
 *
 * @param answer the answer
 */
public record PlatformAnswer(OutboundAnswer answer) implements PlatformOutcome {

	/** Without the answer's text, which can name a person. */
	@Override
	public String toString() {
		return "PlatformAnswer[" + this.answer.status() + "]";
	}

}
