package com.humantraffickingexperts.lti.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Rows;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code lti_user}. */
@Repository
class JdbcUsers {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	JdbcUsers(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * Who has a seat keeps it, and who has a name. In one order everywhere, so that two
	 * nodes never wait for each other.
	 */
	void upsert(List<Arrival> people, Instant now) {
		Rows.write(this.batches, """
				insert into lti_user (id, registration_id, subject, name, seated_at, created_at, updated_at)
				values (:id, :registration, :subject, :name, :seatedAt, :now, :now)
				on duplicate key update name = coalesce(values(name), name),
				  seated_at = coalesce(seated_at, values(seated_at)), updated_at = values(updated_at)
				""",
				people.stream()
					.sorted(Comparator.comparing((Arrival arrival) -> arrival.user().id().value()))
					.map((arrival) -> new MapSqlParameterSource("id", arrival.user().id().value())
						.addValue("registration", arrival.user().registration().value())
						.addValue("subject", arrival.user().subject())
						.addValue("name", arrival.user().name())
						.addValue("seatedAt", arrival.learner() ? Utc.of(now) : null)
						.addValue("now", Utc.of(now)))
					.toList());
	}

	Optional<User> find(UserId id) {
		return this.jdbc.sql("select id, registration_id, subject, name from lti_user where id = :id")
			.param("id", id.value())
			.query((row, number) -> new User(new UserId(row.getString("id")),
					new RegistrationId(row.getString("registration_id")), row.getString("subject"),
					row.getString("name")))
			.optional();
	}

	boolean seated(UserId id) {
		return this.jdbc.sql("select count(*) from lti_user where id = :id and seated_at is not null")
			.param("id", id.value())
			.query(Integer.class)
			.single() == 1;
	}

	int countSeated(RegistrationId registration) {
		return this.jdbc
			.sql("select count(*) from lti_user where registration_id = :registration and seated_at is not null")
			.param("registration", registration.value())
			.query(Integer.class)
			.single();
	}

	Map<UserId, String> languages(Set<UserId> ids) {
		Map<UserId, String> languages = new HashMap<>();
		this.jdbc.sql("select id, language from lti_user where id in (:ids) and language is not null")
			.param("ids", ids.stream().map(UserId::value).toList())
			.query((row) -> {
				languages.put(new UserId(row.getString("id")), row.getString("language"));
			});
		return languages;
	}

	void updateLanguage(UserId id, String language, Instant now) {
		this.jdbc.sql("update lti_user set language = :language, updated_at = :now where id = :id")
			.param("language", language)
			.param("now", Utc.of(now))
			.param("id", id.value())
			.update();
	}

	int forgetNames(RegistrationId registration, Instant now) {
		return this.jdbc.sql("""
				update lti_user set name = null, updated_at = :now
				where registration_id = :registration and name is not null
				""").param("registration", registration.value()).param("now", Utc.of(now)).update();
	}

}
