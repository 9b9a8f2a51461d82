package com.humantraffickingexperts.sandbox.ags;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;

/**
 * Writes line items as each platform does.
 */
@Component
class LineItemShape {

	private final CurrentManners manners;

	private final ServiceAddresses addresses;

	private final PlatformIds ids;

	private final Courses courses;

	LineItemShape(CurrentManners manners, ServiceAddresses addresses, PlatformIds ids, Courses courses) {
		this.manners = manners;
		this.addresses = addresses;
		this.ids = ids;
		this.courses = courses;
	}

	Map<String, Object> of(Course course, LineItem item) {
		boolean moodle = this.manners.are(Manners.MOODLE);
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("id", this.addresses.lineItem(course, item));
		shape.put("label", item.label());
		shape.put("scoreMaximum",
				this.manners.are(Manners.CANVAS) ? (Object) item.scoreMaximum() : Numbers.tidy(item.scoreMaximum()));
		put(shape, "resourceId", text(item.resourceId(), moodle));
		put(shape, "tag", text(item.tag(), moodle));
		Integer linkNumber = item.linkNumber();
		if (linkNumber != null) {
			PlacedLink link = this.courses.link(linkNumber).orElse(null);
			put(shape, "resourceLinkId", (link == null) ? null : this.ids.resourceLink(link));
			if (moodle) {
				shape.put("ltiLinkId", linkNumber.toString());
			}
		}
		put(shape, "startDateTime", item.startDateTime());
		put(shape, "endDateTime", item.endDateTime());
		put(shape, "gradesReleased", item.gradesReleased());
		return shape;
	}

	private @Nullable String text(@Nullable String value, boolean emptyWhenUnset) {
		if (value != null && this.manners.are(Manners.SAKAI)) {
			return URLEncoder.encode(value, StandardCharsets.UTF_8);
		}
		return emptyWhenUnset ? Objects.requireNonNullElse(value, "") : value;
	}

	private static void put(Map<String, Object> shape, String name, @Nullable Object value) {
		if (value != null) {
			shape.put(name, value);
		}
	}

}
