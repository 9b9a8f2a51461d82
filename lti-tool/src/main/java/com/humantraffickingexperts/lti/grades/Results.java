package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.platform.NextPage;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.ServiceAccess;

/**
 * Reads back what a platform holds:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#result-service">AGS 2.0, section
 * 3.3</a>. Never asks for a page: Moodle 4.5 crashes at {@code limit}.
 */
@Component
class Results {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Platforms keep a few digits of the rescaled grade. */
	private static final BigDecimal TOLERANCE = new BigDecimal("0.0005");

	private static final int MOST_PAGES = 200;

	private final PlatformCalls calls;

	Results(PlatformCalls calls) {
		this.calls = calls;
	}

	/**
	 * Whether the platform holds these points for this person.
	 * @return empty when the platform does not let us know
	 */
	Optional<Boolean> holds(ServiceAccess access, URI lineItem, String subject, Points points) {
		URI address = ServiceAddress.with(ServiceAddress.results(lineItem), "user_id", subject);
		return read(access, address).all().map((results) -> holds(results, subject, points));
	}

	/** Everything that a column holds. */
	Reading of(ServiceAccess access, URI lineItem) {
		return read(access, ServiceAddress.results(lineItem));
	}

	/** Follows the pages by which a platform answers of its own accord. */
	private Reading read(ServiceAccess access, URI first) {
		List<Held> all = new ArrayList<>();
		Set<URI> seen = new HashSet<>();
		URI page = first;
		while (page != null) {
			if (!seen.add(page) || seen.size() > MOST_PAGES) {
				return Reading.NOTHING;
			}
			PlatformOutcome outcome = this.calls
				.send(PlatformRequest.get(access, Set.of(AgsScope.RESULT_READONLY), page, MediaType.RESULT_CONTAINER));
			if (!(outcome instanceof PlatformAnswer answered)) {
				return new Reading(Optional.empty(), ScoreAnswers.status(outcome));
			}
			Optional<List<Held>> results = results(answered.answer().body());
			if (results.isEmpty()) {
				return Reading.NOTHING;
			}
			all.addAll(results.get());
			switch (NextPage.after(answered.answer(), page)) {
				case NextPage.None none -> page = null;
				case NextPage.At next -> page = next.address();
				case NextPage.Unreadable unreadable -> {
					return Reading.NOTHING;
				}
			}
		}
		return new Reading(Optional.of(all), 200);
	}

	/**
	 * Blackboard and Sakai answer with other people's results too, and Sakai with a
	 * single object; so the person is looked for here.
	 */
	static Optional<Boolean> holds(byte[] body, String subject, Points points) {
		return results(body).map((results) -> holds(results, subject, points));
	}

	private static boolean holds(List<Held> results, String subject, Points points) {
		return results.stream().anyMatch((result) -> result.subject.equals(subject) && result.is(points));
	}

	private static Optional<List<Held>> results(byte[] body) {
		try {
			JsonNode json = JSON.readTree(body);
			if (!json.isArray() && !json.isObject()) {
				return Optional.empty();
			}
			List<JsonNode> results = json.isArray() ? json.valueStream().toList() : List.of(json);
			return Optional.of(results.stream().map(Held::of).toList());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * What a reading of results brought.
	 *
	 * @param all the results; empty when they could not be read to their end
	 * @param status the status of the last answer, or null
	 */
	record Reading(Optional<List<Held>> all, @Nullable Integer status) {

		private static final Reading NOTHING = new Reading(Optional.empty(), null);

		/** Whether the platform says that there is no such column. */
		boolean gone() {
			return this.status != null && (this.status == 404 || this.status == 410);
		}

	}

	/**
	 * What a column holds for a person.
	 *
	 * @param subject the platform's name for the person
	 * @param score what is held; null when nothing is
	 * @param maximum the scale of that
	 */
	record Held(String subject, @Nullable BigDecimal score, BigDecimal maximum) {

		private static Held of(JsonNode json) {
			JsonNode score = json.path("resultScore");
			JsonNode stated = json.path("resultMaximum");
			BigDecimal maximum = stated.isNumber() ? stated.decimalValue() : BigDecimal.ONE;
			boolean usable = score.isNumber() && maximum.signum() > 0;
			return new Held(json.path("userId").asString(""), usable ? score.decimalValue() : null, maximum);
		}

		boolean is(Points points) {
			return this.score != null && part().subtract(part(points)).abs().compareTo(TOLERANCE) <= 0;
		}

		/** Whether it is less than these points. */
		boolean below(Points points) {
			return this.score != null && part().compareTo(part(points)) < 0;
		}

		private BigDecimal part() {
			return Objects.requireNonNull(this.score).divide(this.maximum, MathContext.DECIMAL64);
		}

		private static BigDecimal part(Points points) {
			return points.given().divide(points.maximum(), MathContext.DECIMAL64);
		}

	}

}
