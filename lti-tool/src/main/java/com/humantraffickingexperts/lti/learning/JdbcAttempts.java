package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/** All SQL of {@code attempt} and {@code page_view}. */
@Repository
class JdbcAttempts {

	private static final String COLUMNS = """
			select id, module_version, preview, started_at, last_item, last_question, last_launch_id,
			  moved_at, completed_at, reported_percent, updated_from from attempt
			""";

	private static final String OF_VISIT = """
			where resource_link_id = :link and user_id = :user and module_id = :module and preview = :preview
			  and reset_id = ''
			""";

	/** A pause counts no longer than this: nobody knows whether the learner was there. */
	static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

	/** Acts that follow each other so closely are counted together, with the next. */
	private static final Duration AT_ONCE = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	JdbcAttempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Attempt> find(Visit visit) {
		return ofVisit(COLUMNS + OF_VISIT, visit).query(JdbcAttempts::attempt).optional();
	}

	/**
	 * The attempt of a visit, for one transaction at a time. Has to be the first
	 * statement of its transaction: whatever is read afterwards is then as new as the
	 * lock.
	 * @param visit the visit
	 * @return the attempt, or empty when nothing was started
	 */
	Optional<Attempt> lock(Visit visit) {
		return ofVisit(COLUMNS + OF_VISIT + "for update", visit).query(JdbcAttempts::attempt).optional();
	}

	/**
	 * An attempt that counts, for one transaction at a time: as {@link #lock(Visit)},
	 * where nobody visits.
	 * @param attempt the attempt
	 * @return the attempt, or empty when it was reset
	 */
	Optional<Attempt> lock(AttemptId attempt) {
		return this.jdbc.sql(COLUMNS + "where id = :id and reset_id = '' for update")
			.param("id", attempt.value())
			.query(JdbcAttempts::attempt)
			.optional();
	}

	/**
	 * Begins an attempt, unless there is one: of two requests at the same time one begins
	 * it. Has to run outside a transaction.
	 * @param visit the visit
	 * @param now the present
	 * @return the one attempt of the visit
	 */
	Attempt findOrBegin(Visit visit, Instant now) {
		return find(visit).orElseGet(() -> {
			begin(visit, now);
			return find(visit).orElseThrow();
		});
	}

	private void begin(Visit visit, Instant now) {
		try {
			ofVisit("""
					insert into attempt (id, resource_link_id, user_id, module_id, module_version, preview, started_at,
					  active_at, active_seconds)
					values (:id, :link, :user, :module, :version, :preview, :now, :second, 0)
					""", visit).param("id", Ids.inTimeOrder(now))
				.param("version", visit.module().version())
				.param("now", Utc.of(now))
				.param("second", Utc.of(now.truncatedTo(ChronoUnit.SECONDS)))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another request of the same learner was faster: its attempt is the attempt.
		}
	}

	void moveTo(AttemptId attempt, LastPlace last) {
		this.jdbc.sql("""
				update attempt set last_item = :item, last_question = :question, last_launch_id = :launch,
				  moved_at = :at
				where id = :id
				""")
			.param("item", last.place().key())
			.param("question", last.place().question())
			.param("launch", last.launch())
			.param("at", Utc.ofNullable(last.at()))
			.param("id", attempt.value())
			.update();
	}

	/**
	 * Notes that the learner did something, and adds the time since the act before. Of an
	 * attempt from before this was counted nothing is known, and nothing is made up.
	 * Whole seconds are kept, so that nothing is lost by rounding them.
	 */
	void active(AttemptId attempt, Instant now) {
		Instant second = now.truncatedTo(ChronoUnit.SECONDS);
		this.jdbc.sql("""
				update attempt set
				  active_seconds = active_seconds + least(:longest, timestampdiff(second, active_at, :now)),
				  active_at = :now
				where id = :id and active_at <= :before
				""")
			.param("longest", LONGEST_PAUSE.toSeconds())
			.param("now", Utc.of(second))
			.param("before", Utc.of(second.minus(AT_ONCE)))
			.param("id", attempt.value())
			.update();
	}

	void complete(AttemptId attempt, Instant now) {
		this.jdbc.sql("update attempt set completed_at = :now where id = :id")
			.param("now", Utc.of(now))
			.param("id", attempt.value())
			.update();
	}

	void report(AttemptId attempt, BigDecimal percent) {
		this.jdbc.sql("update attempt set reported_percent = :percent where id = :id")
			.param("percent", percent)
			.param("id", attempt.value())
			.update();
	}

	Set<String> viewed(AttemptId attempt) {
		return new HashSet<>(this.jdbc.sql("select page_id from page_view where attempt_id = :id")
			.param("id", attempt.value())
			.query((row, number) -> Objects.requireNonNull(row.getString(1)))
			.list());
	}

	void view(AttemptId attempt, String page, Instant now) {
		this.jdbc.sql("insert into page_view (attempt_id, page_id, viewed_at) values (:id, :page, :now)")
			.param("id", attempt.value())
			.param("page", page)
			.param("now", Utc.of(now))
			.update();
	}

	private JdbcClient.StatementSpec ofVisit(String sql, Visit visit) {
		return this.jdbc.sql(sql)
			.param("link", visit.link().id().value())
			.param("user", visit.launch().user().id().value())
			.param("module", visit.module().id())
			.param("preview", visit.preview());
	}

	private static @Nullable LastPlace last(ResultSet row) throws SQLException {
		String item = row.getString("last_item");
		return (item == null) ? null : new LastPlace(new Place(item, row.getObject("last_question", Integer.class)),
				row.getString("last_launch_id"), Utc.instantOrNull(row, "moved_at"));
	}

	private static Attempt attempt(ResultSet row, int number) throws SQLException {
		return new Attempt(new AttemptId(row.getString("id")), row.getString("module_version"),
				row.getBoolean("preview"), Utc.instant(row, "started_at"), last(row),
				Utc.instantOrNull(row, "completed_at"), row.getBigDecimal("reported_percent"),
				row.getString("updated_from"));
	}

}
