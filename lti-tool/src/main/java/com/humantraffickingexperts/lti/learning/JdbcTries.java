package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;

/**
 * All SQL of {@code assessment_try} and {@code answer}. Ids of questions never hold a
 * comma, so lists of them are stored as such.
 */
@Repository
class JdbcTries {

	private static final String SEPARATOR = ",";

	private final JdbcClient jdbc;

	JdbcTries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Try> of(AttemptId attempt) {
		return this.jdbc.sql("""
				select id, attempt_id, assessment_id, try_number, module_version, seed, questions, started_at,
				  submitted_at, earned, maximum, result_percent, passed
				from assessment_try where attempt_id = :attempt order by assessment_id, try_number
				""").param("attempt", attempt.value()).query(JdbcTries::read).list();
	}

	void insert(Try fresh) {
		this.jdbc.sql("""
				insert into assessment_try (id, attempt_id, assessment_id, try_number, module_version, seed, questions,
				  started_at)
				values (:id, :attempt, :assessment, :number, :version, :seed, :questions, :startedAt)
				""")
			.param("id", fresh.id())
			.param("attempt", fresh.attempt().value())
			.param("assessment", fresh.assessment())
			.param("number", fresh.number())
			.param("version", fresh.moduleVersion())
			.param("seed", fresh.seed())
			.param("questions", String.join(SEPARATOR, fresh.questions()))
			.param("startedAt", Utc.of(fresh.startedAt()))
			.update();
	}

	void submit(String id, Result result, Instant now) {
		this.jdbc.sql("""
				update assessment_try set submitted_at = :now, earned = :earned, maximum = :maximum,
				  result_percent = :percent, passed = :passed
				where id = :id
				""")
			.param("now", Utc.of(now))
			.param("earned", result.earned())
			.param("maximum", result.maximum())
			.param("percent", result.percent())
			.param("passed", result.passed())
			.param("id", id)
			.update();
	}

	/**
	 * Forgets a try that can no longer be finished because its questions are gone.
	 * @param id the try
	 */
	void discard(String id) {
		this.jdbc.sql("delete from answer where try_id = :id").param("id", id).update();
		this.jdbc.sql("delete from assessment_try where id = :id").param("id", id).update();
	}

	Map<String, Answer> answers(String id) {
		Map<String, Answer> answers = new HashMap<>();
		this.jdbc.sql("select question_id, kind, choice from answer where try_id = :id")
			.param("id", id)
			.query((row) -> {
				String question = Objects.requireNonNull(row.getString("question_id"));
				StoredAnswer
					.answer(Objects.requireNonNull(row.getString("kind")),
							Objects.requireNonNull(row.getString("choice")))
					.ifPresent((answer) -> answers.put(question, answer));
			});
		return answers;
	}

	void answer(String id, String question, Answer answer, Instant now) {
		StoredAnswer stored = StoredAnswer.of(answer);
		this.jdbc.sql("""
				insert into answer (try_id, question_id, kind, choice, saved_at)
				values (:id, :question, :kind, :choice, :now)
				on duplicate key update kind = values(kind), choice = values(choice), saved_at = values(saved_at)
				""")
			.param("id", id)
			.param("question", question)
			.param("kind", stored.kind().name())
			.param("choice", stored.text())
			.param("now", Utc.of(now))
			.update();
	}

	/**
	 * How many tries somebody who teaches allowed beside those of the rules.
	 * @param attempt the attempt
	 * @return the number, at each check of the module
	 */
	int extra(AttemptId attempt) {
		return this.jdbc.sql("select count(*) from extra_try where attempt_id = :attempt")
			.param("attempt", attempt.value())
			.query(Integer.class)
			.single();
	}

	private static Try read(ResultSet row, int number) throws SQLException {
		return new Try(row.getString("id"), new AttemptId(row.getString("attempt_id")), row.getString("assessment_id"),
				row.getInt("try_number"), row.getString("module_version"), row.getLong("seed"),
				StoredAnswer.split(Objects.requireNonNullElse(row.getString("questions"), "")),
				Utc.instant(row, "started_at"), Utc.instantOrNull(row, "submitted_at"), result(row));
	}

	private static @Nullable Result result(ResultSet row) throws SQLException {
		BigDecimal earned = row.getBigDecimal("earned");
		BigDecimal maximum = row.getBigDecimal("maximum");
		BigDecimal percent = row.getBigDecimal("result_percent");
		return (earned == null || maximum == null || percent == null) ? null
				: new Result(earned, maximum, percent, row.getBoolean("passed"));
	}

}
