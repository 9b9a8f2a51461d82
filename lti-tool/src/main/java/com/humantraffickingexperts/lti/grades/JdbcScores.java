package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Rows;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code score}, except what pages read. */
@Repository
class JdbcScores {

	/** So many digits of points are kept, and compared. */
	private static final int DIGITS = 6;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	JdbcScores(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** The points as they are stored. */
	static Points stored(Points points) {
		return new Points(stored(points.given()), stored(points.maximum()));
	}

	private static BigDecimal stored(BigDecimal number) {
		return number.setScale(DIGITS, RoundingMode.HALF_UP);
	}

	/**
	 * Locks the row until the transaction ends, having inserted it if need be. The upsert
	 * locks exclusively at once on every database, so two transactions queue up instead
	 * of running into a deadlock, and the second one sees what the first one wrote.
	 * @param first what the row would begin with
	 * @return what is stored, or null when nothing was owed before
	 */
	@Nullable OwedScore lock(OwedScore first, AttemptId attempt, UserId user, Instant now) {
		Gradebook gradebook = first.gradebook();
		this.jdbc.sql("""
				insert into score (id, revision, attempt_id, user_id, subject, registration_id, deployment_id, family,
				  resource_link_id, platform_link_id, title, scopes, line_item, line_items, module, module_version,
				  given, maximum, completed_at, score_timestamp, owed_at, state, attempts, unsure, created_at,
				  updated_at)
				values (:id, 0, :attempt, :user, :subject, :registration, :deployment, :family, :link, :platformLink,
				  :title, :scopes, :lineItem, :lineItems, :module, :version, :given, :maximum, :completedAt,
				  :timestamp, :now, 'WAITING', 0, false, :now, :now)
				on duplicate key update updated_at = values(updated_at)
				""")
			.param("id", first.revision().score().value())
			.param("attempt", attempt.value())
			.param("user", user.value())
			.param("subject", first.subject())
			.param("registration", gradebook.registration().value())
			.param("deployment", gradebook.deploymentId())
			.param("family", gradebook.family().name())
			.param("link", gradebook.link().value())
			.param("platformLink", gradebook.platformLink())
			.param("title", gradebook.title())
			.param("scopes", scopes(gradebook))
			.param("lineItem", text(gradebook.lineItem()))
			.param("lineItems", text(gradebook.lineItems()))
			.param("module", first.module())
			.param("version", first.moduleVersion())
			.param("given", first.points().given())
			.param("maximum", first.points().maximum())
			.param("completedAt", Utc.of(first.completedAt()))
			.param("timestamp", Utc.of(first.timestamp()))
			.param("now", Utc.of(now))
			.update();
		OwedScore stored = this.jdbc.sql("select * from score where id = :id for update")
			.param("id", first.revision().score().value())
			.query(JdbcScores::read)
			.single();
		return (stored.revision().number() == 0) ? null : stored;
	}

	/** Notes what the latest launch said, without owing anything new. */
	void relocate(ScoreId id, Gradebook gradebook, AttemptId attempt, Instant now) {
		this.jdbc.sql("""
				update score set attempt_id = :attempt, family = :family, title = :title, scopes = :scopes,
				  line_item = :lineItem, line_items = :lineItems, updated_at = :now
				where id = :id
				""")
			.param("attempt", attempt.value())
			.param("family", gradebook.family().name())
			.param("title", gradebook.title())
			.param("scopes", scopes(gradebook))
			.param("lineItem", text(gradebook.lineItem()))
			.param("lineItems", text(gradebook.lineItems()))
			.param("now", Utc.of(now))
			.param("id", id.value())
			.update();
	}

	/** Owes a new revision. A delivery under way is left to finish. */
	void owe(OwedScore score, Instant due, Instant now) {
		this.jdbc.sql("""
				update score set revision = :revision, module = :module, module_version = :version, given = :given,
				  maximum = :maximum, completed_at = :completedAt, score_timestamp = :timestamp, owed_at = :now,
				  state = 'WAITING', reason = null, attempts = 0, unsure = false, next_attempt_at = :due,
				  updated_at = :now
				where id = :id
				""")
			.param("revision", score.revision().number())
			.param("module", score.module())
			.param("version", score.moduleVersion())
			.param("given", score.points().given())
			.param("maximum", score.points().maximum())
			.param("completedAt", Utc.of(score.completedAt()))
			.param("timestamp", Utc.of(score.timestamp()))
			.param("due", Utc.of(due))
			.param("now", Utc.of(now))
			.param("id", score.revision().score().value())
			.update();
	}

	Optional<OwedScore> find(ScoreId id) {
		return this.jdbc.sql("select * from score where id = :id")
			.param("id", id.value())
			.query(JdbcScores::read)
			.optional();
	}

	/** The gradebook of an activity, as it was told when a score was last owed there. */
	Optional<Gradebook> gradebook(ResourceLinkId link) {
		return this.jdbc.sql("""
				select * from score where resource_link_id = :link and revision > 0
				order by updated_at desc limit 1
				""").param("link", link.value()).query(JdbcScores::read).optional().map(OwedScore::gradebook);
	}

	/** What is due at a platform and nobody works on, the longest due first. */
	List<OwedScore> due(RegistrationId registration, Instant now, int most) {
		return this.jdbc.sql("""
				select * from score
				where registration_id = :registration and next_attempt_at <= :now
				  and (claimed_until is null or claimed_until <= :now)
				order by next_attempt_at limit :most
				""")
			.param("registration", registration.value())
			.param("now", Utc.of(now))
			.param("most", most)
			.query(JdbcScores::read)
			.list();
	}

	/**
	 * Claims scores for one attempt to deliver each. From now on it is unsure whether the
	 * platform holds them, until the attempt says otherwise.
	 * @return those that were free, as they are now; whether they were unsure and how
	 * often they were tried is as it was before
	 */
	List<OwedScore> claim(List<OwedScore> due, Claim claim) {
		if (due.isEmpty()) {
			return due;
		}
		Map<ScoreId, OwedScore> before = due.stream()
			.collect(Collectors.toMap((score) -> score.revision().score(), Function.identity()));
		List<String> ids = before.keySet().stream().map(ScoreId::value).sorted().toList();
		this.jdbc.sql("""
				update score set claimed_by = :by, claimed_until = :until, attempts = attempts + 1, unsure = true
				where id in (:ids) and state in ('WAITING', 'RETRYING')
				  and (claimed_until is null or claimed_until <= :now)
				""")
			.param("by", claim.by())
			.param("until", Utc.of(claim.until()))
			.param("ids", ids)
			.param("now", Utc.of(claim.from()))
			.update();
		return this.jdbc.sql("select * from score where id in (:ids) and claimed_by = :by order by next_attempt_at")
			.param("ids", ids)
			.param("by", claim.by())
			.query(JdbcScores::read)
			.list()
			.stream()
			.map((claimed) -> claimed.asBefore(Objects.requireNonNull(before.get(claimed.revision().score()))))
			.toList();
	}

	/** Gives claims back as if the attempts had not happened. */
	void unclaim(List<OwedScore> scores, Claim claim, Instant next) {
		batch("""
				update score set
				  attempts = case when revision = :revision then :attempts else attempts end,
				  unsure = case when revision = :revision then :unsure else unsure end,
				  next_attempt_at = case when revision = :revision then :next else next_attempt_at end,
				  claimed_by = null, claimed_until = null
				where id = :id and claimed_by = :by
				""", scores,
				(score) -> new MapSqlParameterSource().addValue("attempts", score.attempts())
					.addValue("unsure", score.unsure())
					.addValue("next", Utc.of(next))
					.addValue("id", score.revision().score().value())
					.addValue("revision", score.revision().number())
					.addValue("by", claim.by()));
	}

	/**
	 * Notes what became of claimed scores, and ends the claims. A revision that became
	 * owed meanwhile stays owed as it is.
	 */
	void settle(List<Settlement> settlements, Claim claim, Instant now) {
		List<Settlement> delivered = settlements.stream().filter((one) -> one.delivered() != null).toList();
		batch("""
				update score set sent_at = :now, sent_given = :given, sent_maximum = :maximum, sent_line_item = :item,
				  drift = null, drift_at = null, held_given = null, held_maximum = null,
				  state = case when revision = :revision then 'SENT' else state end,
				  reason = case when revision = :revision then null else reason end,
				  unsure = case when revision = :revision then false else unsure end,
				  next_attempt_at = case when revision = :revision then null else next_attempt_at end,
				  claimed_by = null, claimed_until = null, updated_at = :now
				where id = :id and claimed_by = :by
				""", delivered,
				(one) -> keyed(one, claim).addValue("given", one.score().points().given())
					.addValue("maximum", one.score().points().maximum())
					.addValue("item", text(one.delivered()))
					.addValue("now", Utc.of(now)));
		List<Settlement> others = settlements.stream().filter((one) -> one.delivered() == null).toList();
		batch("""
				update score set
				  state = case when revision = :revision then :state else state end,
				  reason = case when revision = :revision then :reason else reason end,
				  score_timestamp = case when revision = :revision then :timestamp else score_timestamp end,
				  unsure = case when revision = :revision then :unsure else unsure end,
				  next_attempt_at = case when revision = :revision then :next else next_attempt_at end,
				  claimed_by = null, claimed_until = null, updated_at = :now
				where id = :id and claimed_by = :by
				""", others,
				(one) -> keyed(one, claim).addValue("state", one.state().name())
					.addValue("reason", (one.reason() == null) ? null : one.reason().name())
					.addValue("timestamp", Utc.of(one.attempt().timestamp()))
					.addValue("unsure", one.unsure())
					.addValue("next", Utc.ofNullable(one.next()))
					.addValue("now", Utc.of(now)));
	}

	private static MapSqlParameterSource keyed(Settlement one, Claim claim) {
		return new MapSqlParameterSource().addValue("id", one.score().revision().score().value())
			.addValue("revision", one.score().revision().number())
			.addValue("by", claim.by());
	}

	/** In one order everywhere, so that two nodes never wait for each other. */
	private <T> void batch(String sql, List<T> rows, Function<T, MapSqlParameterSource> parameters) {
		Rows.write(this.batches, sql,
				rows.stream()
					.map(parameters)
					.sorted(Comparator.comparing((MapSqlParameterSource row) -> String.valueOf(row.getValue("id"))))
					.toList());
	}

	/**
	 * Makes everything due at once that waits only because the platform was in trouble.
	 */
	void hasten(RegistrationId registration, Instant now) {
		this.jdbc.sql("""
				update score set next_attempt_at = :now
				where registration_id = :registration and next_attempt_at > :now and state = 'RETRYING'
				  and reason in (:reasons) and score_timestamp <= :now
				""")
			.param("now", Utc.of(now))
			.param("registration", registration.value())
			.param("reasons", DeliveryReason.OF_PLATFORMS.stream().map(Enum::name).toList())
			.update();
	}

	/** A score of a platform, locked until the transaction ends. */
	Optional<OwedScore> lock(RegistrationId registration, ScoreId id) {
		return this.jdbc.sql("""
				select * from score where id = :id and registration_id = :registration and revision > 0 for update
				""")
			.param("id", id.value())
			.param("registration", registration.value())
			.query(JdbcScores::read)
			.optional();
	}

	/** What cannot be delivered to a platform as things are. */
	List<ScoreId> refused(RegistrationId registration, int most) {
		return this.jdbc.sql("""
				select id from score where registration_id = :registration and state = 'REFUSED'
				  and (drift is null or drift <> 'OVERRIDDEN') order by id limit :most
				""")
			.param("registration", registration.value())
			.param("most", most)
			.query((row, number) -> new ScoreId(row.getString("id")))
			.list();
	}

	static OwedScore read(ResultSet row, int number) throws SQLException {
		Gradebook gradebook = new Gradebook(new RegistrationId(row.getString("registration_id")),
				row.getString("deployment_id"), PlatformFamily.valueOf(row.getString("family")),
				new ResourceLinkId(row.getString("resource_link_id")), row.getString("platform_link_id"),
				row.getString("title"), Set.of(row.getString("scopes").split(" ")), address(row, "line_item"),
				address(row, "line_items"));
		return new OwedScore(new Revision(new ScoreId(row.getString("id")), row.getInt("revision")), gradebook,
				row.getString("subject"), row.getString("module"), row.getString("module_version"),
				new Points(row.getBigDecimal("given"), row.getBigDecimal("maximum")), Utc.instant(row, "completed_at"),
				Utc.instant(row, "score_timestamp"), Utc.instant(row, "owed_at"),
				DeliveryState.valueOf(row.getString("state")), row.getInt("attempts"), row.getBoolean("unsure"),
				drift(row));
	}

	private static @Nullable Drift drift(ResultSet row) throws SQLException {
		String drift = row.getString("drift");
		return (drift == null) ? null : Drift.valueOf(drift);
	}

	private static @Nullable URI address(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return (text == null) ? null : URI.create(text);
	}

	private static @Nullable String text(@Nullable URI address) {
		return (address == null) ? null : address.toString();
	}

	private static String scopes(Gradebook gradebook) {
		return String.join(" ", new TreeSet<>(gradebook.scopes()));
	}

}
