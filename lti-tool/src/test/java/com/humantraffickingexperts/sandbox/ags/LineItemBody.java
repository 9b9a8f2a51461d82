package com.humantraffickingexperts.sandbox.ags;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * The line item a tool sends.
 *
 * @param label the label
 * @param scoreMaximum the most points
 * @param resourceId the resource, or null
 * @param tag the tag, or null
 * @param resourceLinkId the link, or null
 * @param startDateTime ISO 8601, or null
 * @param endDateTime ISO 8601, or null
 * @param gradesReleased whether grades are released, or null
 */
record LineItemBody(String label, double scoreMaximum, @Nullable String resourceId, @Nullable String tag,
		@Nullable String resourceLinkId, @Nullable String startDateTime, @Nullable String endDateTime,
		@Nullable Boolean gradesReleased) {

	static LineItemBody of(ServiceCall call, ServiceErrors errors, Manners manners, @Nullable LineItem old) {
		Map<String, @Nullable Object> sent = call.json();
		if (sent == null) {
			throw errors.refused(call, 400, "The body is not a JSON object");
		}
		LineItem kept = (manners == Manners.CANVAS) ? old : null;
		String label = text(sent, "label", (kept != null) ? kept.label() : null);
		if (label == null || label.isBlank()) {
			throw errors.refused(call, (manners == Manners.CANVAS) ? 422 : 400, (manners == Manners.SAKAI)
					? "Could not create lineitem: lineitem.label is required" : "label is missing");
		}
		Double maximum = Numbers.read(sent.get("scoreMaximum"));
		if (maximum == null) {
			maximum = (manners == Manners.SAKAI) ? Double.valueOf(100)
					: (kept != null) ? Double.valueOf(kept.scoreMaximum()) : null;
		}
		boolean lenient = manners == Manners.MOODLE;
		if (maximum == null || (maximum <= 0 && !lenient)) {
			throw errors.refused(call, (manners == Manners.CANVAS) ? 422 : 400, "scoreMaximum must be more than 0");
		}
		return new LineItemBody(label, maximum, text(sent, "resourceId", (kept != null) ? kept.resourceId() : null),
				text(sent, "tag", (kept != null) ? kept.tag() : null), text(sent, "resourceLinkId", null),
				text(sent, "startDateTime", null), text(sent, "endDateTime", null),
				(sent.get("gradesReleased") instanceof Boolean released) ? released : null);
	}

	private static @Nullable String text(Map<String, @Nullable Object> sent, String name, @Nullable String otherwise) {
		return (sent.get(name) instanceof String value) ? value : otherwise;
	}

}
