package com.humantraffickingexperts.lti.grades;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** Takes up lanes: one node at a time works on each. */
@Component
class ScoreLanes {

	/** A node that ended no longer holds its lanes after so long. */
	static final Duration HELD = Duration.ofSeconds(15);

	private final JdbcLanes lanes;

	private final JdbcScores scores;

	private final JdbcScoreEvents events;

	private final ScorePublisher publisher;

	private final TransactionOperations transactions;

	private final GradesSettings settings;

	private final Backoff backoff;

	private final SharedTime time;

	ScoreLanes(JdbcLanes lanes, JdbcScores scores, JdbcScoreEvents events, ScorePublisher publisher,
			TransactionOperations transactions, GradesSettings settings, Backoff backoff, SharedTime time) {
		this.lanes = lanes;
		this.scores = scores;
		this.events = events;
		this.publisher = publisher;
		this.transactions = transactions;
		this.settings = settings;
		this.backoff = backoff;
		this.time = time;
	}

	/**
	 * Delivers what is due at a platform until nothing is left, or until the platform
	 * asks for a pause.
	 * @param stop whether to come to an end
	 */
	void work(RegistrationId registration, BooleanSupplier stop) {
		Claim hold = Claim.of(this.time.instant(), HELD);
		this.lanes.acquire(registration, hold).ifPresent((lane) -> {
			Circuit circuit = new Circuit(lane, this.settings);
			try {
				new LaneWork(this, circuit, hold, stop).run();
			}
			finally {
				this.lanes.release(circuit.lane(), hold.by(), this.time.instant());
			}
		});
	}

	JdbcLanes lanes() {
		return this.lanes;
	}

	JdbcScores scores() {
		return this.scores;
	}

	JdbcScoreEvents events() {
		return this.events;
	}

	ScorePublisher publisher() {
		return this.publisher;
	}

	TransactionOperations transactions() {
		return this.transactions;
	}

	GradesSettings settings() {
		return this.settings;
	}

	Backoff backoff() {
		return this.backoff;
	}

	SharedTime time() {
		return this.time;
	}

}
