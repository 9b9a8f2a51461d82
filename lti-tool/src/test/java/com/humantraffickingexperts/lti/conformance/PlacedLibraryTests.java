package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/** The resource library as an activity, through the whole tool. */
@OnTheWholeTool
class PlacedLibraryTests {

	private static final String LIBRARY = "resource-library";

	private final ToolUnderTest tool;

	@Autowired
	PlacedLibraryTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	private static Draft placed(Draft draft, String link) {
		return draft.lti("resource_link", Json.object().put("id", link).put("title", "Week 9"))
			.lti("custom", Json.object().put("module", LIBRARY).put("grade", "none"));
	}

	private static Answer choose(Visit visit, String... modules) {
		String token = Stage.field(visit.browser().get(visit.path() + "/choose"), "_csrf");
		return visit.browser().post(visit.path() + "/choose", Map.of("_csrf", token, "module", List.of(modules)));
	}

	@Test
	void theListOffersItBesideTheModules() {
		try (Stage stage = new Stage(this.tool)) {
			assertThat(stage.visit(Draft.of("launch.dl")).arrive().body())
				.containsPattern("name=\"module\" id=\"module-library\"[^>]*value=\"resource-library\"")
				.contains("5 publications");
		}
	}

	@Test
	void itIsPlacedAsALinkWithoutALineItem() {
		try (Stage stage = new Stage(this.tool)) {
			SentChoice sent = SentChoice
				.of(choose(stage.visit(Draft.of("launch.dl")), "national-referral-mechanism", LIBRARY));
			assertThat(sent.items()).hasSize(2);
			JsonNode item = sent.items().path(1);
			assertThat(item.path("type").stringValue()).isEqualTo("ltiResourceLink");
			assertThat(item.path("title").stringValue()).isEqualTo("Resource library");
			assertThat(item.path("url").stringValue()).isEqualTo(ToolUnderTest.BASE + "/modules/resource-library");
			assertThat(item.path("custom").path("module").stringValue()).isEqualTo(LIBRARY);
			assertThat(item.path("custom").path("grade").stringValue()).isEqualTo("none");
			assertThat(item.has("lineItem")).isFalse();
		}
	}

	@Test
	void learnersAndTeachersArriveAtTheSamePage() {
		try (Stage stage = new Stage(this.tool)) {
			for (Draft draft : List.of(placed(Draft.student(), "library-1"), placed(Draft.instructor(), "library-1"))) {
				stage.advance(Duration.ofSeconds(1));
				Visit visit = stage.visit(draft);
				assertThat(visit.answer().status()).isEqualTo(303);
				assertThat(visit.answer().location()).endsWith("/library");
				assertThat(visit.arrive().body()).contains("Resource library", "What has changed since")
					.doesNotContain("For teachers");
				assertThat(visit.browser().get(visit.path() + "/class").status()).isIn(403, 404);
				assertThat(visit.browser().get(visit.path() + "/choose").status()).isIn(403, 404);
			}
		}
	}

	@Test
	void theAddressOfTheLinkOpensItToo() {
		try (Stage stage = new Stage(this.tool)) {
			Draft draft = Draft.student().target(ToolUnderTest.BASE + "/modules/resource-library");
			assertThat(stage.visit(draft).answer().location()).endsWith("/library");
		}
	}

	@Test
	void whoeverHasThatAddressReadsItWithoutALaunch() {
		try (Stage stage = new Stage(this.tool)) {
			Answer page = stage.browser().get("/modules/resource-library");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.body()).contains("Resource library",
					"Evaluation of Independent Child Trafficking Guardians");
			assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
		}
	}

	@Test
	void aTeacherCanChooseItForAnActivityAndChooseAgain() {
		try (Stage stage = new Stage(this.tool)) {
			Draft teacher = Draft.instructor()
				.lti("resource_link", Json.object().put("id", "library-2").put("title", "Week 10"));
			Draft student = Draft.student()
				.lti("resource_link", Json.object().put("id", "library-2").put("title", "Week 10"));
			Visit visit = stage.visit(teacher);
			Answer chosen = choose(visit, LIBRARY);
			assertThat(chosen.status()).as(chosen.body()).isEqualTo(303);
			Answer learn = visit.browser().get(chosen.location());
			assertThat(learn.location()).endsWith("/library");
			assertThat(visit.browser().get(learn.location()).body())
				.contains("Choose another module for this activity");
			stage.advance(Duration.ofSeconds(1));
			assertThat(stage.visit(student).answer().location()).endsWith("/library");
			stage.advance(Duration.ofSeconds(1));
			Visit again = stage.visit(teacher);
			assertThat(again.answer().location()).endsWith("/library");
			assertThat(again.browser().get(again.path() + "/choose").body())
				.containsPattern("value=\"resource-library\"[^>]*checked")
				.contains("This activity already has a module");
			assertThat(choose(again, "national-referral-mechanism").status()).isEqualTo(303);
			stage.advance(Duration.ofSeconds(1));
			assertThat(stage.visit(student).answer().location()).endsWith("/learn");
		}
	}

	@Test
	void itIsChosenAlreadyWhenItIsPlacedAgain() {
		try (Stage stage = new Stage(this.tool)) {
			Draft byTitle = Draft.of("launch.dl");
			byTitle.payload.path("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings")
				.asObject()
				.put("title", "Bibliothèque de ressources");
			assertThat(stage.visit(byTitle).arrive().body()).containsPattern("value=\"resource-library\"[^>]*checked");
		}
	}

	@Test
	void aModuleThatNobodyKnowsIsStillRefused() {
		try (Stage stage = new Stage(this.tool)) {
			Draft draft = Draft.student().lti("custom", Json.object().put("module", "resource-librarian"));
			Browser browser = stage.browser();
			Login login = stage.login(draft, browser);
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, "MODULE-UNKNOWN", stage.launch(draft, login, browser), before);
		}
	}

	@Test
	void thePreviewLeadsBackToTheListAndLosesNothing() {
		try (Stage stage = new Stage(this.tool)) {
			Visit visit = stage.visit(Draft.of("launch.dl"));
			Answer preview = visit.browser()
				.get(visit.path() + "/choose/library?words=border+force&module=national-referral-mechanism");
			assertThat(preview.status()).isEqualTo(303);
			assertThat(visit.browser().get(preview.location()).body()).contains(
					"href=\"" + visit.path() + "/choose?words=border+force&amp;module=national-referral-mechanism\"");
		}
	}

}
