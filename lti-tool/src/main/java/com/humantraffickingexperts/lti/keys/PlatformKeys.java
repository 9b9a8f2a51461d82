package com.humantraffickingexperts.lti.keys;

import java.net.URI;

import com.nimbusds.jose.JWSObject;

/**
 * The public keys of platforms, fetched from their key sets and cached, or given by hand.
 */
public interface PlatformKeys {

	/**
	 * Whether a signature was made with the key that its {@code kid} names, in the key
	 * set of one platform. Only RS256 signatures can be verified. A key that was given by
	 * hand verifies under every {@code kid}.
	 * @param jwksUri where the platform publishes its keys
	 * @param signed the signed object
	 * @return what was found
	 * @throws PlatformKeysUnavailable when the key set cannot be had now
	 */
	Verification verify(URI jwksUri, JWSObject signed) throws PlatformKeysUnavailable;

	/** What came of looking at a signature. */
	enum Verification {

		/** The named key made it. */
		VALID,
		/** The named key did not make it. */
		INVALID,
		/** The platform publishes no usable key of that name. */
		UNKNOWN_KEY

	}

}
