package com.humantraffickingexperts.lti.launch.claims;

import org.jspecify.annotations.Nullable;

/**
 * How and where the platform shows the tool: the {@code launch_presentation} claim, LTI
 * Core 1.3 section 5.4.4.
 *
 * @param documentTarget {@code iframe}, {@code frame} or {@code window}; null when the
 * platform does not say
 * @param locale the language tag that the platform asks for; null when it does not say or
 * when it is malformed
 * @param returnUrl the way back to the platform, an absolute http or https address; null
 * when there is none or when it is not such an address
 */
public record LaunchPresentation(@Nullable String documentTarget, @Nullable String locale, @Nullable String returnUrl) {

	/** The claim of a platform that says nothing. */
	public static final LaunchPresentation NONE = new LaunchPresentation(null, null, null);

}
