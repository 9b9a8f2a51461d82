package com.humantraffickingexperts.lti.learning;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.catalog.Scenario.End;
import com.humantraffickingexperts.lti.database.Utc;

/**
 * All SQL of {@code scenario_walk}. Ids of choices never hold a comma, so ways are stored
 * as lists of them.
 */
@Repository
class JdbcWalks {

	private final JdbcClient jdbc;

	JdbcWalks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The latest way through a scenario, begun or not.
	 * @param attempt the attempt
	 * @param scenario the scenario's id
	 * @return the way; the first one, without a step, when there is none
	 */
	Latest latest(AttemptId attempt, String scenario) {
		return this.jdbc.sql("""
				select walk_number, choices from scenario_walk
				where attempt_id = :attempt and scenario_id = :scenario
				order by walk_number desc limit 1
				""")
			.param("attempt", attempt.value())
			.param("scenario", scenario)
			.query((row, number) -> new Latest(row.getInt("walk_number"),
					StoredAnswer.split(Objects.requireNonNullElse(row.getString("choices"), ""))))
			.optional()
			.orElse(new Latest(1, List.of()));
	}

	void save(AttemptId attempt, String scenario, Latest walk, @Nullable End end, Instant now) {
		this.jdbc.sql("""
				insert into scenario_walk (attempt_id, scenario_id, walk_number, choices, moved_at, ended_at, outcome)
				values (:attempt, :scenario, :number, :choices, :now, :endedAt, :outcome)
				on duplicate key update choices = values(choices), moved_at = values(moved_at),
				  ended_at = values(ended_at), outcome = values(outcome)
				""")
			.param("attempt", attempt.value())
			.param("scenario", scenario)
			.param("number", walk.number())
			.param("choices", String.join(",", walk.choices()))
			.param("now", Utc.of(now))
			.param("endedAt", (end == null) ? null : Utc.of(now))
			.param("outcome", (end == null) ? null : end.outcome().name())
			.update();
	}

	/**
	 * The scenarios that were walked through to an end, whichever.
	 * @param attempt the attempt
	 * @return ids of scenarios
	 */
	Set<String> ended(AttemptId attempt) {
		return new HashSet<>(this.jdbc
			.sql("select distinct scenario_id from scenario_walk where attempt_id = :id and ended_at is not null")
			.param("id", attempt.value())
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list());
	}

	/**
	 * A way through a scenario.
	 *
	 * @param number which way, from 1
	 * @param choices the ids of the choices, from the start
	 */
	record Latest(int number, List<String> choices) {
	}

}
