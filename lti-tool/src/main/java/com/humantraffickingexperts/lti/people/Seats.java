package com.humantraffickingexperts.lti.people;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/**
 * The seats of registrations whose number of learners is limited. They are counted under
 * a lock of the registration, so that nobody else takes one in between.
 */
@Component
class Seats {

	private final JdbcUsers users;

	private final RegistrationStore registrations;

	private final TransactionOperations transactions;

	private final Clock clock;

	Seats(JdbcUsers users, RegistrationStore registrations, TransactionOperations transactions, Clock clock) {
		this.users = users;
		this.registrations = registrations;
		this.transactions = transactions;
		this.clock = clock;
	}

	boolean take(User user) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			RegistrationTerms terms = this.registrations.lockTerms(user.registration());
			if (this.users.seated(user.id())) {
				return true;
			}
			if (terms.seats() != null && this.users.countSeated(user.registration()) >= terms.seats()) {
				return false;
			}
			this.users.upsert(List.of(new Arrival(user, true)), this.clock.instant());
			return true;
		}));
	}

}
