package com.humantraffickingexperts.sandbox.token;

/**
 * What can be wrong with a client assertion.
 */
enum AssertionProblem {

	/** It is not a signed JWT. */
	MALFORMED,
	/** Its subject is no client of ours. */
	UNKNOWN_CLIENT,
	/** A claim is missing; the detail names it. */
	CLAIM_MISSING,
	/** Its issuer is not its subject. */
	ISSUER_NOT_CLIENT,
	/** Its header names no key. */
	NO_KEY_ID,
	/** It names a key that the tool does not publish. */
	UNKNOWN_KEY_ID,
	/** The tool's keys cannot be fetched. */
	KEYS_UNREACHABLE,
	/** The signature or its algorithm is wrong. */
	BAD_SIGNATURE,
	/** It is not meant for this platform. */
	WRONG_AUDIENCE,
	/** It has expired. */
	EXPIRED,
	/** It was issued in the future. */
	ISSUED_IN_FUTURE,
	/** It was issued too long ago. */
	TOO_OLD,
	/** It is good for too long. */
	TOO_LONG,
	/** It was used before. */
	REPLAYED

}
