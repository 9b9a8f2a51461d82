package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * What is known of somebody in front of a module, before anything of it is shown: every
 * page asks for it, so it takes one round trip to the database.
 */
@Repository
class JdbcVisits {

	private final JdbcClient jdbc;

	JdbcVisits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Known of(CurrentLaunch launch, CurrentLaunch.Link link, String module) {
		List<Row> rows = this.jdbc.sql("""
				select r.text_only, r.equivalents, a.id, a.reset_id, a.module_version, a.release_digest, a.completed_at,
				  (select min(t.started_at) from assessment_try t
				    where t.attempt_id = a.id and t.submitted_at is null) as open_since
				from (select 1 as one) always
				  left join reading_preference r on r.user_id = :user
				  left join attempt a on a.resource_link_id = :link and a.user_id = :user and a.module_id = :module
				    and a.preview = :preview
				""")
			.param("link", link.id().value())
			.param("user", launch.user().id().value())
			.param("module", module)
			.param("preview", !launch.graded())
			.query(JdbcVisits::row)
			.list();
		return new Known(rows.getFirst().reading(), rows.stream().flatMap((row) -> row.counting().stream()).findFirst(),
				rows.stream().anyMatch(Row::reset));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(Readings.reading(row), row.getString("reset_id"),
				(row.getString("id") != null) ? JdbcReleases.pin(row, number) : null);
	}

	/**
	 * What is known of somebody.
	 *
	 * @param reading how they read
	 * @param pin the release to which the attempt that counts is pinned; empty before it
	 * was begun
	 * @param reset whether there are attempts that no longer count
	 */
	record Known(Reading reading, Optional<Pin> pin, boolean reset) {
	}

	/**
	 * An attempt, if there is one.
	 */
	private record Row(Reading reading, @Nullable String resetId, @Nullable Pin pin) {

		Optional<Pin> counting() {
			return reset() ? Optional.empty() : Optional.ofNullable(this.pin);
		}

		boolean reset() {
			return !Objects.requireNonNullElse(this.resetId, "").isEmpty();
		}

	}

}
