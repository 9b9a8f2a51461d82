package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a teacher chose for an activity that names no module, through the whole tool: for
 * that activity, for its copies, and for nothing else.
 */
@OnTheWholeTool
class ChosenModulesTests {

	private static final String CHOSEN = "tied-housing";

	private static final String NAMED = "national-referral-mechanism";

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final ToolUnderTest tool;

	@Autowired
	ChosenModulesTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	private static Draft on(Draft draft, String context, String link) {
		return draft.lti("context", Json.object().put("id", context))
			.lti("resource_link", Json.object().put("id", link).put("title", "Week 3"));
	}

	private static Draft copied(Draft draft, String links, String contexts) {
		return draft.lti("custom", Json.object().put("resource_link_history", links).put("context_history", contexts));
	}

	private static Answer choose(Visit teacher, String module) {
		String page = teacher.browser().get(teacher.path() + "/choose").body();
		Matcher token = FORM_TOKEN.matcher(page);
		assertThat(token.find()).as(page).isTrue();
		Map<String, Object> form = new LinkedHashMap<>(Map.of("module", module, "_csrf", token.group(1)));
		return teacher.browser().post(teacher.path() + "/choose", form);
	}

	private static void chosen(Stage stage, String context, String link) {
		Visit teacher = stage.visit(on(Draft.instructor(), context, link));
		Answer answer = choose(teacher, CHOSEN);
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		assertThat(answer.location()).endsWith("/learn");
	}

	@Test
	void everyoneGetsItOnceItIsChosen() {
		try (Stage stage = new Stage(this.tool)) {
			Visit waiting = stage.visit(on(Draft.student(), "choice-1", "link-1"));
			assertThat(waiting.who("module")).isNull();
			stage.advance(Duration.ofSeconds(1));
			chosen(stage, "choice-1", "link-1");
			assertThat(waiting.who("module")).as("also where it is open already").isEqualTo(CHOSEN);
			assertThat(stage.visit(on(Draft.student(), "choice-1", "link-1")).who("module")).isEqualTo(CHOSEN);
			assertThat(stage.visit(on(Draft.student(), "choice-1", "link-other")).who("module")).isNull();
		}
	}

	@Test
	void theModuleThatThePlatformNamesComesFirst() {
		try (Stage stage = new Stage(this.tool)) {
			chosen(stage, "choice-2", "link-2");
			Draft named = on(Draft.instructor(), "choice-2", "link-2").lti("custom",
					Json.object().put("module", NAMED));
			Visit visit = stage.visit(named);
			assertThat(visit.who("module")).isEqualTo(NAMED);
			assertThat(visit.browser().get(visit.path() + "/choose").status()).as("nothing to choose").isEqualTo(404);
			Draft gone = on(Draft.student(), "choice-2", "link-2").lti("custom", Json.object().put("module", "gone"));
			assertThat(stage.visit(gone).who("module")).as("unless the tool does not have it").isEqualTo(CHOSEN);
		}
	}

	@Test
	void aCopyOpensWhatTheOriginalOpens() {
		try (Stage stage = new Stage(this.tool)) {
			chosen(stage, "choice-3", "link/3 a");
			Draft copy = copied(on(Draft.student(), "choice-3-copy", "link-3-copy"), "link-2-between,link%2F3+a", "");
			assertThat(stage.visit(copy).who("module")).isEqualTo(CHOSEN);
			Draft unknown = copied(on(Draft.student(), "choice-3-copy", "link-3-other"), "$ResourceLink.id.history",
					"$Context.id.history");
			assertThat(stage.visit(unknown).who("module")).isNull();
		}
	}

	@Test
	void aCopyIsFoundByItsTitleWhereOnlyTheCourseIsKnown() {
		try (Stage stage = new Stage(this.tool)) {
			chosen(stage, "choice-4", "link-4");
			Draft copy = copied(on(Draft.student(), "choice-4-copy", "link-4-copy"), "", "choice-4");
			assertThat(stage.visit(copy).who("module")).isEqualTo(CHOSEN);
			Draft renamed = copy.lti("resource_link", Json.object().put("id", "link-4-renamed").put("title", "Week 9"));
			assertThat(stage.visit(renamed).who("module")).isNull();
		}
	}

	@Test
	void anotherPlatformsChoiceIsNobodysBusiness() {
		try (Stage stage = new Stage(this.tool)) {
			chosen(stage, "choice-5", "link-5");
			Draft other = copied(on(Draft.ofPlatformB(), "choice-5", "link-5"), "link-5", "choice-5");
			assertThat(stage.visit(other).who("module")).isNull();
		}
	}

	@Test
	void onlyThoseWhoTeachChoose() {
		try (Stage stage = new Stage(this.tool)) {
			Visit learner = stage.visit(on(Draft.student(), "choice-6", "link-6"));
			assertThat(Verdict.code(learner.browser().get(learner.path() + "/choose"))).isEqualTo("LTI-ROLE");
			Draft assistant = on(Draft.instructor(), "choice-6", "link-6").roles(
					"http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor",
					"http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant");
			Visit assists = stage.visit(assistant.claim("sub", "assistant-6"));
			assertThat(assists.arrive().body()).contains("Or let a teacher of the course open the activity");
			assertThat(Verdict.code(assists.browser().get(assists.path() + "/choose"))).isEqualTo("LTI-ROLE");
		}
	}

	@Test
	void anActivityPlacedWithoutAGradeGetsNoColumnOfOurs() {
		try (Stage stage = new Stage(this.tool)) {
			String endpoint = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
			Draft ungraded = on(Draft.student(), "choice-7", "link-7").lti("custom",
					Json.object().put("module", NAMED).put("grade", "none"));
			Visit coupled = stage.visit(ungraded);
			assertThat(coupled.who().path("ags").path("lineItems").isNull()).isTrue();
			assertThat(coupled.who().path("ags").path("lineItem").isString()).as("the platform's own stays").isTrue();
			ungraded.payload.path(endpoint).asObject().remove("lineitem");
			assertThat(stage.visit(ungraded).who().has("ags")).isFalse();
		}
	}

	@Test
	void theModuleOfAnActivityIsChosenAlreadyWhenItIsPlacedAgain() {
		try (Stage stage = new Stage(this.tool)) {
			Draft again = Draft.of("launch.dl").lti("custom", Json.object().put("module", NAMED));
			assertThat(stage.visit(again).arrive().body()).containsPattern("value=\"" + NAMED + "\"[^>]*checked")
				.contains("Chosen until now");
			Draft byTitle = Draft.of("launch.dl");
			byTitle.payload.path("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings")
				.asObject()
				.put("title", "When the job comes with the bed");
			assertThat(stage.visit(byTitle).arrive().body()).containsPattern("value=\"" + CHOSEN + "\"[^>]*checked");
		}
	}

	@Test
	void anUnknownModuleLeadsTheTeacherToTheListAndRefusesTheLearner() {
		try (Stage stage = new Stage(this.tool)) {
			Draft teacher = on(Draft.instructor(), "choice-8", "link-8").lti("custom",
					Json.object().put("module", "gone"));
			assertThat(stage.visit(teacher).arrive().body()).contains("does not exist here");
			Draft learner = on(Draft.student(), "choice-8", "link-8").lti("custom",
					Json.object().put("module", "gone"));
			Browser browser = stage.browser();
			Login login = stage.login(learner, browser);
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, "MODULE-UNKNOWN", stage.launch(learner, login, browser), before);
		}
	}

}
