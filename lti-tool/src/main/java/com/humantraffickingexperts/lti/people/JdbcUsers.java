package com.humantraffickingexperts.lti.people;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code lti_user}. */
@Repository
class JdbcUsers {

	private final JdbcClient jdbc;

	JdbcUsers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void upsert(User user, Instant now) {
		this.jdbc.sql("""
				insert into lti_user (id, registration_id, subject, name, created_at, updated_at)
				values (:id, :registration, :subject, :name, :now, :now)
				on duplicate key update name = coalesce(values(name), name), updated_at = values(updated_at)
				""")
			.param("id", user.id().value())
			.param("registration", user.registration().value())
			.param("subject", user.subject())
			.param("name", user.name())
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

}
