package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

	JdbcScores(JdbcClient jdbc) {
		this.jdbc = jdbc;
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

	/**
	 * Claims a revision for one attempt to deliver it. From now on it is unsure whether
	 * the platform holds it, until the attempt says otherwise.
	 * @return whether it was free and unchanged
	 */
	boolean claim(OwedScore score, Claim claim) {
		return this.jdbc.sql("""
				update score set claimed_by = :by, claimed_until = :until, attempts = attempts + 1, unsure = true
				where id = :id and revision = :revision and attempts = :attempts and state in ('WAITING', 'RETRYING')
				  and (claimed_until is null or claimed_until <= :now)
				""")
			.param("by", claim.by())
			.param("until", Utc.of(claim.until()))
			.param("id", score.revision().score().value())
			.param("revision", score.revision().number())
			.param("attempts", score.attempts())
			.param("now", Utc.of(claim.from()))
			.update() == 1;
	}

	/**
	 * Gives a claim back as if the attempt had not happened.
	 * @return whether this is still the newest revision
	 */
	boolean unclaim(OwedScore score, Claim claim, Instant next) {
		boolean newest = this.jdbc.sql("""
				update score set claimed_by = null, claimed_until = null, attempts = :attempts, unsure = :unsure,
				  next_attempt_at = :next
				where id = :id and revision = :revision and claimed_by = :by
				""")
			.param("attempts", score.attempts())
			.param("unsure", score.unsure())
			.param("next", Utc.of(next))
			.param("id", score.revision().score().value())
			.param("revision", score.revision().number())
			.param("by", claim.by())
			.update() == 1;
		return newest || release(score, claim);
	}

	/** Notes that the platform holds this revision, and ends the claim. */
	void delivered(OwedScore score, Claim claim, URI lineItem, Instant now) {
		this.jdbc.sql("""
				update score set sent_at = :now, sent_given = :given, sent_maximum = :maximum, sent_line_item = :item,
				  updated_at = :now
				where id = :id and claimed_by = :by
				""")
			.param("now", Utc.of(now))
			.param("given", score.points().given())
			.param("maximum", score.points().maximum())
			.param("item", text(lineItem))
			.param("id", score.revision().score().value())
			.param("by", claim.by())
			.update();
		settle(score, claim, DeliveryState.SENT, null, score.timestamp(), false, null, now);
	}

	/**
	 * Notes that this revision is sent again later, and ends the claim.
	 * @return whether this is still the newest revision
	 */
	boolean retried(OwedScore score, Claim claim, DeliveryReason reason, Instant timestamp, boolean unsure,
			Instant next, Instant now) {
		return settle(score, claim, DeliveryState.RETRYING, reason, timestamp, unsure, next, now);
	}

	/** Notes that this revision cannot be sent as things are, and ends the claim. */
	void refused(OwedScore score, Claim claim, DeliveryReason reason, Instant now) {
		settle(score, claim, DeliveryState.REFUSED, reason, score.timestamp(), false, null, now);
	}

	private boolean settle(OwedScore score, Claim claim, DeliveryState state, @Nullable DeliveryReason reason,
			Instant timestamp, boolean unsure, @Nullable Instant next, Instant now) {
		boolean newest = this.jdbc.sql("""
				update score set state = :state, reason = :reason, score_timestamp = :timestamp, unsure = :unsure,
				  next_attempt_at = :next, claimed_by = null, claimed_until = null, updated_at = :now
				where id = :id and revision = :revision and claimed_by = :by
				""")
			.param("state", state.name())
			.param("reason", (reason == null) ? null : reason.name())
			.param("timestamp", Utc.of(timestamp))
			.param("unsure", unsure)
			.param("next", Utc.ofNullable(next))
			.param("now", Utc.of(now))
			.param("id", score.revision().score().value())
			.param("revision", score.revision().number())
			.param("by", claim.by())
			.update() == 1;
		return newest || release(score, claim);
	}

	/** Ends the claim of a revision that a newer one has replaced meanwhile. */
	private boolean release(OwedScore score, Claim claim) {
		this.jdbc.sql("""
				update score set claimed_by = null, claimed_until = null where id = :id and claimed_by = :by
				""").param("id", score.revision().score().value()).param("by", claim.by()).update();
		return false;
	}

	/** Revisions that should have been tried before an instant and were not. */
	List<Revision> overdue(Instant before, int most) {
		return this.jdbc.sql("""
				select id, revision from score
				where state in ('WAITING', 'RETRYING') and next_attempt_at < :before
				  and (claimed_until is null or claimed_until < :before)
				order by next_attempt_at limit :most
				""")
			.param("before", Utc.of(before))
			.param("most", most)
			.query((row, number) -> new Revision(new ScoreId(row.getString("id")), row.getInt("revision")))
			.list();
	}

	private static OwedScore read(ResultSet row, int number) throws SQLException {
		Gradebook gradebook = new Gradebook(new RegistrationId(row.getString("registration_id")),
				row.getString("deployment_id"), PlatformFamily.valueOf(row.getString("family")),
				new ResourceLinkId(row.getString("resource_link_id")), row.getString("platform_link_id"),
				row.getString("title"), Set.of(row.getString("scopes").split(" ")), address(row, "line_item"),
				address(row, "line_items"));
		return new OwedScore(new Revision(new ScoreId(row.getString("id")), row.getInt("revision")), gradebook,
				row.getString("subject"), row.getString("module"), row.getString("module_version"),
				new Points(row.getBigDecimal("given"), row.getBigDecimal("maximum")), Utc.instant(row, "completed_at"),
				Utc.instant(row, "score_timestamp"), Utc.instant(row, "owed_at"),
				DeliveryState.valueOf(row.getString("state")), row.getInt("attempts"), row.getBoolean("unsure"));
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
