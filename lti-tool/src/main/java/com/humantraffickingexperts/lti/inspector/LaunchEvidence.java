package com.humantraffickingexperts.lti.inspector;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/** What the latest launches of a registration show about it. */
public interface LaunchEvidence {

	/**
	 * What the latest launches show.
	 * @param registration the registration
	 * @return what is known of the last 30 days
	 */
	Evidence of(RegistrationId registration);

	/**
	 * What the latest launches show.
	 *
	 * @param accepted when the newest launch was accepted; null when none was
	 * @param refused when the newest launch that the platform signed was refused; null
	 * when none was, or none since one was accepted
	 * @param refusedCode the code of that refusal, or null
	 * @param deepLinking when the platform last asked for content; null when it did not
	 * @param subjects whether the accepted launches say who the person is
	 * @param names whether names came with one of them
	 * @param emails whether e-mail addresses came with one of them
	 * @param scopes the service scopes that they offer
	 * @param frame how the newest of them in a frame was shown
	 */
	record Evidence(@Nullable Instant accepted, @Nullable Instant refused, @Nullable String refusedCode,
			@Nullable Instant deepLinking, boolean subjects, boolean names, boolean emails, Set<String> scopes,
			Frame frame) {

		public Evidence {
			scopes = Set.copyOf(scopes);
		}

	}

	/** How launches are shown. */
	enum Frame {

		/** No launch was seen. */
		UNSEEN,
		/** Only launches in windows of their own were seen. */
		WINDOW,
		/** In a frame, with a cookie. */
		COOKIE,
		/** In a frame, with the platform's storage. */
		STORAGE,
		/** In a frame of a page that may not show the tool. */
		FOREIGN

	}

}
