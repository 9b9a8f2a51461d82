package com.humantraffickingexperts.lti.doctor;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/** All SQL of {@code doctor_examination}: the newest of each registration. */
@Repository
class JdbcExaminations {

	static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	JdbcExaminations(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void keep(Examination examination) {
		this.jdbc.sql("""
				insert into doctor_examination (registration_id, findings, examined_at)
				values (:registration, :findings, :at)
				on duplicate key update findings = values(findings), examined_at = values(examined_at)
				""")
			.param("registration", examination.registration().value())
			.param("findings", this.json.writeValueAsString(examination.findings()))
			.param("at", Utc.of(examination.at()))
			.update();
	}

	Optional<Examination> find(RegistrationId registration) {
		return this.jdbc
			.sql("select findings, examined_at from doctor_examination where registration_id = :registration")
			.param("registration", registration.value())
			.query((row, number) -> new Examination(registration,
					this.json.readValue(row.getString("findings"), FINDINGS), Utc.instant(row, "examined_at")))
			.optional();
	}

}
