package com.humantraffickingexperts.lti.roster;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What came of reading the members of a context. */
sealed interface Reading {

	/**
	 * Everybody was read.
	 *
	 * @param members the members, each person once
	 */
	record Complete(List<Listed> members) implements Reading {

		public Complete {
			members = List.copyOf(members);
		}

	}

	/**
	 * At least one page could not be read, so nothing is known of who is gone.
	 *
	 * @param problem why
	 * @param again whether the same request can succeed shortly
	 * @param notBefore how long the platform asks to wait; null when it does not say
	 */
	record Failed(RosterProblem problem, boolean again, @Nullable Duration notBefore) implements Reading {

		static Failed forGood(RosterProblem problem) {
			return new Failed(problem, false, null);
		}

	}

}
