package com.humantraffickingexperts.lti.network;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** No usable answer came from another server. */
public class OutboundFailure extends Exception {

	private final Kind kind;

	/**
	 * A failure of one exchange.
	 * @param kind why there is no answer
	 * @param uri the address, of which only the origin is kept
	 * @param cause the underlying failure, if any
	 */
	public OutboundFailure(Kind kind, URI uri, @Nullable Throwable cause) {
		super(kind + " " + uri.getScheme() + "://" + uri.getRawAuthority(), cause);
		this.kind = kind;
	}

	/**
	 * Why there is no answer.
	 * @return the kind of failure
	 */
	public Kind kind() {
		return this.kind;
	}

	/** Why there is no answer. */
	public enum Kind {

		/**
		 * The address is not one that the tool may call: wrong scheme, or a private,
		 * loopback or metadata address.
		 */
		ADDRESS_REFUSED,
		/** Nothing answered there, or the connection broke. */
		UNREACHABLE,
		/** The answer did not arrive in time. */
		TIMEOUT,
		/** The answer is larger than the request allows. */
		TOO_LARGE

	}

}
