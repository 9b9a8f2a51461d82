package com.humantraffickingexperts.sandbox.pages;

import java.util.Objects;

import com.humantraffickingexperts.sandbox.ags.LineItem;

/**
 * A column of the gradebook, as the page shows it.
 *
 * @param number the line item's number
 * @param label the label
 * @param maximum the most points there are
 * @param facts the tool's names for it, or empty
 */
public record GradeColumn(int number, String label, String maximum, String facts) {

	static GradeColumn of(LineItem item) {
		String facts = (Objects.requireNonNullElse(item.resourceId(), "") + " "
				+ Objects.requireNonNullElse(item.tag(), ""))
			.strip();
		return new GradeColumn(item.number(), item.label(), GradeCell.points(item.scoreMaximum()), facts);
	}

}
