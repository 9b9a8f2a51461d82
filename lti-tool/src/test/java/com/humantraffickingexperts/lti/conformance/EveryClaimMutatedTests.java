package com.humantraffickingexperts.lti.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a platform writes into a claim, and into a member of a claim, the launch is
 * refused with a reason or works, and nobody gets more rights by it.
 */
@OnTheWholeTool
class EveryClaimMutatedTests {

	private static final JsonNode VALUES = Json.object("""
			{"values": [null, 0, 1e308, true, "", " ", [], [null], {}, "\\u0000", "\\u202eexe.txt", "日本語 😀",
			  "<script>alert(1)</script>", "javascript:alert(1)", "//evil.example/x", "http://[::1"]}""")
		.path("values");

	private static final Set<String> LEARNER_OR_LESS = Set.of("LEARNER", "VIEWER");

	private final ToolUnderTest tool;

	@Autowired
	EveryClaimMutatedTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	static Stream<String> claims() {
		return Draft.student().payload.propertyNames().stream();
	}

	@ParameterizedTest
	@MethodSource("claims")
	void refusedOrHarmless(String claim) {
		try (Stage stage = new Stage(this.tool)) {
			places(claim).forEach((place) -> {
				for (JsonNode value : VALUES) {
					play(stage, place, value);
				}
				play(stage, place, Json.object().put("repeat", "é").put("n", 3000));
			});
		}
	}

	/** The claim itself, and each member of it. */
	private static List<Place> places(String claim) {
		List<Place> places = new ArrayList<>();
		places.add(new Place(claim, null));
		Draft.student().payload.path(claim).propertyNames().forEach((member) -> places.add(new Place(claim, member)));
		return places;
	}

	private static void play(Stage stage, Place place, JsonNode value) {
		Draft draft = Draft.student();
		place.set(draft.payload, value);
		Browser browser = stage.browser();
		Answer answer = stage.launch(draft, stage.login(draft, browser), browser);
		String what = place + " = " + value;
		assertThat(answer.status()).as(what).isIn(303, 400, 401, 403);
		if (answer.status() != 303) {
			assertThat(Verdict.code(answer)).as(what).isNotNull();
			return;
		}
		Visit visit = Visit.of(answer, browser);
		Answer page = browser.get(answer.location());
		assertThat(page.status()).as(what).isEqualTo(200);
		assertThat(page.body()).as(what).doesNotContain("<script>alert", "\"javascript:", "\"//evil.example");
		assertThat(visit.who("standing")).as(what).isIn(LEARNER_OR_LESS);
		assertThat(page.header("Content-Security-Policy")).as(what).doesNotContain("evil");
	}

	/** A claim, or a member of one. */
	private record Place(String claim, @Nullable String member) {

		void set(ObjectNode payload, JsonNode value) {
			if (this.member == null) {
				payload.set(this.claim, value);
			}
			else {
				((ObjectNode) payload.path(this.claim)).set(this.member, value);
			}
		}

	}

}
