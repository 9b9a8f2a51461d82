package com.humantraffickingexperts.sandbox.deeplinking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.ags.Gradebook;
import com.humantraffickingexperts.sandbox.ags.LineItem;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.oidc.Launch;

/**
 * Places what was chosen into the course, with its columns in the gradebook.
 */
@Component
class Placing {

	private final Courses courses;

	private final Gradebook gradebook;

	private final CurrentManners manners;

	Placing(Courses courses, Gradebook gradebook, CurrentManners manners) {
		this.courses = courses;
		this.gradebook = gradebook;
		this.manners = manners;
	}

	/**
	 * What became of the items.
	 *
	 * @param placed the new links
	 * @param refused why items were not placed
	 */
	record Outcome(List<PlacedLink> placed, List<String> refused) {
	}

	Outcome place(List<ContentItem> items, Launch launch) {
		List<PlacedLink> placed = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		for (ContentItem item : items) {
			String fault = fault(item);
			if (fault == null) {
				placed.add(place(item, launch));
			}
			else if (!this.manners.are(Manners.MOODLE) || items.size() == 1) {
				refused.add(fault);
			}
		}
		return new Outcome(placed, refused);
	}

	private @Nullable String fault(ContentItem item) {
		if (!item.type().equals("ltiResourceLink")) {
			return "Only links to the tool can be placed here, not: " + item.type();
		}
		ContentItem.Column column = item.column();
		if (this.manners.are(Manners.MOODLE)) {
			if (item.title().length() > 255) {
				return "The title is too long";
			}
			Double maximum = (column == null) ? null : column.scoreMaximum();
			boolean whole = maximum != null && maximum == Math.rint(maximum) && maximum >= 1 && maximum <= 100;
			return (column != null && !whole) ? "Invalid grade value. This must be an integer between 1 and 100" : null;
		}
		if (column != null && column.scoreMaximum() == null) {
			return "lineItem.scoreMaximum is a required field";
		}
		return null;
	}

	private PlacedLink place(ContentItem item, Launch launch) {
		String title = title(item, launch);
		boolean datesIgnored = this.manners.are(Manners.MOODLE);
		boolean dead = this.manners.are(Manners.BLACKBOARD) && item.url() == null;
		PlacedLink link = this.courses.place((number) -> new PlacedLink(number, launch.course().id(),
				launch.registration().clientId(), dead ? title + " (Invalid Link)" : title, item.text(), item.url(),
				custom(item), item.newWindow() && !datesIgnored, datesIgnored ? null : item.availableFrom(),
				datesIgnored ? null : item.availableUntil(), datesIgnored ? null : item.due()));
		ContentItem.Column column = item.column();
		if (column != null) {
			String label = (column.label().isEmpty() || this.manners.are(Manners.MOODLE)) ? title : column.label();
			double maximum = Objects.requireNonNullElse(column.scoreMaximum(), 100.0);
			this.gradebook.add((number) -> new LineItem(number, link.courseId(), link.clientId(), label, maximum,
					column.resourceId(), column.tag(), link.number(), null, null, null, true));
		}
		return link;
	}

	private String title(ContentItem item, Launch launch) {
		ContentItem.Column column = item.column();
		if (this.manners.are(Manners.CANVAS) && column != null && !column.label().isEmpty()) {
			return column.label();
		}
		return item.title().isBlank() ? launch.registration().name() : item.title();
	}

	private Map<String, String> custom(ContentItem item) {
		if (!this.manners.are(Manners.MOODLE)) {
			return item.custom();
		}
		Map<String, String> firstLines = new LinkedHashMap<>();
		item.custom().forEach((name, value) -> firstLines.put(name, value.split("\\R", 2)[0]));
		return firstLines;
	}

}
