package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the launch: LTI Security Framework 1.0, 5.1.1.3 and 5.1.3; LTI Core 1.3.
 */
@OnTheWholeTool
class LaunchConformanceTests {

	private static final String MODULE = "national-referral-mechanism";

	private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final ToolUnderTest tool;

	private final Map<String, Scenario> scenarios = new HashMap<>();

	/** What else must be true of a launch that was let in. */
	private final Map<String, BiConsumer<Visit, Case>> facts = new HashMap<>();

	@Autowired
	LaunchConformanceTests(ToolUnderTest tool) {
		this.tool = tool;
		transport();
		state();
		claims();
		targets();
		roles();
		people();
		sessions();
		pages();
	}

	static Stream<Case> cases() {
		return Case.of("launch");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (Stage stage = new Stage(this.tool)) {
			stage.prepare(played.given().path("db"));
			this.scenarios.getOrDefault(played.id(), this::oneLaunch).play(stage, played);
		}
	}

	private void oneLaunch(Stage stage, Case played) {
		understood(played);
		play(stage, played, Mutations.draft(played));
	}

	/** A case with steps, faults or a browser of its own needs a scenario of its own. */
	private static void understood(Case played) {
		assertThat(played.given().propertyNames()).as("what %s gives", played.id())
			.isSubsetOf("base", "mutations", "variants", "db", "login_param");
	}

	private void play(Stage stage, Case played, Draft draft) {
		Browser browser = stage.browser();
		Login login = stage.login(draft, browser);
		Map<String, List<String>> before = stage.rows();
		Answer answer = stage.launch(draft, login, browser);
		if (played.accepted()) {
			Visit visit = Verdict.letIn(draft, answer, browser);
			assertThat(visit.who("standing"))
				.isEqualTo(played.base().equals("launch.student") ? "LEARNER" : "INSTRUCTOR");
			this.facts.getOrDefault(played.id(), (ignored, alsoIgnored) -> {
			}).accept(visit, played);
			followUp(visit, played);
			Verdict.logSaysNothing(stage);
			Verdict.asksOnlyForKeys(stage);
		}
		else {
			Verdict.refused(stage, Contract.refusal(played), answer, before);
		}
	}

	private static void followUp(Visit visit, Case played) {
		for (JsonNode followup : played.expected().path("followup")) {
			String request = followup.path("request").stringValue();
			if (request.contains("instructor")) {
				assertThat(visit.page("instructors").status()).isEqualTo(followup.path("status").intValue());
			}
			else {
				String elsewhere = request.contains("/users/") ? "/users/u-2" : "/configuration";
				assertThat(visit.browser().get(visit.path() + elsewhere).status()).isIn(403, 404);
			}
		}
	}

	private void refusedWith(Stage stage, Case played, Draft draft) {
		Browser browser = stage.browser();
		Login login = stage.login(Draft.student(), browser);
		Map<String, List<String>> before = stage.rows();
		Verdict.refused(stage, Contract.refusal(played), stage.launch(draft, login, browser), before);
	}

	private void transport() {
		this.scenarios.put("LCH-040", (stage, played) -> {
			Draft draft = Mutations.draft(played);
			Browser browser = stage.browser();
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.launch(draft, stage.login(draft, browser), browser);
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(answer.header("Allow")).isEqualTo("POST");
		});
		this.scenarios.put("LCH-051", (stage, played) -> {
			Draft draft = Draft.student();
			draft.form.put("id_token", encryptedForTheTool(stage));
			refusedWith(stage, played, draft);
		});
		this.scenarios.put("LCH-266", (stage, played) -> {
			Draft put = Draft.student();
			put.launchHttp.method = "PUT";
			refusedWith(stage, played, put);
			assertThat(stage.browser().send("HEAD", "/lti/launch", Map.of(), null).status()).isEqualTo(405);
			assertThat(stage.browser().send("OPTIONS", "/lti/launch", Map.of(), null).status()).isEqualTo(405);
		});
		this.scenarios.put("LCH-267", (stage, played) -> {
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.browser()
				.send("OPTIONS", "/lti/launch",
						Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"), null);
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(answer.headers().keySet())
				.noneMatch((name) -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-allow"));
		});
		this.scenarios.put("LCH-263", (stage, played) -> {
			Draft draft = Mutations.draft(played);
			draft.loginHttp.headers.putAll(draft.launchHttp.headers);
			play(stage, played, draft);
			draft.loginHttp.headers.put("X-Forwarded-Host", "evil.example");
			Login login = stage.login(draft, stage.browser());
			assertThat(login.one("redirect_uri")).isEqualTo(ToolUnderTest.BASE + "/lti/launch");
		});
		this.scenarios.put("LCH-280", (stage, played) -> {
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.browser()
				.post("/lti/launch", Map.of("oauth_consumer_key", "179248902", "oauth_signature", "x",
						"lti_message_type", "basic-lti-launch-request"));
			Verdict.refused(stage, Contract.refusal(played), answer, before);
		});
	}

	private static String encryptedForTheTool(Stage stage) {
		try {
			JWEObject encrypted = new JWEObject(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
					new Payload("{}"));
			encrypted.encrypt(new RSAEncrypter(
					JWKSet.parse(stage.browser().get("/lti/jwks.json").body()).getKeys().getFirst().toRSAKey()));
			return encrypted.serialize();
		}
		catch (JOSEException | java.text.ParseException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void state() {
		this.scenarios.put("LCH-064", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			Login login = stage.login(draft, browser);
			Visit first = Verdict.letIn(draft, stage.launch(draft, login, browser), browser);
			stage.advance(Duration.ofSeconds(1));
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), stage.launch(draft, login, browser), before);
			assertThat(first.who("subject")).isEqualTo("u1");
		});
		this.scenarios.put("LCH-066", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			Login login = stage.login(draft, browser);
			browser.tamperWithCookies("__Host-");
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), stage.launch(draft, login, browser), before);
		});
		this.scenarios.put("LCH-067", (stage, played) -> {
			Browser browser = stage.browser();
			Login login = stage.login(Draft.student(), browser);
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.launch(Draft.ofPlatformB(), login, browser);
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(stage.keysOfB().requests()).as("the state names the key set").isZero();
		});
		this.scenarios.put("LCH-071", LaunchConformanceTests::tenAtOnce);
		this.scenarios.put("LCH-074", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			Login login = stage.login(draft, browser);
			Map<String, List<String>> before = stage.rows();
			stage.tool().database().down(true);
			Answer answer = stage.launch(draft, login, browser);
			stage.tool().database().down(false);
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			Verdict.letIn(draft, stage.launch(draft, login, browser), browser);
		});
		this.scenarios.put("LCH-075", (stage, played) -> {
			Draft draft = Draft.student();
			Login login = stage.login(draft, stage.browser());
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), stage.launch(draft, login, stage.browser()), before);
		});
		this.scenarios.put("LCH-084", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student().claim("exp", "now+80000s");
			Login login = stage.login(draft, browser);
			String token = stage.token(draft, login);
			Visit visit = Verdict.letIn(draft, stage.post(draft, login, token, browser), browser);
			stage.advance(Duration.ofMinutes(11));
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), stage.post(draft, login, token, browser), before);
			assertThat(visit.who("subject")).isEqualTo("u1");
		});
		this.facts.put("LCH-086", (visit, played) -> {
			Stage.Login login = Login.of(visit.browser().post("/lti/login", Draft.student().login),
					this.tool.clock().instant());
			assertThat(login.nonce()).matches("[A-Za-z0-9_-]{43,128}");
			assertThat(login.state()).matches("[A-Za-z0-9_-]{43,1000}");
		});
	}

	private static void tenAtOnce(Stage stage, Case played) {
		Browser browser = stage.browser();
		Draft draft = Draft.student();
		Login login = stage.login(draft, browser);
		String token = stage.token(draft, login);
		int before = stage.count("launch");
		List<Answer> answers = atOnce(10, (i) -> stage.post(draft, login, token, browser));
		assertThat(answers).allMatch((answer) -> answer.status() == 303 || answer.status() == 401);
		assertThat(answers.stream().filter((answer) -> answer.status() == 303).map(Answer::location).distinct())
			.as("one session")
			.hasSize(1);
		assertThat(stage.count("launch") - before).as("one launch").isEqualTo(1);
		List<Answer> elsewhere = atOnce(10, (i) -> stage.post(draft, login, token, stage.browser()));
		assertThat(elsewhere).allMatch((answer) -> answer.status() == 401);
	}

	private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> action) {
		try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
			List<Callable<T>> calls = IntStream.range(0, times)
				.<Callable<T>>mapToObj((i) -> () -> action.apply(i))
				.toList();
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(calls)) {
				results.add(future.get());
			}
			return results;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

	private void claims() {
		this.scenarios.put("LCH-118", (stage, played) -> {
			JsonNode vector = played.given().path("test_vector");
			assertThat(migrationSignature(vector.path("secret").stringValue(), vector.path("msg").stringValue()))
				.isEqualTo(vector.path("sign").stringValue());
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			Login login = stage.login(draft, browser);
			long expires = stage.tool().clock().instant().getEpochSecond() + 300;
			String message = String.join("&", "179248902", "dA1", "https://lms-a.example", "cA1",
					Long.toString(expires), login.nonce());
			draft.lti("lti1p1",
					Json.object()
						.put("user_id", "34212")
						.put("oauth_consumer_key", "179248902")
						.put("oauth_consumer_key_sign", migrationSignature("my-lti11-secret", message)));
			Visit visit = Verdict.letIn(draft, stage.launch(draft, login, browser), browser);
			assertThat(visit.who("user")).as("nothing is linked: the same person as without the claim")
				.isEqualTo(stage.visit(Draft.student()).who("user"));
		});
		this.facts.put("LCH-120",
				(visit, played) -> assertThat(visit.who("subject")).as("nothing is linked").isEqualTo("u1"));
		this.facts.put("LCH-122", (visit, played) -> {
			assertThat(visit.who("name")).isEqualTo("Ada Lovelace");
			assertThat(visit.who().path("context").path("title").isNull()).isTrue();
			assertThat(visit.who("returnUrl")).isNull();
		});
		this.facts.put("LCH-125", (visit, played) -> assertThat(visit.who("standing")).isEqualTo("VIEWER"));
		this.facts.put("LCH-127", (visit, played) -> assertThat(visit.who("locale")).isIn("en-US", "en-GB"));
		this.facts.put("LCH-130", (visit, played) -> {
			assertThat(visit.who("subject")).isNull();
			assertThat(visit.who().path("graded").booleanValue()).isFalse();
		});
		this.scenarios.put("LCH-138", (stage, played) -> {
			Visit one = stage.visit(Draft.student());
			Visit other = stage.visit(Draft.ofPlatformB());
			assertThat(other.who("subject")).isEqualTo(one.who("subject"));
			assertThat(other.who("user")).isNotEqualTo(one.who("user"));
			assertThat(other.who().path("context").path("id")).isNotEqualTo(one.who().path("context").path("id"));
			assertThat(other.who().path("link").path("id")).isNotEqualTo(one.who().path("link").path("id"));
		});
		this.scenarios.put("LCH-157", (stage, played) -> {
			for (String expires : List.of("iat+3600s", "iat+60s", "iat+86400s")) {
				Draft draft = Draft.student().claim("exp", expires);
				stage.visit(draft);
			}
		});
		// auth_time counts only for who asked with max_age: this tool never asks
		this.scenarios.put("LCH-158", (stage, played) -> {
			Draft draft = Mutations.draft(played);
			Browser browser = stage.browser();
			Login login = stage.login(draft, browser);
			assertThat(login.request()).doesNotContainKey("max_age");
			Verdict.letIn(draft, stage.launch(draft, login, browser), browser);
		});
		this.scenarios.put("LCH-159", (stage, played) -> {
			stage.visit(Draft.student().claim("exp", "now"));
			stage.visit(Draft.student().claim("iat", "now-100s").claim("exp", "now-79s"));
			Draft late = Draft.student().claim("iat", "now-100s").claim("exp", "now-80s");
			Browser browser = stage.browser();
			Login login = stage.login(late, browser);
			assertThat(Verdict.code(stage.launch(late, login, browser))).isEqualTo("LTI-TOKEN-EXPIRED");
		});
		this.scenarios.put("LCH-270", (stage, played) -> {
			Visit with = stage.visit(Draft.student());
			Visit without = stage
				.visit(Draft.student().without("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"));
			assertThat(with.who().path("ags").path("lineItem").stringValue())
				.isEqualTo("https://lms-a.example/ags/7/lineitems/1/lineitem?type_id=1");
			assertThat(without.who().has("ags")).isFalse();
		});
		this.facts.put("LCH-033", (visit, played) -> {
			assertThat(visit.who().path("ags").path("lineItem").isNull()).isTrue();
			assertThat(visit.who().path("ags").path("lineItems").stringValue())
				.isEqualTo("https://lms-a.example/ags/7/lineitems");
		});
		this.facts.put("LCH-034", (visit, played) -> assertThat(visit.who("memberships"))
			.isEqualTo("https://lms-a.example/nrps.html?memberships=7"));
	}

	private static String migrationSignature(String secret, String message) {
		return Base64.getEncoder().encodeToString(Keys.hmac(secret.getBytes(StandardCharsets.UTF_8), message));
	}

	private void targets() {
		this.scenarios.put("LCH-032", (stage, played) -> {
			Draft chosen = Draft.instructor().lti("custom", Json.object().put("module", MODULE));
			assertThat(stage.visit(chosen).who("module")).isEqualTo(MODULE);
		});
		this.scenarios.put("LCH-170", this::foreignTarget);
		this.scenarios.put("LCH-172", this::foreignTarget);
		this.scenarios.put("LCH-175", (stage, played) -> unknownModule(stage, played,
				Draft.student().target(ToolUnderTest.BASE + "/modules/no-longer-there")));
		this.scenarios.put("LCH-177", (stage, played) -> {
			Draft twice = Draft.student()
				.lti("target_link_uri", ToolUnderTest.BASE + "/modules/" + MODULE + "/modules/another-module");
			refusedWith(stage, played, twice);
		});
		this.scenarios.put("LCH-224", (stage, played) -> unknownModule(stage, played,
				Draft.student().lti("custom", Json.object().put("module", "item-of-regb"))));
		this.scenarios.put("LCH-226", (stage, played) -> {
			Draft both = Draft.student()
				.target(ToolUnderTest.BASE + "/modules/another-module")
				.lti("custom", Json.object().put("module", MODULE));
			assertThat(stage.visit(both).who("module")).as("the custom parameter wins").isEqualTo(MODULE);
		});
		this.facts.put("LCH-173", (visit, played) -> assertThat(visit.who("module")).isNull());
		this.facts.put("LCH-185", (visit, played) -> {
			assertThat(visit.who().has("link")).isFalse();
			assertThat(visit.who("type")).isEqualTo("LtiDeepLinkingRequest");
		});
	}

	/** Refused at the login already, and again when only the signed message names it. */
	private void foreignTarget(Stage stage, Case played) {
		Map<String, List<String>> before = stage.rows();
		String address = played.firstValue().orElseThrow().stringValue();
		Answer login = stage.begin(Draft.student().param("target_link_uri", address), stage.browser());
		Verdict.refused(stage, "LTI-TARGET-FOREIGN", login, before);
		refusedWith(stage, played, Draft.student().lti("target_link_uri", address));
	}

	private void unknownModule(Stage stage, Case played, Draft draft) {
		Browser browser = stage.browser();
		Login login = stage.login(draft, browser);
		Map<String, List<String>> before = stage.rows();
		Verdict.refused(stage, Contract.refusal(played), stage.launch(draft, login, browser), before);
	}

	private void roles() {
		standing("VIEWER", "LCH-016", "LCH-017", "LCH-026", "LCH-125", "LCH-191", "LCH-192");
		standing("ASSISTANT", "LCH-188");
		this.facts.put("LCH-194", (visit, played) -> assertThat(visit.who().path("graded").booleanValue()).isFalse());
		this.scenarios.put("LCH-198", (stage, played) -> {
			String role = played.firstValue().orElseThrow().get(0).stringValue();
			boolean teaches = Set.of(MEMBERSHIP + "ContentDeveloper", MEMBERSHIP + "Administrator").contains(role);
			Visit visit = stage.visit(Mutations.draft(played));
			assertThat(visit.who("standing")).isEqualTo(teaches ? "INSTRUCTOR" : "VIEWER");
			assertThat(visit.page("instructors").status()).isEqualTo(teaches ? 200 : 403);
			assertThat(visit.who().path("graded").booleanValue()).isFalse();
		});
		this.scenarios.put("LCH-200", (stage, played) -> {
			Browser browser = stage.browser();
			Visit teacher = stage.visit(Draft.instructor(), browser);
			assertThat(teacher.page("instructors").status()).isEqualTo(200);
			stage.advance(Duration.ofMinutes(1));
			Visit learner = stage.visit(Draft.student(), browser);
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), teacher.page("instructors"), before);
			assertThat(learner.page("instructors").status()).isEqualTo(403);
		});
		this.scenarios.put("LCH-201", (stage, played) -> {
			Browser browser = stage.browser();
			Visit teaches = stage.visit(Draft.instructor(), browser);
			stage.advance(Duration.ofMinutes(1));
			Visit learns = stage
				.visit(Draft.student().lti("context", Json.object().put("id", "c2").put("title", "Course 2")), browser);
			assertThat(teaches.page("instructors").status()).isEqualTo(200);
			assertThat(learns.page("instructors").status()).isEqualTo(403);
			assertThat(teaches.who("user")).isEqualTo(learns.who("user"));
		});
	}

	private void standing(String standing, String... ids) {
		for (String id : ids) {
			this.scenarios.put(id, (stage, played) -> {
				Draft draft = Mutations.draft(played);
				Browser browser = stage.browser();
				Visit visit = Verdict.letIn(draft, stage.launch(draft, stage.login(draft, browser), browser), browser);
				assertThat(visit.who("standing")).isEqualTo(standing);
				assertThat(visit.who().path("graded").booleanValue()).isFalse();
				followUp(visit, played);
			});
		}
	}

	private void people() {
		this.facts.put("LCH-202", (visit, played) -> assertThat(visit.who().has("context")).isFalse());
		this.scenarios.put("LCH-204", (stage, played) -> {
			Visit old = stage.visit(Draft.student().lti("context", course("Old")));
			Visit renamed = stage.visit(Draft.student().lti("context", course("New")));
			JsonNode id = renamed.who().path("context").path("id");
			assertThat(id).isEqualTo(old.who().path("context").path("id"));
			assertThat(stage.tool()
				.jdbc()
				.sql("select title from context where id = :id")
				.param("id", id.stringValue())
				.query(String.class)
				.single()).isEqualTo("New");
		});
		this.facts.put("LCH-018", (visit, played) -> assertThat(visit.page("arrival").body()).doesNotContain(">null<"));
		this.facts.put("LCH-205", (visit, played) -> {
			assertThat(visit.who("name")).isEqualTo("<img src=x onerror=alert(1)>\"'`");
			assertThat(visit.page("arrival").body()).doesNotContain("<img src=x");
		});
		this.scenarios.put("LCH-208", (stage, played) -> {
			Draft familyOnly = Mutations.draft(played);
			assertThat(stage.visit(familyOnly).who("name")).isEqualTo("Lovelace");
			Draft twoParts = Draft.student().without("name");
			assertThat(stage.visit(twoParts).who("name")).isEqualTo("Ada Lovelace");
			Draft oneWord = Draft.student().claim("name", "Ada");
			assertThat(stage.visit(oneWord).who("name")).isEqualTo("Ada");
		});
		this.facts.put("LCH-206", (visit, played) -> {
			String name = played.firstValue().orElseThrow().stringValue();
			assertThat(visit.who("name")).isEqualTo(name);
			assertThat(HtmlUtils.htmlUnescape(visit.page("arrival").body())).contains("<bdi>" + name + "</bdi>");
		});
		this.scenarios.put("LCH-212", (stage, played) -> {
			Visit before = stage.visit(Draft.student().claim("name", "A"));
			Visit after = stage.visit(Draft.student().claim("name", "B"));
			assertThat(after.who("user")).isEqualTo(before.who("user"));
			assertThat(after.who("name")).isEqualTo("B");
			assertThat(before.who("name")).as("one person, one name").isEqualTo("B");
			stage.visit(Draft.student());
		});
		this.scenarios.put("LCH-213", (stage, played) -> {
			stage.visit(Draft.student());
			Verdict.logSaysNothing(stage);
			assertThat(stage.rows().toString()).doesNotContain("ada@lms-a.example").doesNotContain(stage.tokens());
		});
		this.facts.put("LCH-181", (visit, played) -> {
			assertThat(visit.who().path("link").path("title").stringValue()).startsWith("<script>alert(1)");
			assertThat(visit.page("arrival").body()).doesNotContain("<script>alert(1)");
		});
		this.facts.put("LCH-215", (visit, played) -> {
			assertThat(visit.who().path("context").path("title").stringValue()).startsWith("</script>");
			assertThat(visit.page("arrival").body()).doesNotContain("<script>alert(1)");
		});
		this.facts.put("LCH-223",
				(visit, played) -> assertThat(visit.page("arrival").body()).doesNotContain("<svg", "Runtime"));
		this.facts.put("LCH-228", (visit, played) -> assertThat(visit.who("returnUrl")).isNull());
		this.facts.put("LCH-229", (visit, played) -> assertThat(visit.who("returnUrl")).isNull());
		this.facts.put("LCH-230", (visit, played) -> assertThat(visit.who("returnUrl")).isNull());
		this.facts.put("LCH-231",
				(visit, played) -> assertThat(visit.who("returnUrl")).isEqualTo("https://other.example/back"));
		this.scenarios.put("LCH-232", (stage, played) -> {
			Visit visit = stage.visit(Mutations.draft(played));
			stage.advance(Duration.ofHours(25));
			Answer ended = visit.page("who");
			// the session's cookie has gone with the day: its secret is no longer known
			assertThat(ended.status()).isIn(404, 410);
			Visit kept = stage.visit(Mutations.draft(played));
			stage.advance(Duration.ofHours(5));
			Map<String, List<String>> before = stage.rows();
			Answer idle = kept.page("who");
			Verdict.refused(stage, "LTI-LAUNCH-ENDED", idle, before);
			assertThat(HtmlUtils.htmlUnescape(idle.body()))
				.contains("https://lms-a.example/ret?x=1&y=a%2Fb&lti_errormsg=LTI-LAUNCH-ENDED#frag");
		});
	}

	private static JsonNode course(String title) {
		return Json.object().put("id", "c-renamed").put("title", title);
	}

	private void sessions() {
		this.scenarios.put("LCH-126", (stage, played) -> {
			Visit visit = stage.visit(Mutations.draft(played));
			assertThat(visit.who("standing")).isEqualTo("LEARNER");
			followUp(visit, played);
		});
		this.scenarios.put("LCH-244", (stage, played) -> {
			Browser browser = stage.browser();
			Visit first = stage.visit(Draft.student(), browser);
			Visit second = stage.visit(Draft.student().claim("sub", "u2").claim("name", "Grace"), browser);
			assertThat(second.who("subject")).isEqualTo("u2");
			assertThat(first.who("subject")).as("each launch has its own session").isEqualTo("u1");
			assertThat(second.who("name")).isEqualTo("Grace");
		});
		this.scenarios.put("LCH-245", (stage, played) -> {
			Visit visit = stage.visit(Draft.student());
			assertThat(visit.arrive().status()).isEqualTo(200);
			assertThat(visit.arrive().status()).isEqualTo(200);
		});
		this.scenarios.put("LCH-246", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			Login login = stage.login(draft, browser);
			String token = stage.token(draft, login);
			Visit visit = Verdict.letIn(draft, stage.post(draft, login, token, browser), browser);
			Map<String, List<String>> before = stage.rows();
			Visit again = Visit.of(stage.post(draft, login, token, browser), browser);
			assertThat(again.path()).as("the same browser resumes").isEqualTo(visit.path());
			assertThat(stage.rows()).isEqualTo(before);
			Answer elsewhere = stage.post(draft, login, token, stage.browser());
			Verdict.refused(stage, Contract.refusal(played), elsewhere, before);
		});
		this.scenarios.put("LCH-250", (stage, played) -> strangersLaunch(stage, played, Draft.student(),
				Draft.student().param("lti_deployment_id", "dA2").lti("deployment_id", "dA2")));
		this.scenarios.put("LCH-251",
				(stage, played) -> strangersLaunch(stage, played, Draft.student(), Draft.student().claim("sub", "u2")));
		this.scenarios.put("LCH-252", (stage, played) -> strangersLaunch(stage, played, Draft.instructor(),
				Draft.student().claim("sub", "u2").lti("context", Json.object().put("id", "c2"))));
		this.scenarios.put("LCH-253", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student().claim("sub", "twice-at-once");
			List<Login> logins = List.of(stage.login(draft, browser), stage.login(draft, browser));
			List<Visit> visits = atOnce(2, (i) -> Visit.of(stage.launch(draft, logins.get(i), browser), browser));
			assertThat(visits.get(0).who("user")).isEqualTo(visits.get(1).who("user"));
			assertThat(users(stage, "twice-at-once")).isEqualTo(1);
		});
		this.scenarios.put("LCH-254", LaunchConformanceTests::aClassAtOnce);
		this.scenarios.put("LCH-260", (stage, played) -> {
			Browser browser = stage.browser().withoutCookies();
			Draft draft = Draft.student().param("lti_storage_target", "_parent");
			Login login = stage.login(draft, browser);
			String pending = Stage.pending(stage.launch(draft, login, browser));
			Visit visit = Visit
				.of(browser.post("/lti/launch/confirm", Map.of("pending", pending, "value", login.stored())), browser);
			visit.arrive();
			assertThat(visit.who("subject")).isEqualTo("u1");
			assertThat(browser.cookies()).isEmpty();
		});
		this.scenarios.put("LCH-261", (stage, played) -> {
			Visit visit = stage.visit(Draft.student());
			stage.tool().registrations().change("cA1", RegistrationsDouble.disabled());
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), visit.page("who"), before);
		});
		this.scenarios.put("LCH-268", (stage, played) -> {
			Draft anonymous = Draft.student().without("sub");
			Set<@Nullable String> users = new HashSet<>();
			users.add(stage.visit(Draft.student()).who("user"));
			users.add(stage.visit(anonymous).who("user"));
			users.add(stage.visit(anonymous).who("user"));
			assertThat(users).hasSize(3);
		});
		this.scenarios.put("LCH-275", (stage, played) -> {
			Visit visit = stage.visit(Draft.student());
			assertThat(visit.browser().get(visit.path() + "/leave").status()).as("GET does nothing").isIn(404, 405);
			assertThat(visit.who("subject")).isEqualTo("u1");
			Answer left = visit.browser()
				.post(visit.path() + "/leave", Map.of("_csrf", formToken(visit.page("arrival"))));
			assertThat(left.status()).isEqualTo(200);
			assertThat(left.body()).contains("https://lms-a.example/return");
			assertThat(left.cookies()).singleElement()
				.satisfies((cookie) -> assertThat(cookie.value()).as("the cookie goes").isEmpty());
			assertThat(visit.page("who").status()).isIn(404, 410);
		});
	}

	/** Nobody opens the launch of somebody else, not even with a session of their own. */
	private void strangersLaunch(Stage stage, Case played, Draft own, Draft other) {
		Visit mine = stage.visit(own);
		Visit theirs = stage.visit(other);
		Map<String, List<String>> before = stage.rows();
		Answer answer = mine.browser().get(theirs.path() + "/conformance/who");
		Verdict.refused(stage, Contract.refusal(played), answer, before);
		String secret = mine.answer().cookies().getFirst().value();
		assertThat(mine.browser().get(theirs.path() + "~" + secret + "/conformance/who").status()).isEqualTo(404);
		String theirSecret = theirs.answer().cookies().getFirst().value();
		assertThat(theirs.who("launch")).isNotEqualTo(mine.who("launch"));
		assertThat(mine.browser().get(mine.path() + "~" + theirSecret + "/conformance/who").status()).isEqualTo(404);
	}

	private static void aClassAtOnce(Stage stage, Case played) {
		String link = "link-of-a-whole-class";
		String context = "course-of-a-whole-class";
		List<Visit> visits = atOnce(30,
				(i) -> stage.visit(Draft.student()
					.claim("sub", "pupil-" + i)
					.lti("context", Json.object().put("id", context))
					.lti("resource_link", Json.object().put("id", link))));
		Set<@Nullable String> users = new HashSet<>();
		visits.forEach((visit) -> users.add(visit.who("user")));
		assertThat(users).hasSize(30);
		assertThat(rows(stage, "context", "platform_context_id", context)).isEqualTo(1);
		assertThat(rows(stage, "resource_link", "platform_link_id", link)).isEqualTo(1);
		assertThat(stage.log()).as("nothing refused, no fault")
			.noneMatch((event) -> event.getLoggerName().startsWith("com.humantraffickingexperts"));
	}

	private static int users(Stage stage, String subject) {
		return rows(stage, "lti_user", "subject", subject);
	}

	private static int rows(Stage stage, String table, String column, String value) {
		return stage.tool()
			.jdbc()
			.sql("select count(*) from " + table + " where " + column + " = :value")
			.param("value", value)
			.query(Integer.class)
			.single();
	}

	private static String formToken(Answer page) {
		Matcher matcher = FORM_TOKEN.matcher(page.body());
		assertThat(matcher.find()).as("a form token on the page").isTrue();
		return matcher.group(1);
	}

	private void pages() {
		this.scenarios.put("LCH-256", (stage, played) -> {
			Visit visit = stage.visit(Draft.student());
			String policy = Objects.requireNonNull(visit.arrive().header("Content-Security-Policy"));
			String ancestors = policy.substring(policy.indexOf("frame-ancestors"));
			assertThat(ancestors).contains("https://lms-a.example").doesNotContain("*", "evil.example", "lms-b");
		});
		this.scenarios.put("LCH-257", (stage, played) -> {
			Visit visit = stage.visit(Draft.student());
			Map<String, List<String>> before = stage.rows();
			Answer forged = visit.browser()
				.send("POST", visit.path() + "/conformance/answer",
						Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", "https://evil.example"),
						"x=1");
			Verdict.refused(stage, Contract.refusal(played), forged, before);
			Answer own = visit.browser()
				.post(visit.path() + "/conformance/answer", Map.of("_csrf", formToken(visit.page("arrival"))));
			assertThat(own.status()).isEqualTo(200);
		});
		this.scenarios.put("LCH-259", (stage, played) -> {
			Browser browser = stage.browser();
			Visit first = stage.visit(Draft.student(), browser);
			Visit second = stage.visit(Draft.student(), browser);
			assertThat(first.answer().cookies().getFirst().value())
				.isNotEqualTo(second.answer().cookies().getFirst().value());
			Verdict.letIn(Draft.student(),
					stage.launch(Draft.student(), stage.login(Draft.student(), browser), browser), browser);
		});
		this.scenarios.put("LCH-265", (stage, played) -> {
			play(stage, played, Mutations.draft(played));
			assertThat(stage.browser().get("/error").status()).isGreaterThanOrEqualTo(400);
		});
		this.scenarios.put("LCH-274", (stage, played) -> {
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), stage.browser().get("/launches/xyz"), before);
			assertThat(stage.browser().get("/launches/0123456789abcdef0123456789abcdef/").body())
				.contains(">LTI-LAUNCH-UNKNOWN<");
		});
		this.scenarios.put("LCH-276", (stage, played) -> {
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			String token = stage.token(draft, stage.login(draft, browser));
			Map<String, String> bearer = Map.of("Authorization", "Bearer " + token);
			for (String path : List.of("/api/items", "/launches/xyz/items")) {
				Answer answer = browser.send("GET", path, bearer, null);
				assertThat(answer.status()).isIn(401, 403, 404);
				assertThat(answer.cookies()).isEmpty();
			}
			Answer console = browser.send("GET", "/admin", bearer, null);
			assertThat(console.status()).as("the console asks who is there").isEqualTo(303);
			assertThat(console.location()).contains("/admin/");
		});
		this.scenarios.put("LCH-277", (stage, played) -> {
			Draft draft = Draft.student();
			draft.form.put("id_token",
					stage.tool()
						.toolKeys()
						.sign(new JWTClaimsSet.Builder().issuer("https://lms-a.example")
							.audience("cA1")
							.subject("u1")
							.build()));
			refusedWith(stage, played, draft);
		});
		this.facts.put("LCH-242", (visit, played) -> assertThat(URI.create(visit.answer().location()).getPath())
			.startsWith("/launches/"));
	}

}
