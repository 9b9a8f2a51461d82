package com.humantraffickingexperts.sandbox.ags;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.services.ServiceCall;

/**
 * A score on its way into the gradebook.
 *
 * @param call the call that brought it
 * @param course the course
 * @param item the column
 * @param members what the body holds; null when it is not a JSON object
 */
record ScorePost(ServiceCall call, Course course, LineItem item, @Nullable Map<String, @Nullable Object> members) {

	@Nullable Object get(String name) {
		return (this.members == null) ? null : this.members.get(name);
	}

	boolean has(String name) {
		return get(name) != null;
	}

	/**
	 * A member that is text, or, as some platforms allow, a number.
	 * @param name the member
	 * @return its text; empty when it is absent or something else
	 */
	String text(String name) {
		Object value = get(name);
		return (value instanceof String || value instanceof Number) ? value.toString() : "";
	}

	@Nullable Double number(String name) {
		return Numbers.read(get(name));
	}

	@Nullable String comment() {
		return (get("comment") instanceof String comment && !comment.isBlank()) ? comment : null;
	}

	/**
	 * The score's time, which must have a zone.
	 * @return the time, unless it is absent or malformed
	 */
	Optional<Instant> timestamp() {
		return time(get("timestamp"));
	}

	static Optional<Instant> time(@Nullable Object value) {
		try {
			return (value instanceof String text) ? Optional.of(OffsetDateTime.parse(text).toInstant())
					: Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
