package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
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
		PlatformRequest request = PlatformRequest.get(access, Set.of(AgsScope.RESULT_READONLY), address,
				MediaType.RESULT_CONTAINER);
		return (this.calls.send(request) instanceof PlatformAnswer answered)
				? holds(answered.answer().body(), subject, points) : Optional.empty();
	}

	/**
	 * Blackboard and Sakai answer with other people's results too, and Sakai with a
	 * single object; so the person is looked for here.
	 */
	static Optional<Boolean> holds(byte[] body, String subject, Points points) {
		try {
			JsonNode json = JSON.readTree(body);
			if (!json.isArray() && !json.isObject()) {
				return Optional.empty();
			}
			List<JsonNode> results = json.isArray() ? json.valueStream().toList() : List.of(json);
			return Optional.of(results.stream()
				.filter((result) -> subject.equals(result.path("userId").asString("")))
				.anyMatch((result) -> same(result, points)));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static boolean same(JsonNode result, Points points) {
		JsonNode score = result.path("resultScore");
		if (!score.isNumber()) {
			return false;
		}
		JsonNode stated = result.path("resultMaximum");
		BigDecimal maximum = stated.isNumber() ? stated.decimalValue() : BigDecimal.ONE;
		if (maximum.signum() <= 0) {
			return false;
		}
		BigDecimal held = score.decimalValue().divide(maximum, MathContext.DECIMAL64);
		BigDecimal ours = points.given().divide(points.maximum(), MathContext.DECIMAL64);
		return held.subtract(ours).abs().compareTo(TOLERANCE) <= 0;
	}

}
