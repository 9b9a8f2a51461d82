package com.humantraffickingexperts.lti.launch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A verified launch about to be recorded.
 *
 * @param launch the launch as its session will see it
 * @param details what is stored beside the columns
 * @param contextPlatformId the platform's name for the context; null when it named none
 * @param nonceDigest digest of the nonce that this launch uses up
 * @param tokenDigest digest of what the platform signed
 * @param sessionDigest digest of the session's secret
 * @param sessionExpiresAt when the session ends unless it is used
 * @param seat whether the person takes a seat, where their number is limited
 */
record NewLaunch(CurrentLaunch launch, LaunchDetails details, @Nullable String contextPlatformId, String nonceDigest,
		String tokenDigest, String sessionDigest, Instant sessionExpiresAt, boolean seat) {

	NewLaunch withoutSeat() {
		return new NewLaunch(this.launch, this.details, this.contextPlatformId, this.nonceDigest, this.tokenDigest,
				this.sessionDigest, this.sessionExpiresAt, false);
	}

}
