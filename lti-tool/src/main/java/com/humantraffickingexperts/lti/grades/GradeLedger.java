package com.humantraffickingexperts.lti.grades;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * What became of every grade: for the pages of operators and instructors. It knows
 * learners by their {@code UserId} only, and asks nobody who may see what; whoever asks
 * has to.
 */
public interface GradeLedger {

	/** So many grades are on one page. */
	int ON_A_PAGE = 50;

	/**
	 * The grades of a platform, the last changed first.
	 * @param registration the platform
	 * @param filter which of them
	 * @param page counts from zero
	 * @return at most one more than {@link #ON_A_PAGE}: the last of them says that there
	 * is a further page
	 */
	List<LedgerEntry> find(RegistrationId registration, LedgerFilter filter, int page);

	/**
	 * One grade with its history.
	 * @param registration the platform
	 * @param score the grade
	 * @return empty when there is no such grade at this platform
	 */
	Optional<LedgerPage> find(RegistrationId registration, ScoreId score);

	/**
	 * How many grades are in which state.
	 * @param registration the platform
	 * @return the counts
	 */
	Counts counts(RegistrationId registration);

	/**
	 * Whether the platform is called.
	 * @param registration the platform
	 * @return how its lane is
	 */
	LaneStatus lane(RegistrationId registration);

	/**
	 * Sends a grade once more, with a new timestamp.
	 * @param registration the platform
	 * @param score the grade
	 * @return false when there is none, when it is on its way anyhow, and when a teacher
	 * decided otherwise
	 */
	boolean resend(RegistrationId registration, ScoreId score);

	/**
	 * Sends the grades of some people in one resource link once more, as one by one.
	 * @param registration the platform
	 * @param link the resource link
	 * @param users the people
	 * @return how many grades; left out are those that are on their way anyhow, and those
	 * that a teacher decided otherwise
	 */
	int resend(RegistrationId registration, ResourceLinkId link, Set<UserId> users);

	/**
	 * Sends everything once more that could not be delivered to a platform.
	 * @param registration the platform
	 * @return how many grades
	 */
	int resend(RegistrationId registration);

	/** Which grades are asked for. */
	enum LedgerFilter {

		/** All of them. */
		ALL,
		/** Those that are on their way. */
		OWED,
		/** Those that cannot be delivered as things are. */
		REFUSED,
		/** Those that the platform has confirmed. */
		SENT,
		/** Those that the gradebook held otherwise when it was last read. */
		DRIFTED

	}

	/**
	 * How many grades are in which state.
	 *
	 * @param states how many in each state; absent for none
	 * @param drifted how many the gradebook holds otherwise
	 */
	record Counts(Map<DeliveryState, Long> states, long drifted) {

		public Counts {
			states = Map.copyOf(states);
		}

		/**
		 * How many are in a state.
		 * @param state the state
		 * @return the number
		 */
		public long of(DeliveryState state) {
			return this.states.getOrDefault(state, 0L);
		}

		/**
		 * How many are on their way.
		 * @return the number of those that wait and those that are tried again
		 */
		public long owed() {
			return of(DeliveryState.WAITING) + of(DeliveryState.RETRYING);
		}

		/**
		 * How many there are.
		 * @return the sum of all states
		 */
		public long all() {
			return this.states.values().stream().mapToLong(Long::longValue).sum();
		}

	}

	/**
	 * Whether a platform is called.
	 *
	 * @param openedAt since when only one call at a time probes whether it is back; null
	 * while all is well
	 * @param reason why the last call failed, or null
	 * @param pausedUntil when the next call is made; null for at once
	 */
	record LaneStatus(@Nullable Instant openedAt, @Nullable DeliveryReason reason, @Nullable Instant pausedUntil) {
	}

	/**
	 * A grade and its history.
	 *
	 * @param entry the grade
	 * @param events what happened, newest first
	 */
	record LedgerPage(LedgerEntry entry, List<ScoreEvent> events) {

		public LedgerPage {
			events = List.copyOf(events);
		}

	}

}
