package com.humantraffickingexperts.lti.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

	/** People without a seat. */
	void upsert(List<User> users, Instant now) {
		this.batches.batchUpdate("""
				insert into lti_user (id, registration_id, subject, name, created_at, updated_at)
				values (:id, :registration, :subject, :name, :now, :now)
				on duplicate key update name = coalesce(values(name), name), updated_at = values(updated_at)
				""",
				users.stream()
					.map((user) -> new MapSqlParameterSource("id", user.id().value())
						.addValue("registration", user.registration().value())
						.addValue("subject", user.subject())
						.addValue("name", user.name())
						.addValue("now", Utc.of(now)))
					.toArray(MapSqlParameterSource[]::new));
	}

	/** Who has a seat keeps it. */
	void upsert(User user, boolean seated, Instant now) {
		this.jdbc.sql("""
				insert into lti_user (id, registration_id, subject, name, seated_at, created_at, updated_at)
				values (:id, :registration, :subject, :name, :seatedAt, :now, :now)
				on duplicate key update name = coalesce(values(name), name),
				  seated_at = coalesce(seated_at, values(seated_at)), updated_at = values(updated_at)
				""")
			.param("id", user.id().value())
			.param("registration", user.registration().value())
			.param("subject", user.subject())
			.param("name", user.name())
			.param("seatedAt", seated ? Utc.of(now) : null)
			.param("now", Utc.of(now))
			.update();
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

	Optional<String> language(UserId id) {
		return this.jdbc.sql("select language from lti_user where id = :id and language is not null")
			.param("id", id.value())
			.query(String.class)
			.optional();
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
