package com.humantraffickingexperts.lti.console;

import java.time.Instant;

import com.humantraffickingexperts.lti.console.RegistrationPanel.Kind;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/** How a registration is, in one word; the first that is true. */
enum RegistrationStatus {

	/** Waits for an operator. */
	PENDING(Kind.CARE),
	/** Switched off. */
	DISABLED(Kind.PLAIN),
	/** Its last day has passed. */
	ENDED(Kind.FAILED),
	/** Its first day is still to come. */
	NOT_BEGUN(Kind.CARE),
	/** No further learner can come in. */
	FULL(Kind.FAILED),
	/** A deployment waits for approval, so that some launches are held. */
	WAITING(Kind.CARE),
	/** Launches are accepted. */
	ENABLED(Kind.GOOD);

	private final Kind kind;

	RegistrationStatus(Kind kind) {
		this.kind = kind;
	}

	static RegistrationStatus of(ManagedRegistration managed, Instant now, int seatsTaken, long waiting) {
		if (managed.state() == RegistrationState.PENDING) {
			return PENDING;
		}
		if (managed.state() == RegistrationState.DISABLED) {
			return DISABLED;
		}
		RegistrationTerms terms = managed.registration().terms();
		if (!terms.inForce(now)) {
			boolean begun = terms.validFrom() == null || !now.isBefore(terms.validFrom());
			return begun ? ENDED : NOT_BEGUN;
		}
		if (terms.seats() != null && seatsTaken >= terms.seats()) {
			return FULL;
		}
		return (waiting > 0) ? WAITING : ENABLED;
	}

	/**
	 * The mark that the pages show.
	 * @return the class of {@code admin/parts :: status}
	 */
	public String mark() {
		return this.kind.mark();
	}

	/**
	 * The words beside it.
	 * @return the key of a message
	 */
	public String messageKey() {
		return "console.status." + name();
	}

}
