package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code regrade}, and of finding what has to be marked again. */
@Repository
class JdbcRegrades {

	private final JdbcClient jdbc;

	JdbcRegrades(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Tries that an erratum is about and to which it was not applied, in the order of
	 * their ids.
	 * @param module the module
	 * @param erratum the erratum
	 * @param versions the versions that it is about
	 * @param after the id after which to go on
	 * @param most how many at once
	 * @return the tries
	 */
	List<Affected> affected(CoursePackage module, Erratum erratum, Collection<String> versions, String after,
			int most) {
		return this.jdbc.sql("""
				select t.id, t.attempt_id
				from assessment_try t join attempt a on a.id = t.attempt_id
				where t.id > :after and t.submitted_at is not null and t.module_version in (:versions)
				  and concat(',', t.questions, ',') like :question
				  and a.module_id = :module and a.reset_id = ''
				  and not exists (select 1 from regrade r where r.try_id = t.id and r.erratum_id = :erratum)
				order by t.id limit :most
				""")
			.param("after", after)
			.param("versions", versions)
			.param("question", "%," + erratum.question() + ",%")
			.param("module", module.id())
			.param("erratum", Errata.id(module, erratum))
			.param("most", most)
			.query((row, number) -> new Affected(Objects.requireNonNull(row.getString("id")),
					new AttemptId(Objects.requireNonNull(row.getString("attempt_id")))))
			.list();
	}

	/** Whose attempt it is. Its launch may be long forgotten. */
	Optional<Owner> owner(AttemptId attempt) {
		return this.jdbc.sql("""
				select a.module_id, a.release_digest, a.resource_link_id, u.id, u.registration_id, u.subject
				from attempt a left join lti_user u on u.id = a.user_id
				where a.id = :attempt
				""").param("attempt", attempt.value()).query(JdbcRegrades::owner).optional();
	}

	void add(Try one, Correction correction) {
		this.jdbc.sql("""
				insert into regrade (try_id, attempt_id, erratum_id, question_id, reason, from_percent, to_percent,
				  regraded_at)
				values (:try, :attempt, :erratum, :question, :reason, :from, :to, :at)
				""")
			.param("try", one.id())
			.param("attempt", one.attempt().value())
			.param("erratum", correction.erratum())
			.param("question", correction.question())
			.param("reason", correction.reason())
			.param("from", correction.from())
			.param("to", correction.to())
			.param("at", Utc.of(correction.at()))
			.update();
	}

	/** What was corrected in a try, in the order in which it was. */
	List<Correction> of(Try one) {
		return this.jdbc.sql("select * from regrade where try_id = :try order by regraded_at, from_percent, erratum_id")
			.param("try", one.id())
			.query(JdbcRegrades::correction)
			.list();
	}

	private static Correction correction(ResultSet row, int number) throws SQLException {
		return new Correction(row.getString("erratum_id"), row.getString("question_id"), row.getString("reason"),
				row.getBigDecimal("from_percent"), row.getBigDecimal("to_percent"), Utc.instant(row, "regraded_at"));
	}

	private static Owner owner(ResultSet row, int number) throws SQLException {
		String user = row.getString("id");
		return new Owner(row.getString("module_id"), row.getString("release_digest"),
				new ResourceLinkId(row.getString("resource_link_id")),
				(user == null) ? null : new User(new UserId(user), new RegistrationId(row.getString("registration_id")),
						row.getString("subject"), null));
	}

	/**
	 * A try that has to be marked again.
	 *
	 * @param id the try
	 * @param attempt its attempt
	 */
	record Affected(String id, AttemptId attempt) {
	}

	/**
	 * Whose attempt it is, and of what.
	 *
	 * @param module the module's id
	 * @param digest the release to which it is pinned, or null
	 * @param link the activity
	 * @param learner the learner, without a name; null when the platform never told
	 */
	record Owner(String module, @Nullable String digest, ResourceLinkId link, @Nullable User learner) {

		/** Without the learner. */
		@Override
		public String toString() {
			return "Owner[" + this.module + "]";
		}

	}

}
