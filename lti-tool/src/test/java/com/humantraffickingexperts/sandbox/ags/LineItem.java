package com.humantraffickingexperts.sandbox.ags;

import org.jspecify.annotations.Nullable;

/**
 * A column of the gradebook
 * (<a href="https://www.imsglobal.org/spec/lti-ags/v2p0/#line-item-service">AGS 2.0, line
 * item</a>).
 *
 * @param number unique among all line items
 * @param courseId the course
 * @param clientId the tool it belongs to
 * @param label what people see
 * @param scoreMaximum the most points there are
 * @param resourceId the tool's name for what is graded, or null
 * @param tag the tool's tag, or null
 * @param linkNumber the link it belongs to, or null
 * @param startDateTime ISO 8601, or null
 * @param endDateTime ISO 8601, or null
 * @param gradesReleased whether students see their grades, or null
 * @param coupled whether the platform made it together with its link
 */
public record LineItem(int number, String courseId, String clientId, String label, double scoreMaximum,
		@Nullable String resourceId, @Nullable String tag, @Nullable Integer linkNumber, @Nullable String startDateTime,
		@Nullable String endDateTime, @Nullable Boolean gradesReleased, boolean coupled) {

	/**
	 * The column of a link, made by the platform together with it.
	 * @param number the number
	 * @param courseId the course
	 * @param clientId the tool
	 * @param label the label
	 * @param scoreMaximum the most points
	 * @param linkNumber the link
	 * @return the line item
	 */
	public static LineItem ofLink(int number, String courseId, String clientId, String label, double scoreMaximum,
			int linkNumber) {
		return new LineItem(number, courseId, clientId, label, scoreMaximum, null, null, linkNumber, null, null, null,
				true);
	}

}
