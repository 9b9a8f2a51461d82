package com.humantraffickingexperts.lti.inspector;

import org.jspecify.annotations.Nullable;

/** Which browser a person uses, as far as it decides problems with frames and cookies. */
enum BrowserFamily {

	/** Firefox. */
	FIREFOX,
	/** Microsoft Edge. */
	EDGE,
	/** Chrome, Chromium and what is built on it. */
	CHROME,
	/** Safari, and every browser on an iPhone or iPad. */
	SAFARI,
	/** Any other, or none that says so. */
	OTHER;

	/**
	 * The family that a {@code User-Agent} names; the rest of the header is not kept.
	 */
	static BrowserFamily of(@Nullable String userAgent) {
		if (userAgent == null) {
			return OTHER;
		}
		if (userAgent.contains("iPhone") || userAgent.contains("iPad")) {
			return SAFARI;
		}
		if (userAgent.contains("Firefox/")) {
			return FIREFOX;
		}
		if (userAgent.contains("Edg/")) {
			return EDGE;
		}
		if (userAgent.contains("Chrome/")) {
			return CHROME;
		}
		return userAgent.contains("Safari/") ? SAFARI : OTHER;
	}

}
