package com.humantraffickingexperts.lti.admin.entry;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Ids;

/**
 * How often something may be tried, counted in the database so that all nodes count
 * together and a restart forgets nothing. A row holds when the allowance will be whole
 * again (the generic cell rate algorithm); one conditional update takes from it, so two
 * nodes never give away the same attempt. All SQL of {@code sign_in_throttle}.
 */
@Repository
class JdbcThrottle {

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcThrottle(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Uses an allowance once.
	 * @param limit which allowance
	 * @param keys whose
	 * @return empty when there was something left, else how long to wait
	 */
	Optional<Duration> use(Limit limit, String... keys) {
		String id = limit.id(keys);
		long now = this.clock.millis();
		if (take(id, limit, now) || insert(id, limit, now) || take(id, limit, now)) {
			return Optional.empty();
		}
		long wholeAt = this.jdbc.sql("select free_at from sign_in_throttle where id = :id")
			.param("id", id)
			.query((row, number) -> row.getLong("free_at"))
			.optional()
			.orElse(now);
		return Optional.of(Duration.ofMillis(Math.max(1000, wholeAt - limit.tolerance() - now)));
	}

	private boolean take(String id, Limit limit, long now) {
		return this.jdbc.sql("""
				update sign_in_throttle set free_at = case when free_at > :now then free_at else :now end + :each
				where id = :id and free_at <= :latest
				""")
			.param("now", now)
			.param("each", limit.each().toMillis())
			.param("id", id)
			.param("latest", now + limit.tolerance())
			.update() == 1;
	}

	private boolean insert(String id, Limit limit, long now) {
		try {
			return this.jdbc.sql("insert into sign_in_throttle (id, free_at) values (:id, :free)")
				.param("id", id)
				.param("free", now + limit.each().toMillis())
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Makes an allowance whole again. */
	void forget(Limit limit, String... keys) {
		this.jdbc.sql("delete from sign_in_throttle where id = :id").param("id", limit.id(keys)).update();
	}

	/** Forgets allowances that are whole. */
	void forgetWhole() {
		this.jdbc.sql("delete from sign_in_throttle where free_at < :now").param("now", this.clock.millis()).update();
	}

	/** An allowance: so many at once, then one after each span of time. */
	enum Limit {

		/** Attempts to sign in to one account from one address. */
		ACCOUNT_AND_ADDRESS(5, Duration.ofMinutes(1)),
		/** Attempts to sign in to one account, from wherever. */
		ACCOUNT(30, Duration.ofMinutes(1)),
		/** Attempts to sign in from one address, to whichever account. */
		ADDRESS(30, Duration.ofSeconds(5));

		private final int atOnce;

		private final Duration each;

		Limit(int atOnce, Duration each) {
			this.atOnce = atOnce;
			this.each = each;
		}

		Duration each() {
			return this.each;
		}

		long tolerance() {
			return (this.atOnce - 1) * this.each.toMillis();
		}

		String id(String... keys) {
			return Ids.derived("throttle-" + name(), keys);
		}

	}

}
