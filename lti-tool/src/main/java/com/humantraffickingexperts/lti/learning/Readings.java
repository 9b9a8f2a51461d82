package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * How people want to read, remembered for the person and not for the browser. It is read
 * by {@link JdbcVisits}, together with what else every page needs.
 *
 * @see <a href=
 * "https://wicg.github.io/savedata/#save-data-request-header-field">Save-Data</a>
 */
@Repository
class Readings {

	static final String SAVE_DATA = "Save-Data";

	private final JdbcClient jdbc;

	private final Clock clock;

	Readings(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void textOnly(UserId user, boolean value) {
		save(user, "text_only", value);
	}

	void equivalents(UserId user, boolean value) {
		save(user, "equivalents", value);
	}

	private void save(UserId user, String column, boolean value) {
		this.jdbc.sql("insert into reading_preference (user_id, " + column + """
				, saved_at) values (:user, :value, :now)
				on duplicate key update saved_at = values(saved_at), """ + column + " = values(" + column + ")")
			.param("user", user.value())
			.param("value", value)
			.param("now", Utc.of(this.clock.instant()))
			.update();
	}

	/**
	 * How somebody reads now. Whoever has not decided about pictures reads as their
	 * browser asks.
	 * @param row what they decided, with the columns of {@code reading_preference}
	 * @return the way to read
	 * @throws SQLException when the row cannot be read
	 */
	static Reading reading(ResultSet row) throws SQLException {
		Boolean textOnly = flag(row, "text_only");
		return new Reading((textOnly != null) ? textOnly : savesData(),
				Objects.requireNonNullElse(flag(row, "equivalents"), false));
	}

	private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
		boolean value = row.getBoolean(column);
		return row.wasNull() ? null : value;
	}

	private static boolean savesData() {
		return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
			.filter(ServletRequestAttributes.class::isInstance)
			.map((request) -> ((ServletRequestAttributes) request).getRequest().getHeader(SAVE_DATA))
			.filter("on"::equalsIgnoreCase)
			.isPresent();
	}

}
