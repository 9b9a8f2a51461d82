package com.humantraffickingexperts.lti.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;

/** All institutions; all SQL of {@code institution}. */
@Repository
public class Institutions {

	private static final RowMapper<Institution> INSTITUTION = (row,
			number) -> new Institution(new InstitutionId(row.getString("id")), row.getString("name"));

	private final JdbcClient jdbc;

	private final Clock clock;

	Institutions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Every institution.
	 * @return all of them, by name
	 */
	public List<Institution> all() {
		return this.jdbc.sql("select id, name from institution order by name, id").query(INSTITUTION).list();
	}

	/**
	 * One institution.
	 * @param id our name for it
	 * @return the institution, or empty when there is none
	 */
	public Optional<Institution> find(InstitutionId id) {
		return this.jdbc.sql("select id, name from institution where id = :id")
			.param("id", id.value())
			.query(INSTITUTION)
			.optional();
	}

	/**
	 * Adds an institution.
	 * @param name its name, for people; 1 to 255 characters
	 * @return the new institution
	 */
	public Institution add(String name) {
		Instant now = this.clock.instant();
		Institution institution = new Institution(new InstitutionId(Ids.inTimeOrder(now)), name);
		this.jdbc.sql("insert into institution (id, name, created_at, updated_at) values (:id, :name, :now, :now)")
			.param("id", institution.id().value())
			.param("name", name)
			.param("now", Utc.of(now))
			.update();
		return institution;
	}

	/**
	 * Gives an institution another name.
	 * @param id our name for it
	 * @param name its new name, for people; 1 to 255 characters
	 */
	public void rename(InstitutionId id, String name) {
		this.jdbc.sql("update institution set name = :name, updated_at = :now where id = :id")
			.param("id", id.value())
			.param("name", name)
			.param("now", Utc.of(this.clock.instant()))
			.update();
	}

}
