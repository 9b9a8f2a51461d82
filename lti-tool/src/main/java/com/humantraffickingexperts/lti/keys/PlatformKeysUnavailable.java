package com.humantraffickingexperts.lti.keys;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** A platform's keys cannot be fetched now, and none that may still be used are known. */
public class PlatformKeysUnavailable extends Exception {

	/**
	 * The keys of one platform are missing.
	 * @param jwksUri where they should be
	 * @param reason what went wrong, for the log
	 * @param cause the underlying failure, if any
	 */
	public PlatformKeysUnavailable(URI jwksUri, String reason, @Nullable Throwable cause) {
		super(jwksUri + ": " + reason, cause);
	}

}
