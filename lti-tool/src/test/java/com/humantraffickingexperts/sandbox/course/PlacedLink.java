package com.humantraffickingexperts.sandbox.course;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://www.imsglobal.org/spec/lti/v1p3/#resource-link-0">resource link</a>:
 * one activity of a tool, placed in a course.
 *
 * @param number unique among all links of the platform
 * @param courseId the course it is in
 * @param clientId the registration whose tool it opens
 * @param title what people see
 * @param text a description, may be empty
 * @param url where it leads; null for the tool's own target
 * @param custom the link's custom parameters, before substitution
 * @param newWindow whether it opens in a window of its own
 * @param availableFrom ISO 8601, or null
 * @param availableUntil ISO 8601, or null
 * @param due ISO 8601, or null
 */
public record PlacedLink(int number, String courseId, String clientId, String title, String text, @Nullable String url,
		Map<String, String> custom, boolean newWindow, @Nullable String availableFrom, @Nullable String availableUntil,
		@Nullable String due) {

	/**
	 * A link without dates that opens in the course page.
	 * @param number the number
	 * @param courseId the course
	 * @param clientId the registration
	 * @param title the title
	 * @param url where it leads
	 * @param custom the custom parameters
	 * @return the link
	 */
	public static PlacedLink of(int number, String courseId, String clientId, String title, @Nullable String url,
			Map<String, String> custom) {
		return new PlacedLink(number, courseId, clientId, title, "", url, custom, false, null, null, null);
	}

	public UUID uuid() {
		return UUID.nameUUIDFromBytes(("link " + this.number).getBytes(StandardCharsets.UTF_8));
	}

	PlacedLink leadingTo(String newUrl) {
		return new PlacedLink(this.number, this.courseId, this.clientId, this.title, this.text, newUrl, this.custom,
				this.newWindow, this.availableFrom, this.availableUntil, this.due);
	}

	PlacedLink inNewWindow(boolean newNewWindow) {
		return new PlacedLink(this.number, this.courseId, this.clientId, this.title, this.text, this.url, this.custom,
				newNewWindow, this.availableFrom, this.availableUntil, this.due);
	}

}
