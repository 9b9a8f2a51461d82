package com.humantraffickingexperts.lti.conformance;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;
import com.humantraffickingexperts.lti.stories.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages for which the tool has no pages of its own are understood and answered. */
@OnTheWholeTool
class MessageNotesTests {

	private static final String REVIEW = "LtiSubmissionReviewRequest";

	private static final String PRIVACY = "LtiDataPrivacyLaunchRequest";

	private final ToolUnderTest tool;

	@Autowired
	MessageNotesTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	private static Draft of(Draft draft, String type) {
		draft.lti("message_type", type);
		draft.payload.putObject(Draft.CLAIM + "for_user").put("user_id", "u2");
		return draft;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { REVIEW + "|answers are not shown here", PRIVACY + "|keeps about people" })
	void aTeacherReadsWhatToDoInstead(String type, String title) {
		try (Stage stage = new Stage(this.tool)) {
			Visit visit = stage.visit(of(Draft.instructor(), type));
			assertThat(visit.arrive().body()).contains(title, "https://lms-a.example/return").doesNotContain("u2");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { REVIEW, PRIVACY })
	void aLearnersIsRefusedAndNotTakenForALaunchOfTheModule(String type) {
		try (Stage stage = new Stage(this.tool)) {
			Draft draft = of(Draft.student(), type);
			Browser browser = stage.browser();
			Answer answer = stage.launch(draft, stage.login(draft, browser), browser);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(Verdict.code(answer)).isEqualTo("LTI-MESSAGE-UNSUPPORTED");
		}
	}

	@Test
	void aReviewHasToSayWhose() {
		try (Stage stage = new Stage(this.tool)) {
			Draft draft = Draft.instructor().lti("message_type", REVIEW);
			Browser browser = stage.browser();
			Answer answer = stage.launch(draft, stage.login(draft, browser), browser);
			assertThat(Verdict.code(answer)).isEqualTo("LTI-CLAIM-MISSING");
		}
	}

	@Test
	void anAdministratorWithoutARoleInACourseReadsWhatIsKept() {
		try (Stage stage = new Stage(this.tool)) {
			Draft draft = of(Draft.student(), PRIVACY)
				.roles("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator");
			draft.without(Draft.CLAIM + "context").without(Draft.CLAIM + "resource_link");
			stage.visit(draft);
		}
	}

	@Test
	void theNoteIsNoPageOfOtherLaunches() {
		try (Stage stage = new Stage(this.tool)) {
			Visit visit = stage.visit(Draft.instructor());
			assertThat(visit.browser().get(visit.path() + "/message").status()).isEqualTo(404);
		}
	}

	@Test
	@Tag("browser")
	void theNotesCanBeReadByEverybody() {
		try (Stage stage = new Stage(this.tool); TestBrowser browser = new TestBrowser()) {
			for (String type : new String[] { REVIEW, PRIVACY }) {
				for (ColorScheme scheme : new ColorScheme[] { ColorScheme.LIGHT, ColorScheme.DARK }) {
					NewContextOptions options = new NewContextOptions().setViewportSize(820, 640)
						.setColorScheme(scheme);
					try (FramedTool alone = new FramedTool(stage, browser.person(options), true,
							of(Draft.instructor(), type))
						.openAlone()) {
						alone.page().waitForURL((url) -> url.endsWith("/message"));
						TestBrowser.isAccessible(alone.page());
						TestBrowser.picture(alone.page(), "message-" + type + "-" + scheme);
					}
				}
			}
		}
	}

}
