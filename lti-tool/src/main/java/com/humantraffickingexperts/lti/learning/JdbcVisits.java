package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.humantraffickingexperts.lti.database.Gathered;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * What is known of somebody in front of a module, before anything of it is shown: every
 * page asks for it, so it takes one round trip to the database, which those who ask at
 * the same time share.
 */
@Repository
class JdbcVisits {

	private static final int TOGETHER = 16;

	private final JdbcClient jdbc;

	private final Gathered<Asked, List<Row>> gathered = new Gathered<>(TOGETHER, this::find);

	JdbcVisits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Known of(CurrentLaunch launch, CurrentLaunch.Link link, String module) {
		Asked asked = new Asked(launch.user().id().value(), link.id().value(), module, !launch.graded());
		List<Row> rows = alone() ? find(List.of(asked)).getFirst() : this.gathered.ask(asked);
		return new Known(
				rows.stream()
					.flatMap((row) -> Optional.ofNullable(row.preference()).stream())
					.findFirst()
					.orElse(Preference.NONE)
					.reading(),
				rows.stream().flatMap((row) -> row.counting().stream()).findFirst(),
				rows.stream().anyMatch(Row::reset));
	}

	/** What a transaction has written, only it can see. */
	private static boolean alone() {
		return TransactionSynchronizationManager.isActualTransactionActive();
	}

	private List<List<Row>> find(List<Asked> together) {
		List<Row> rows = this.jdbc.sql("""
				select a.user_id, a.resource_link_id, a.module_id, a.preview, a.id, a.reset_id, a.module_version,
				  a.release_digest, a.completed_at,
				  (select min(t.started_at) from assessment_try t
				    where t.attempt_id = a.id and t.submitted_at is null) as open_since,
				  null as text_only, null as equivalents
				from attempt a where a.user_id in (:users) and a.resource_link_id in (:links)
				union all
				select r.user_id, null, null, null, null, null, null, null, null, null, r.text_only, r.equivalents
				from reading_preference r where r.user_id in (:users)
				""")
			.param("users", together.stream().map(Asked::user).toList())
			.param("links", together.stream().map(Asked::link).toList())
			.query(JdbcVisits::row)
			.list();
		return together.stream().map((asked) -> rows.stream().filter((row) -> row.answers(asked)).toList()).toList();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		String user = row.getString("user_id");
		if (row.getString("id") == null) {
			return new Row(user, null, Preference.of(row), null, null);
		}
		return new Row(user, new Asked(user, row.getString("resource_link_id"), row.getString("module_id"),
				row.getBoolean("preview")), null, row.getString("reset_id"), JdbcReleases.pin(row, number));
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

	/** Who asks about what. */
	private record Asked(String user, String link, String module, boolean preview) {
	}

	/**
	 * An attempt, or what somebody decided about reading.
	 *
	 * @param user whose it is
	 * @param about what the attempt is about
	 * @param preference what was decided
	 * @param resetId empty while the attempt counts
	 * @param pin the attempt's release
	 */
	private record Row(String user, @Nullable Asked about, @Nullable Preference preference, @Nullable String resetId,
			@Nullable Pin pin) {

		boolean answers(Asked asked) {
			return (this.about != null) ? this.about.equals(asked) : this.user.equals(asked.user());
		}

		Optional<Pin> counting() {
			return reset() ? Optional.empty() : Optional.ofNullable(this.pin);
		}

		boolean reset() {
			return this.resetId != null && !this.resetId.isEmpty();
		}

	}

}
