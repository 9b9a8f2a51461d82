package com.humantraffickingexperts.lti.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of the login: LTI Security Framework 1.0, section 5.1.1.1. */
@OnTheWholeTool
class LoginConformanceTests {

	private final ToolUnderTest tool;

	private final Map<String, Scenario> scenarios = Map.of("LGN-011", this::emptyParameters, "LGN-048",
			this::besideASession, "LGN-050", this::manyLogins, "LGN-051", this::otherMethods, "LGN-055",
			this::spoofedHost, "LGN-059", this::twoTabs, "LGN-060", this::hintsInTheLog);

	@Autowired
	LoginConformanceTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	static Stream<Case> cases() {
		return Case.of("login");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (Stage stage = new Stage(this.tool)) {
			stage.prepare(played.given().path("db"));
			this.scenarios.getOrDefault(played.id(), this::oneRequest).play(stage, played);
		}
	}

	private void oneRequest(Stage stage, Case played) {
		Draft draft = Mutations.draft(played);
		Map<String, List<String>> before = stage.rows();
		Answer answer = stage.begin(draft, stage.browser());
		if (played.accepted()) {
			assertThat(answer.status()).isEqualTo(302);
			goesOn(stage, played, draft, answer);
			assertThat(stage.rows()).isEqualTo(before);
		}
		else {
			Verdict.refused(stage, Contract.refusal(played), answer, before);
		}
	}

	private static void goesOn(Stage stage, Case played, Draft draft, Answer answer) {
		String clientId = played.id().equals("LGN-005") ? "cA2" : "cA1";
		String endpoint = stage.tool().registrations().of(clientId).authorizationEndpoint().toString();
		Verdict.asksPlatform(draft, clientId, endpoint, answer, Login.of(answer, stage.tool().clock().instant()));
		assertThat(stage.tool().outbound().asked()).isEmpty();
	}

	private void emptyParameters(Stage stage, Case played) {
		Map<String, List<String>> before = stage.rows();
		for (String name : List.of("iss", "login_hint", "target_link_uri")) {
			Answer answer = stage.begin(Draft.of("login.post").param(name, ""), stage.browser());
			Verdict.refused(stage, Contract.refusal(played), answer, before);
		}
	}

	private void besideASession(Stage stage, Case played) {
		Browser browser = stage.browser();
		Visit visit = stage.visit(Draft.student(), browser);
		Draft draft = Draft.of("login.post");
		goesOn(stage, played, draft, begunWithoutLookingOut(stage, draft, browser));
		assertThat(visit.who("subject")).isEqualTo("u1");
	}

	private static Answer begunWithoutLookingOut(Stage stage, Draft draft, Browser browser) {
		stage.tool().outbound().reset();
		return stage.begin(draft, browser);
	}

	private void manyLogins(Stage stage, Case played) {
		Map<String, List<String>> before = stage.rows();
		Set<String> states = new HashSet<>();
		for (int i = 0; i < 300; i++) {
			Login login = stage.login(Draft.of("login.post"), stage.browser());
			states.add(login.state());
			states.add(login.nonce());
		}
		assertThat(states).hasSize(600);
		assertThat(stage.rows()).as("a login writes nothing").isEqualTo(before);
	}

	private void otherMethods(Stage stage, Case played) {
		Map<String, List<String>> before = stage.rows();
		for (String method : List.of("PUT", "DELETE", "PATCH")) {
			Draft draft = Draft.of("login.post");
			draft.loginHttp.method = method;
			Answer answer = stage.begin(draft, stage.browser());
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(answer.header("Allow")).contains("GET", "POST");
		}
		Answer traced = stage.browser().send("TRACE", "/lti/login", Map.of(), null);
		assertThat(traced.status()).isEqualTo(405);
		assertThat(traced.body()).doesNotContain("TRACE /lti");
	}

	private void spoofedHost(Stage stage, Case played) {
		String answer = stage.browser()
			.raw("POST", "/lti/login",
					"Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nContent-Type: application/x-www-form-urlencoded",
					Browser.encoded(Draft.of("login.post").login));
		assertThat(answer).startsWith("HTTP/1.1 302")
			.doesNotContain("evil.example")
			.contains("redirect_uri=https%3A%2F%2Ftool.example.com%2Flti%2Flaunch");
	}

	private void twoTabs(Stage stage, Case played) {
		Browser browser = stage.browser();
		Login first = stage.login(Draft.student(), browser);
		Login second = stage.login(Draft.student(), browser);
		Draft draft = Draft.student();
		Visit one = Verdict.letIn(draft, stage.launch(draft, first, browser), browser);
		Visit two = Verdict.letIn(draft, stage.launch(draft, second, browser), browser);
		assertThat(two.path()).isNotEqualTo(one.path());
		assertThat(one.who("subject")).isEqualTo("u1");
	}

	private void hintsInTheLog(Stage stage, Case played) {
		stage.login(Draft.of("login.post"), stage.browser());
		Draft refused = Draft.of("login.post").param("iss", "https://unknown.example");
		assertThat(stage.begin(refused, stage.browser()).status()).isEqualTo(400);
		assertThat(stage.log()).isNotEmpty();
		Verdict.logSaysNothing(stage);
	}

}
