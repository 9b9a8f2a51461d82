package com.humantraffickingexperts.sandbox.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.sandbox.ags.Grade;
import com.humantraffickingexperts.sandbox.ags.LineItem;

/**
 * A grade, as the page shows it.
 *
 * @param column the column's label
 * @param points the points, or empty when there is no grade
 * @param maximum the most points there are
 * @param comment the comment, or empty
 * @param progress how far the person is, or empty
 * @param time when the tool says it was, or empty
 * @param note what a teacher should know, or empty
 */
public record GradeCell(String column, String points, String maximum, String comment, String progress, String time,
		String note) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK)
		.withZone(ZoneOffset.UTC);

	static GradeCell of(LineItem item, @Nullable Grade grade) {
		String maximum = points(item.scoreMaximum());
		if (grade == null) {
			return new GradeCell(item.label(), "", maximum, "", "", "", "");
		}
		Double result = grade.result();
		String note = grade.overridden() ? "changed by a teacher" : grade.needsReview() ? "needs review" : "";
		return new GradeCell(item.label(), (result == null) ? "" : points(result), maximum,
				Objects.requireNonNullElse(grade.comment(), ""),
				grade.activityProgress() + ", " + grade.gradingProgress(), TIME.format(grade.timestamp()), note);
	}

	static String points(double value) {
		return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
	}

}
