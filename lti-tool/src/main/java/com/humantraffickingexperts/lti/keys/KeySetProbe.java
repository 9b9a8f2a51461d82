package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Looks at a platform's key set as it is now, for those who search for a fault in it. */
public interface KeySetProbe {

	/**
	 * Fetches a key set, whatever is cached. Never throws for what the platform does.
	 * @param jwksUri where the platform publishes its keys
	 * @return what was found
	 */
	KeySetReport look(URI jwksUri);

	/**
	 * What was found.
	 *
	 * @param state whether there is a key set
	 * @param status the status of the answer; null when none came
	 * @param keys the keys in it
	 * @param ahead how far the platform's clock is ahead of ours; null when it does not
	 * say
	 */
	record KeySetReport(State state, @Nullable Integer status, List<SeenKey> keys, @Nullable Duration ahead) {

		public KeySetReport {
			keys = List.copyOf(keys);
		}

	}

	/**
	 * A published key.
	 *
	 * @param kid its name; null when it has none
	 * @param type the kind of key, such as {@code RSA}
	 * @param algorithm the algorithm that it is meant for; null when it does not say
	 * @param bits its size; 0 when it is unknown
	 * @param usable whether it can verify the messages of a platform
	 */
	record SeenKey(@Nullable String kid, String type, @Nullable String algorithm, int bits, boolean usable) {
	}

	/** Whether there is a key set. */
	enum State {

		/** There is one. */
		READ,
		/** There is a key that was given by hand, and no key set. */
		GIVEN,
		/** The answer is no key set. */
		UNREADABLE,
		/** The platform answered with another status than 200. */
		REFUSED,
		/** Nothing answered. */
		UNREACHABLE,
		/** The answer did not come in time. */
		TIMEOUT,
		/** The tool may not call this address. */
		ADDRESS_REFUSED

	}

}
