package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server's half of the cases of platform storage: LTI postMessage storage 0.1 and LTI
 * OIDC login with client-side postMessages 0.1. What the page itself decides is proved in
 * a browser.
 */
@OnTheWholeTool
class StorageConformanceTests {

	private final ToolUnderTest tool;

	private final Map<String, Scenario> scenarios = new HashMap<>();

	@Autowired
	StorageConformanceTests(ToolUnderTest tool) {
		this.tool = tool;
		logins();
		launches();
	}

	static Stream<Case> cases() {
		return Case.of("storage");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (Stage stage = new Stage(this.tool)) {
			Objects.requireNonNull(this.scenarios.get(played.id()), played::toString).play(stage, played);
		}
	}

	private static Draft offering(String target) {
		return Draft.student().param("lti_storage_target", target);
	}

	private void logins() {
		this.scenarios.put("STO-001", (stage, played) -> {
			Draft draft = offering("_parent");
			Answer page = stage.begin(draft, stage.browser());
			assertThat(page.status()).isEqualTo(200);
			Login login = Login.of(page, stage.tool().clock().instant());
			Verdict.asksPlatform(draft, "cA1", "https://lms-a.example/auth", page, login);
			assertThat(Stage.attribute(page, "target")).isEqualTo("_parent");
			assertThat(Stage.attribute(page, "origin")).isEqualTo("https://lms-a.example");
			assertThat(Stage.attribute(page, "key").length() + login.stored().length()).isLessThanOrEqualTo(150);
			assertThat(page.cookies()).singleElement()
				.satisfies((cookie) -> assertThat(cookie.value()).isEqualTo(login.stored()));
		});
		this.scenarios.put("STO-003", StorageConformanceTests::redirectsAtOnce);
		this.scenarios.put("STO-004", StorageConformanceTests::redirectsAtOnce);
		this.scenarios.put("STO-007", StorageConformanceTests::redirectsAtOnce);
		this.scenarios.put("STO-008", StorageConformanceTests::redirectsAtOnce);
		this.scenarios.put("STO-012", (stage, played) -> {
			Answer page = stage.begin(offering("_parent"), stage.browser());
			assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'")
				.contains("frame-ancestors *")
				.doesNotContain("unsafe");
			assertThat(page.header("Cache-Control")).isEqualTo("no-store");
			assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
			assertThat(page.body()).doesNotContainPattern("<script(?![^>]* src=)");
		});
		this.scenarios.put("STO-043", (stage, played) -> {
			Answer page = stage.begin(offering("_parent"), stage.browser());
			Login login = Login.of(page, stage.tool().clock().instant());
			assertThat(page.body()).contains("<noscript>");
			assertThat(page.body().replace("&amp;", "&")).contains("href=\"" + login.address() + "\"");
		});
	}

	private static void redirectsAtOnce(Stage stage, Case played) {
		Draft draft = Mutations.draft(played);
		Answer answer = stage.begin(draft, stage.browser());
		assertThat(answer.status()).isEqualTo(302);
		Verdict.asksPlatform(draft, "cA1", "https://lms-a.example/auth", answer,
				Login.of(answer, stage.tool().clock().instant()));
	}

	private void launches() {
		this.scenarios.put("STO-013", (stage, played) -> {
			Parked parked = park(stage, Draft.student());
			Visit visit = Visit.of(parked.confirm(parked.login().stored()), parked.browser());
			visit.arrive();
			assertThat(visit.who("subject")).isEqualTo("u1");
		});
		for (String id : List.of("STO-014", "STO-017", "STO-018", "STO-019", "STO-020", "STO-022")) {
			this.scenarios.put(id, StorageConformanceTests::nothingCameBack);
		}
		this.scenarios.put("STO-024", (stage, played) -> {
			Parked parked = park(stage, Draft.student());
			Visit.of(parked.confirm(parked.login().stored()), parked.browser());
			refusedConfirmation(stage, played, parked, parked.login().stored());
			Parked slow = park(stage, Draft.student());
			stage.advance(Duration.ofMinutes(3));
			refusedConfirmation(stage, played, slow, slow.login().stored());
			Parked never = new Parked(parked.browser(), parked.login(), "never-parked");
			refusedConfirmation(stage, played, never, parked.login().stored());
		});
		this.scenarios.put("STO-025", (stage, played) -> {
			Parked one = park(stage, Draft.student());
			Parked other = park(stage, Draft.student().claim("sub", "u2"));
			refusedConfirmation(stage, played, one, other.login().stored());
		});
		this.scenarios.put("STO-026", (stage, played) -> {
			Login attackers = stage.login(offering("_parent"), stage.browser().withoutCookies());
			Browser victim = stage.browser();
			Visit own = stage.visit(Draft.student().claim("sub", "victim"), victim);
			Answer page = stage.launch(offering("_parent").claim("sub", "attacker"), attackers, victim);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.cookies()).isEmpty();
			refusedConfirmation(stage, played, new Parked(victim, attackers, Stage.pending(page)), "");
			assertThat(own.who("subject")).isEqualTo("victim");
		});
		this.scenarios.put("STO-027", (stage, played) -> {
			Browser browser = stage.browser().withoutCookies();
			Draft draft = offering("_parent");
			Login login = stage.login(draft, browser);
			Answer page = stage.launch(draft, login, browser);
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.body()).doesNotContain(stage.tokens().getFirst().split("\\.")[1])
				.doesNotContain(login.state(), login.stored(), "Lovelace");
			refusedConfirmation(stage, played, new Parked(browser, login, Stage.pending(page)), "");
		});
		this.scenarios.put("STO-028", (stage, played) -> {
			Draft draft = Mutations.draft(played);
			Browser browser = stage.browser();
			Login login = stage.login(Draft.student(), browser);
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.launch(draft, login, browser);
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(answer.body()).doesNotContain("alert(1)");
		});
		this.scenarios.put("STO-029", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = offering("_parent");
			Verdict.letIn(draft, stage.launch(draft, stage.login(draft, browser), browser), browser);
		});
		this.scenarios.put("STO-030", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = offering("_parent");
			Login login = stage.login(draft, browser);
			browser.tamperWithCookies("__Host-");
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), stage.launch(draft, login, browser), before);
		});
		this.scenarios.put("STO-032", (stage, played) -> {
			Browser browser = stage.browser().withoutCookies();
			Draft draft = offering("lti_storage_frame");
			Answer page = stage.launch(draft, stage.login(draft, browser), browser);
			assertThat(page.status()).isEqualTo(200);
			assertThat(Stage.attribute(page, "target")).isEqualTo("lti_storage_frame");
		});
		this.scenarios.put("STO-033", (stage, played) -> {
			Browser browser = stage.browser().withoutCookies();
			Draft draft = offering("_parent");
			draft.form.put("lti_storage_target", "evilframe");
			Login login = stage.login(draft, browser);
			Answer page = stage.launch(draft, login, browser);
			assertThat(Stage.attribute(page, "target")).as("what the login said").isEqualTo("_parent");
			assertThat(page.body()).doesNotContain("evilframe");
			refusedConfirmation(stage, played, new Parked(browser, login, Stage.pending(page)), "");
		});
		this.scenarios.put("STO-049", (stage, played) -> {
			Parked parked = park(stage, Draft.student());
			refusedConfirmation(stage, played, parked, "any value at all");
		});
	}

	/**
	 * However an answer fails to come, or comes from somebody else, the page sends
	 * nothing.
	 */
	private static void nothingCameBack(Stage stage, Case played) {
		refusedConfirmation(stage, played, park(stage, Draft.student()), "");
	}

	private static void refusedConfirmation(Stage stage, Case played, Parked parked, String value) {
		Map<String, List<String>> before = withoutPending(stage.rows());
		Answer answer = parked.confirm(value);
		Verdict.refused(stage, Contract.refusal(played), answer, stage.rows());
		assertThat(withoutPending(stage.rows())).isEqualTo(before);
	}

	private static Map<String, List<String>> withoutPending(Map<String, List<String>> rows) {
		Map<String, List<String>> others = new HashMap<>(rows);
		others.remove("pending_launch");
		return others;
	}

	/** A verified launch that waits for its browser's secret; nobody is in yet. */
	private static Parked park(Stage stage, Draft draft) {
		Browser browser = stage.browser().withoutCookies();
		draft.param("lti_storage_target", "_parent");
		Login login = stage.login(draft, browser);
		Map<String, List<String>> before = withoutPending(stage.rows());
		Answer page = stage.launch(draft, login, browser);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.cookies()).isEmpty();
		assertThat(withoutPending(stage.rows())).as("nothing but the parked launch is written").isEqualTo(before);
		return new Parked(browser, login, Stage.pending(page));
	}

	private record Parked(Browser browser, Login login, String pending) {

		Answer confirm(String value) {
			return this.browser.post("/lti/launch/confirm", Map.of("pending", this.pending, "value", value));
		}

	}

}
