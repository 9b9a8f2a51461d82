package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

	private static final String DRAFT = "DRAFT";

	private final JdbcClient jdbc;

	JdbcTries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Try> of(AttemptId attempt) {
		return this.jdbc.sql("""
				select id, attempt_id, assessment_id, try_number, module_version, seed, questions, started_at,
				  submitted_at, earned, maximum, result_percent, passed, deadline, timed_out
				from assessment_try where attempt_id = :attempt order by assessment_id, try_number
				""").param("attempt", attempt.value()).query(JdbcTries::read).list();
	}

	/**
	 * Keeps a new try.
	 * @param fresh the try
	 * @param limit the minutes that everybody has for it, or null
	 */
	void insert(Try fresh, @Nullable Integer limit) {
		this.jdbc.sql("""
				insert into assessment_try (id, attempt_id, assessment_id, try_number, module_version, seed, questions,
				  started_at, deadline, limit_minutes)
				values (:id, :attempt, :assessment, :number, :version, :seed, :questions, :startedAt, :deadline, :limit)
				""")
			.param("id", fresh.id())
			.param("attempt", fresh.attempt().value())
			.param("assessment", fresh.assessment())
			.param("number", fresh.number())
			.param("version", fresh.moduleVersion())
			.param("seed", fresh.seed())
			.param("questions", String.join(SEPARATOR, fresh.questions()))
			.param("startedAt", Utc.of(fresh.startedAt()))
			.param("deadline", Utc.ofNullable(fresh.deadline()))
			.param("limit", limit)
			.update();
	}

	/** Open tries of some attempts whose time is limited. */
	List<Timed> timed(Collection<AttemptId> attempts) {
		return attempts.isEmpty() ? List.of()
				: this.jdbc.sql("""
						select id, started_at, deadline, limit_minutes from assessment_try
						where attempt_id in (:attempts) and submitted_at is null and deadline is not null
						  and limit_minutes is not null
						""")
					.param("attempts", attempts.stream().map(AttemptId::value).toList())
					.query((row, number) -> new Timed(Objects.requireNonNull(row.getString("id")),
							Utc.instant(row, "started_at"), Utc.instant(row, "deadline"), row.getInt("limit_minutes")))
					.list();
	}

	void prolong(String id, Instant deadline) {
		this.jdbc.sql("update assessment_try set deadline = :deadline where id = :id and submitted_at is null")
			.param("deadline", Utc.of(deadline))
			.param("id", id)
			.update();
	}

	void submit(String id, Result result, Instant now, boolean timedOut) {
		this.jdbc.sql("""
				update assessment_try set submitted_at = :now, earned = :earned, maximum = :maximum,
				  result_percent = :percent, passed = :passed, timed_out = :timedOut
				where id = :id
				""")
			.param("now", Utc.of(now))
			.param("earned", result.earned())
			.param("maximum", result.maximum())
			.param("percent", result.percent())
			.param("passed", result.passed())
			.param("timedOut", timedOut)
			.param("id", id)
			.update();
	}

	/** Keeps a better result of a try that was handed in. */
	void raise(String id, Result result) {
		this.jdbc.sql("""
				update assessment_try set earned = :earned, maximum = :maximum, result_percent = :percent,
				  passed = :passed
				where id = :id and submitted_at is not null and result_percent < :percent
				""")
			.param("earned", result.earned())
			.param("maximum", result.maximum())
			.param("percent", result.percent())
			.param("passed", result.passed())
			.param("id", id)
			.update();
	}

	/**
	 * Open tries whose time is up, in the order of their ids.
	 * @param from those before are left out
	 * @param until those from then on are left out
	 * @param after the id after which to go on
	 * @param most how many at once
	 * @return the tries
	 */
	List<Overdue> overdue(Instant from, Instant until, String after, int most) {
		return this.jdbc.sql("""
				select t.id, t.attempt_id, a.last_launch_id
				from assessment_try t join attempt a on a.id = t.attempt_id
				where t.submitted_at is null and t.deadline >= :from and t.deadline < :until and t.id > :after
				  and a.last_launch_id is not null and a.reset_id = ''
				order by t.id limit :most
				""")
			.param("from", Utc.of(from))
			.param("until", Utc.of(until))
			.param("after", after)
			.param("most", most)
			.query((row, number) -> new Overdue(Objects.requireNonNull(row.getString("id")),
					new AttemptId(Objects.requireNonNull(row.getString("attempt_id"))),
					Objects.requireNonNull(row.getString("last_launch_id"))))
			.list();
	}

	/**
	 * Forgets a try that can no longer be finished because its questions are gone.
	 * @param id the try
	 */
	void discard(String id) {
		this.jdbc.sql("delete from answer where try_id = :id").param("id", id).update();
		this.jdbc.sql("delete from assessment_try where id = :id").param("id", id).update();
	}

	/**
	 * Forgets the tries of an attempt that were not handed in.
	 * @param attempt the attempt
	 */
	void discardOpen(AttemptId attempt) {
		this.jdbc.sql("select id from assessment_try where attempt_id = :attempt and submitted_at is null")
			.param("attempt", attempt.value())
			.query(String.class)
			.list()
			.forEach((id) -> discard(Objects.requireNonNull(id)));
	}

	/**
	 * The number of the next try at a check, counting those by other rules too.
	 * @param attempt the attempt
	 * @param assessment the check's id
	 * @return 1 for the first
	 */
	int nextNumber(AttemptId attempt, String assessment) {
		return this.jdbc.sql("""
				select coalesce(max(try_number), 0) + 1 from assessment_try
				where attempt_id = :attempt and assessment_id = :assessment
				""").param("attempt", attempt.value()).param("assessment", assessment).query(Integer.class).single();
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
		put(id, question, stored.kind().name(), stored.text(), now);
	}

	/**
	 * Keeps what is not an answer yet, in the place of one. Everything that reads answers
	 * passes it over.
	 * @param id the try
	 * @param question the question
	 * @param draft what stands in its fields
	 * @param now the present
	 */
	void keep(String id, String question, AnswerDraft draft, Instant now) {
		put(id, question, DRAFT, draft.text(), now);
	}

	Map<String, List<String>> draft(String id, String question) {
		return this.jdbc
			.sql("select choice from answer where try_id = :id and question_id = :question and kind = :kind")
			.param("id", id)
			.param("question", question)
			.param("kind", DRAFT)
			.query((row, number) -> AnswerDraft.fields(Objects.requireNonNull(row.getString("choice"))))
			.optional()
			.orElse(Map.of());
	}

	private void put(String id, String question, String kind, String text, Instant now) {
		this.jdbc.sql("""
				insert into answer (try_id, question_id, kind, choice, saved_at)
				values (:id, :question, :kind, :choice, :now)
				on duplicate key update kind = values(kind), choice = values(choice), saved_at = values(saved_at)
				""")
			.param("id", id)
			.param("question", question)
			.param("kind", kind)
			.param("choice", text)
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
				Utc.instant(row, "started_at"), Utc.instantOrNull(row, "submitted_at"), result(row),
				Utc.instantOrNull(row, "deadline"), row.getBoolean("timed_out"));
	}

	private static @Nullable Result result(ResultSet row) throws SQLException {
		BigDecimal earned = row.getBigDecimal("earned");
		BigDecimal maximum = row.getBigDecimal("maximum");
		BigDecimal percent = row.getBigDecimal("result_percent");
		return (earned == null || maximum == null || percent == null) ? null
				: new Result(earned, maximum, percent, row.getBoolean("passed"));
	}

	/**
	 * An open try whose time is limited.
	 *
	 * @param id the try
	 * @param startedAt when it began
	 * @param deadline when it is handed in for the learner
	 * @param limit the minutes that everybody has for it
	 */
	record Timed(String id, Instant startedAt, Instant deadline, int limit) {
	}

	/**
	 * An open try whose time is up.
	 *
	 * @param id the try
	 * @param attempt its attempt
	 * @param launch the launch by which the learner was there last
	 */
	record Overdue(String id, AttemptId attempt, String launch) {
	}

}
