package com.humantraffickingexperts.lti.conformance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of area {@code ags} that begin with a launch, or with a request to the tool.
 * The others are played where scores are sent.
 */
@OnTheWholeTool
public class GradebookOfALaunchTests {

	private static final Map<String, Scenario> SCENARIOS = Map.ofEntries(
			Map.entry("AGS-001", GradebookOfALaunchTests::containerOnly),
			Map.entry("AGS-035", GradebookOfALaunchTests::noGradebook),
			Map.entry("AGS-036", GradebookOfALaunchTests::noGradebook),
			Map.entry("AGS-039", GradebookOfALaunchTests::containerOnly),
			Map.entry("AGS-042", GradebookOfALaunchTests::columnIsKept),
			Map.entry("AGS-051", GradebookOfALaunchTests::noGradebook),
			Map.entry("AGS-053", GradebookOfALaunchTests::noGradebook),
			Map.entry("AGS-054", GradebookOfALaunchTests::noGradebook),
			Map.entry("AGS-055", GradebookOfALaunchTests::noGradebook),
			Map.entry("AGS-056", GradebookOfALaunchTests::columnAtAnotherOrigin),
			Map.entry("AGS-100", GradebookOfALaunchTests::noSuchPage),
			Map.entry("AGS-102", GradebookOfALaunchTests::noSuchPage),
			Map.entry("AGS-141", GradebookOfALaunchTests::noSuchPage));

	private final ToolUnderTest tool;

	@Autowired
	GradebookOfALaunchTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	/** Those that are not played in {@code AgsConformanceTests}. */
	static Stream<Case> cases() {
		return Case.of("ags").filter((played) -> ids().contains(played.id()));
	}

	/**
	 * The cases that are played here.
	 * @return their names
	 */
	public static Set<String> ids() {
		return SCENARIOS.keySet();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (Stage stage = new Stage(this.tool)) {
			Objects.requireNonNull(SCENARIOS.get(played.id())).play(stage, played);
		}
	}

	private static void containerOnly(Stage stage, Case played) {
		JsonNode who = stage.visit(Mutations.draft(played)).who();
		assertThat(who.path("graded").booleanValue()).isTrue();
		assertThat(who.path("ags").path("lineItem").isNull()).isTrue();
		assertThat(who.path("ags").path("lineItems").stringValue()).isEqualTo("https://lms-a.example/ags/7/lineitems");
	}

	/** The launch itself always succeeds; nothing is ever sent to such an address. */
	private static void noGradebook(Stage stage, Case played) {
		assertThat(stage.visit(Mutations.draft(played)).who().has("ags")).isFalse();
	}

	private static void columnIsKept(Stage stage, Case played) {
		assertThat(stage.visit(Mutations.draft(played)).who().path("ags").path("lineItem").stringValue())
			.isEqualTo("https://lms-a.example/l/1");
	}

	private static void columnAtAnotherOrigin(Stage stage, Case played) {
		noGradebook(stage, played);
		stage.tool()
			.registrations()
			.change("cA1", RegistrationsDouble.servingAt(Set.of("https://school.instructure.com")));
		assertThat(stage.visit(Mutations.draft(played)).who().path("ags").path("lineItem").stringValue())
			.isEqualTo("https://school.instructure.com/api/lti/courses/1/line_items/2");
	}

	/**
	 * There is no page that takes a score, grades again or shows results in a launch; and
	 * the operators' pages about grades know nobody who came by a launch.
	 */
	private static void noSuchPage(Stage stage, Case played) {
		Visit visit = stage.visit(Draft.student());
		Map<String, List<String>> before = stage.rows();
		String path = played.given().path("http").path("path").stringValue().replace("{other}", "1");
		for (String address : List.of(path, visit.path() + path)) {
			assertThat(visit.browser().post(address, Map.of("score", "100")).status()).isBetween(400, 499);
			assertThat(visit.browser().get(address).status()).isEqualTo(404);
		}
		Answer grades = visit.browser()
			.get("/admin/registrations/" + stage.tool().registrations().of("cA1").id().value() + "/grades");
		assertThat(grades.status()).isIn(302, 303, 401, 403, 404);
		assertThat(grades.body()).doesNotContain("<table");
		assertThat(stage.rows()).isEqualTo(before);
	}

}
