package com.humantraffickingexperts.lti.registration;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The product behind a platform, as far as the tool treats it specially. */
public enum PlatformFamily {

	/** Moodle. */
	MOODLE,
	/** Canvas by Instructure. */
	CANVAS,
	/** Blackboard Learn by Anthology. */
	BLACKBOARD,
	/** Brightspace by D2L. */
	BRIGHTSPACE,
	/** Sakai. */
	SAKAI,
	/** Any other product: only what the specifications say. */
	GENERIC;

	/**
	 * The family that a platform names in its {@code tool_platform} claim or its
	 * configuration.
	 * @param code the {@code product_family_code}, or null when the platform names none
	 * @return the family, {@link #GENERIC} for any other code
	 */
	public static PlatformFamily ofCode(@Nullable String code) {
		if (code == null) {
			return GENERIC;
		}
		return switch (code.strip().toLowerCase(Locale.ROOT)) {
			case "moodle" -> MOODLE;
			case "canvas" -> CANVAS;
			case "blackboard", "blackboardlearn" -> BLACKBOARD;
			case "brightspace", "desire2learn", "d2l" -> BRIGHTSPACE;
			case "sakai", "sakailms.org" -> SAKAI;
			default -> GENERIC;
		};
	}

}
