package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * All SQL about the attempts of everybody in one activity, and of {@code attempt_reset}
 * and {@code extra_try}. Each statement names the activity, and none returns an answer.
 */
@Repository
class JdbcClass {

	private static final String COUNTING = """
			where a.resource_link_id = :link and a.module_id = :module and a.preview = false and a.reset_id = ''
			""";

	/** More than a percentage has, so that number and result of a try fit into one. */
	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	private final JdbcClient jdbc;

	JdbcClass(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Begun> begun(RegistrationId registration, ResourceLinkId link, CoursePackage module) {
		return begun(registration, link, module, "", null).list();
	}

	Optional<Begun> begun(RegistrationId registration, ResourceLinkId link, CoursePackage module, UserId learner) {
		return begun(registration, link, module, "and a.user_id = :user\n", learner).optional();
	}

	private JdbcClient.MappedQuerySpec<Begun> begun(RegistrationId registration, ResourceLinkId link,
			CoursePackage module, String who, @Nullable UserId learner) {
		Grading grading = module.grading();
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("""
					select a.id, a.user_id, a.started_at, a.completed_at, u.subject, u.name,
					  count(t.id) as begun, count(t.submitted_at) as submitted,
					  max(t.result_percent) as best,
					  min(case when t.submitted_at is not null then t.try_number * 1000 + t.result_percent end) as first_result,
					  max(case when t.submitted_at is not null then t.try_number * 1000 + t.result_percent end) as last_result,
					  max(case when t.passed then 1 else 0 end) as passed,
					  max(t.started_at) as try_began, max(t.submitted_at) as try_ended,
					  a.moved_at, a.active_at, a.active_seconds
					from attempt a
					  join lti_user u on u.id = a.user_id and u.registration_id = :registration
					  left join assessment_try t on t.attempt_id = a.id and t.assessment_id = :graded
					    and left(t.module_version, locate('.', t.module_version))
					      = left(a.module_version, locate('.', a.module_version))
					"""
					+ COUNTING + who + """
							group by a.id, a.user_id, a.started_at, a.completed_at, a.moved_at, a.active_at,
							  a.active_seconds, u.subject, u.name
							""")
			.param("registration", registration.value())
			.param("graded", (grading == null) ? "" : grading.assessment())
			.param("link", link.value())
			.param("module", module.id());
		CountingAttempt counting = (grading == null) ? CountingAttempt.BEST : grading.attempt();
		return ((learner == null) ? statement : statement.param("user", learner.value()))
			.query((row, number) -> begun(row, registration, counting));
	}

	private static Begun begun(ResultSet row, RegistrationId registration, CountingAttempt counting)
			throws SQLException {
		Instant started = Utc.instant(row, "started_at");
		Instant completed = Utc.instantOrNull(row, "completed_at");
		Instant last = Stream
			.of(started, completed, Utc.instantOrNull(row, "try_began"), Utc.instantOrNull(row, "try_ended"),
					Utc.instantOrNull(row, "moved_at"), Utc.instantOrNull(row, "active_at"))
			.filter(Objects::nonNull)
			.max(Instant::compareTo)
			.orElse(started);
		Integer seconds = row.getObject("active_seconds", Integer.class);
		return new Begun(
				new User(new UserId(row.getString("user_id")), registration, row.getString("subject"),
						row.getString("name")),
				new AttemptId(row.getString("id")), started, completed, row.getInt("begun") > 0,
				row.getInt("submitted"), percent(row, counting), row.getInt("passed") == 1, last,
				(seconds == null) ? null : Duration.ofSeconds(seconds));
	}

	private static @Nullable BigDecimal percent(ResultSet row, CountingAttempt counting) throws SQLException {
		return switch (counting) {
			case BEST -> row.getBigDecimal("best");
			case FIRST -> numbered(row.getBigDecimal("first_result"));
			case LAST -> numbered(row.getBigDecimal("last_result"));
		};
	}

	/** The result that stands behind the number of its try. */
	private static @Nullable BigDecimal numbered(@Nullable BigDecimal result) {
		return (result == null) ? null : result.remainder(THOUSAND);
	}

	/** How often each answer was given at the first try. */
	List<Given> firstAnswers(ResourceLinkId link, CoursePackage module, String assessment) {
		return this.jdbc.sql("""
				select w.question_id, w.kind, w.choice, count(*) as times
				from attempt a
				  join assessment_try t on t.attempt_id = a.id
				  join answer w on w.try_id = t.id
				""" + COUNTING + """
				  and t.assessment_id = :assessment and t.try_number = 1 and t.submitted_at is not null
				  and w.kind <> 'DRAFT'
				group by w.question_id, w.kind, w.choice
				""")
			.param("link", link.value())
			.param("module", module.id())
			.param("assessment", assessment)
			.query((row, number) -> new Given(Objects.requireNonNull(row.getString("question_id")),
					Objects.requireNonNull(row.getString("kind")), Objects.requireNonNull(row.getString("choice")),
					row.getInt("times")))
			.list();
	}

	/** Which questions were asked at the first try, and how often in this order. */
	List<Asked> firstQuestions(ResourceLinkId link, CoursePackage module, String assessment) {
		return this.jdbc.sql("""
				select t.questions, count(*) as times
				from attempt a join assessment_try t on t.attempt_id = a.id
				""" + COUNTING + """
				  and t.assessment_id = :assessment and t.try_number = 1 and t.submitted_at is not null
				group by t.questions
				""")
			.param("link", link.value())
			.param("module", module.id())
			.param("assessment", assessment)
			.query((row, number) -> new Asked(
					StoredAnswer.split(Objects.requireNonNullElse(row.getString("questions"), "")),
					row.getInt("times")))
			.list();
	}

	List<ClassProgress.Reset> resets(ResourceLinkId link, String module, UserId learner) {
		return this.jdbc.sql("""
				select r.reset_at, r.reason, u.name,
				  (select max(t.result_percent) from assessment_try t where t.attempt_id = a.id) as percent
				from attempt_reset r join attempt a on a.id = r.attempt_id left join lti_user u on u.id = r.reset_by
				where a.resource_link_id = :link and a.module_id = :module and a.user_id = :user and a.preview = false
				order by r.reset_at desc
				""")
			.param("link", link.value())
			.param("module", module)
			.param("user", learner.value())
			.query((row, number) -> new ClassProgress.Reset(Utc.instant(row, "reset_at"), row.getString("name"),
					Objects.requireNonNull(row.getString("reason")), row.getBigDecimal("percent")))
			.list();
	}

	/**
	 * The tries that were allowed at the attempts of a learner, also at those that no
	 * longer count.
	 */
	List<ClassProgress.TryAllowed> triesAllowed(ResourceLinkId link, String module, UserId learner) {
		return this.jdbc.sql("""
				select e.granted_at, u.name
				from extra_try e join attempt a on a.id = e.attempt_id left join lti_user u on u.id = e.granted_by
				where a.resource_link_id = :link and a.module_id = :module and a.user_id = :user and a.preview = false
				order by e.granted_at desc
				""")
			.param("link", link.value())
			.param("module", module)
			.param("user", learner.value())
			.query((row, number) -> new ClassProgress.TryAllowed(Utc.instant(row, "granted_at"), row.getString("name")))
			.list();
	}

	/** The version with which an attempt goes on. */
	String version(AttemptId attempt) {
		return Objects.requireNonNull(this.jdbc.sql("select module_version from attempt where id = :id")
			.param("id", attempt.value())
			.query(String.class)
			.single());
	}

	/** The attempt of a learner that counts, for one transaction at a time. */
	Optional<AttemptId> lock(ResourceLinkId link, String module, UserId learner) {
		return this.jdbc.sql("select a.id from attempt a\n" + COUNTING + "and a.user_id = :user for update")
			.param("link", link.value())
			.param("module", module)
			.param("user", learner.value())
			.query((row, number) -> new AttemptId(row.getString("id")))
			.optional();
	}

	/**
	 * The attempts of a learner in a course that count, for one transaction at a time.
	 */
	List<AttemptId> lock(ContextId course, UserId learner) {
		return this.jdbc.sql("""
				select a.id from attempt a
				where a.user_id = :user and a.preview = false and a.reset_id = ''
				  and a.resource_link_id in (select r.id from resource_link r where r.context_id = :course)
				order by a.id for update
				""")
			.param("user", learner.value())
			.param("course", course.value())
			.query((row, number) -> new AttemptId(row.getString("id")))
			.list();
	}

	/**
	 * Allows a try.
	 * @return false when it was allowed before
	 */
	boolean allow(AttemptId attempt, int number, CurrentLaunch by, Instant now) {
		try {
			return this.jdbc.sql("""
					insert into extra_try (attempt_id, grant_number, granted_by, granted_at)
					values (:attempt, :number, :by, :now)
					""")
				.param("attempt", attempt.value())
				.param("number", number)
				.param("by", by.user().id().value())
				.param("now", Utc.of(now))
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	void reset(AttemptId attempt, String reason, CurrentLaunch by, Instant now) {
		String id = Ids.inTimeOrder(now);
		this.jdbc.sql("""
				insert into attempt_reset (id, attempt_id, reason, reset_by, reset_at)
				values (:id, :attempt, :reason, :by, :now)
				""")
			.param("id", id)
			.param("attempt", attempt.value())
			.param("reason", reason)
			.param("by", by.user().id().value())
			.param("now", Utc.of(now))
			.update();
		this.jdbc.sql("update attempt set reset_id = :reset where id = :attempt")
			.param("reset", id)
			.param("attempt", attempt.value())
			.update();
	}

	/**
	 * An answer that was given.
	 *
	 * @param question the question's id
	 * @param kind the kind of answer
	 * @param choice the answer as it is stored
	 * @param times how often
	 */
	record Given(String question, String kind, String choice, int times) {
	}

	/**
	 * A set of questions.
	 *
	 * @param questions their ids
	 * @param times how often it was asked
	 */
	record Asked(List<String> questions, int times) {
	}

}
