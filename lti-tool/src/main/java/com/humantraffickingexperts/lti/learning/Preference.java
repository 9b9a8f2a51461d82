package com.humantraffickingexperts.lti.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What somebody decided about reading.
 *
 * @param textOnly as {@link Reading#textOnly()}; null when not decided
 * @param equivalents as {@link Reading#equivalents()}; null when not decided
 * @see <a href=
 * "https://wicg.github.io/savedata/#save-data-request-header-field">Save-Data</a>
 */
record Preference(@Nullable Boolean textOnly, @Nullable Boolean equivalents) {

	static final Preference NONE = new Preference(null, null);

	static final String SAVE_DATA = "Save-Data";

	static Preference of(ResultSet row) throws SQLException {
		return new Preference(flag(row, "text_only"), flag(row, "equivalents"));
	}

	/**
	 * How they read now. Whoever has not decided about pictures reads as the browser of
	 * this request asks.
	 */
	Reading reading() {
		return new Reading((this.textOnly != null) ? this.textOnly : savesData(),
				Objects.requireNonNullElse(this.equivalents, false));
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
