package com.humantraffickingexperts.sandbox.deeplinking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Something chosen: an
 * <a href="https://www.imsglobal.org/spec/lti-dl/v2p0/#lti-resource-link">LTI resource
 * link</a>.
 *
 * @param type the type of item
 * @param title the title, or empty
 * @param text the description, or empty
 * @param url where it leads, or null
 * @param custom custom parameters
 * @param column the line item to make with it, or null
 * @param newWindow whether it asks for a window of its own
 * @param availableFrom ISO 8601, or null
 * @param availableUntil ISO 8601, or null
 * @param due ISO 8601, or null
 */
public record ContentItem(String type, String title, String text, @Nullable String url, Map<String, String> custom,
		@Nullable Column column, boolean newWindow, @Nullable String availableFrom, @Nullable String availableUntil,
		@Nullable String due) {

	/**
	 * The line item of an item.
	 *
	 * @param label the label, or empty
	 * @param scoreMaximum the most points, or null when it is not a number
	 * @param resourceId the resource, or null
	 * @param tag the tag, or null
	 */
	public record Column(String label, @Nullable Double scoreMaximum, @Nullable String resourceId,
			@Nullable String tag) {

		static Column of(Map<?, ?> sent) {
			return new Column(Objects.requireNonNullElse(text(sent, "label"), ""),
					(sent.get("scoreMaximum") instanceof Number number) ? Double.valueOf(number.doubleValue()) : null,
					text(sent, "resourceId"), text(sent, "tag"));
		}

	}

	static ContentItem of(Map<?, ?> sent) {
		Map<String, String> custom = new LinkedHashMap<>();
		if (sent.get("custom") instanceof Map<?, ?> parameters) {
			parameters.forEach((name, value) -> custom.put(String.valueOf(name), String.valueOf(value)));
		}
		return new ContentItem(Objects.requireNonNullElse(text(sent, "type"), ""),
				Objects.requireNonNullElse(text(sent, "title"), ""), Objects.requireNonNullElse(text(sent, "text"), ""),
				text(sent, "url"), custom, (sent.get("lineItem") instanceof Map<?, ?> item) ? Column.of(item) : null,
				sent.get("window") instanceof Map<?, ?> window && "_blank".equals(window.get("targetName")),
				date(sent, "available", "startDateTime"), date(sent, "available", "endDateTime"),
				date(sent, "submission", "endDateTime"));
	}

	private static @Nullable String text(Map<?, ?> sent, String name) {
		return (sent.get(name) instanceof String value) ? value : null;
	}

	private static @Nullable String date(Map<?, ?> sent, String group, String name) {
		return (sent.get(group) instanceof Map<?, ?> dates) ? text(dates, name) : null;
	}

}
