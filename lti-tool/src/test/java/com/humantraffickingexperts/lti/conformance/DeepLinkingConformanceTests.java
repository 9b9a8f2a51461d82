package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of choosing content: LTI Deep Linking 2.0. */
@OnTheWholeTool
class DeepLinkingConformanceTests {

	private static final String MODULE = "national-referral-mechanism";

	private static final List<String> MODULES = List.of("tied-housing", MODULE, "port-of-entry");

	private static final String SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final ToolUnderTest tool;

	private final Map<String, Scenario> scenarios = new HashMap<>();

	/** What else must be true of a request that was let in. */
	private final Map<String, BiConsumer<Visit, Case>> facts = new HashMap<>();

	@Autowired
	DeepLinkingConformanceTests(ToolUnderTest tool) {
		this.tool = tool;
		requests();
		data();
		messages();
		items();
		pages();
	}

	static Stream<Case> cases() {
		return Case.of("deep-linking");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (Stage stage = new Stage(this.tool)) {
			stage.prepare(played.given().path("db"));
			this.scenarios.getOrDefault(played.id(), this::oneRequest).play(stage, played);
			Verdict.logSaysNothing(stage);
		}
	}

	private void oneRequest(Stage stage, Case played) {
		assertThat(played.given().propertyNames()).as("what %s gives", played.id())
			.isSubsetOf("base", "mutations", "variants", "db");
		Draft draft = Mutations.draft(played);
		Browser browser = stage.browser();
		Login login = stage.login(draft, browser);
		Map<String, List<String>> before = stage.rows();
		Answer answer = stage.launch(draft, login, browser);
		if (!played.accepted()) {
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			return;
		}
		Visit visit = Verdict.letIn(draft, answer, browser);
		assertThat(visit.who("type")).isEqualTo(draft.payload.path(Draft.CLAIM + "message_type").stringValue());
		if ("LtiDeepLinkingRequest".equals(visit.who("type"))) {
			assertThat(visit.arrive().body()).contains("value=\"" + MODULE + "\"");
		}
		this.facts.getOrDefault(played.id(), (ignored, alsoIgnored) -> {
		}).accept(visit, played);
	}

	private static Draft request() {
		return Draft.of("launch.dl");
	}

	private static ObjectNode settings(Draft draft) {
		return draft.payload.path(SETTINGS).asObject();
	}

	private static SentChoice chosen(Visit visit, String... modules) {
		return SentChoice.of(choose(visit, Map.of("module", List.of(modules))));
	}

	private static Answer choose(Visit visit, Map<String, ?> form) {
		return post(visit, "/choose", form);
	}

	private static Answer post(Visit visit, String path, Map<String, ?> form) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(form);
		fields.put("_csrf", formToken(visit));
		return visit.browser().post(visit.path() + path, fields);
	}

	private static String formToken(Visit visit) {
		Matcher matcher = FORM_TOKEN.matcher(visit.browser().get(visit.path() + "/choose").body());
		assertThat(matcher.find()).as("a form token on the page").isTrue();
		return matcher.group(1);
	}

	/** The answer to the fixture's request, with one module. */
	private void answer(String id, BiConsumer<Stage, SentChoice> check) {
		this.scenarios.put(id, (stage, played) -> check.accept(stage, chosen(stage.visit(request()), MODULE)));
	}

	private void item(String id, Consumer<JsonNode> check) {
		answer(id, (stage, sent) -> {
			assertThat(sent.items()).hasSize(1);
			check.accept(sent.items().path(0));
		});
	}

	private void requests() {
		this.facts.put("DLK-023", (visit, played) -> {
			SentChoice sent = chosen(visit, MODULE);
			assertThat(sent.action()).isEqualTo(played.firstValue().orElseThrow().stringValue());
			assertThat(formTargets(sent)).contains("https://school.instructure.com");
		});
		this.facts.put("DLK-024", (visit, played) -> assertThat(chosen(visit, MODULE).action())
			.isEqualTo(played.firstValue().orElseThrow().stringValue()));
		this.facts.put("DLK-027", (visit, played) -> {
			assertThat(visit.arrive().body()).contains("type=\"radio\"").doesNotContain("type=\"checkbox\" value");
			assertThat(choose(visit, Map.of("module", MODULES)).body()).contains("Choose one module only");
			SentChoice sent = chosen(visit, MODULE);
			assertThat(sent.deepLinking("data").isMissingNode()).isTrue();
			assertThat(sent.items().path(0).has("lineItem")).isTrue();
		});
		this.facts.put("DLK-029", (visit, played) -> {
			JsonNode item = chosen(visit, MODULE).items().path(0);
			assertThat(item.has("iframe") || item.has("window")).isFalse();
		});
		this.facts.put("DLK-033", (visit, played) -> assertThat(chosen(visit, MODULE).items()).hasSize(1));
		this.facts.put("DLK-035", (visit, played) -> assertThat(visit.arrive().body()).doesNotContain("alert(1)"));
		this.scenarios.put("DLK-030", (stage, played) -> {
			oneRequest(stage, played);
			Draft viewer = request().roles("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator");
			Browser browser = stage.browser();
			Login login = stage.login(viewer, browser);
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.launch(viewer, login, browser);
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(answer.body()).as("the way back").contains("https://lms-a.example/return?lti_errormsg=LTI-ROLE");
		});
		this.scenarios.put("DLK-036", (stage, played) -> {
			Browser browser = stage.browser();
			Draft one = request();
			settings(one).put("data", "A").put("deep_link_return_url", "https://lms-a.example/dl/A");
			Draft other = request().lti("context", Json.object().put("id", "c2"));
			other.param("lti_deployment_id", "dA2").lti("deployment_id", "dA2");
			settings(other).put("data", "B").put("deep_link_return_url", "https://lms-a.example/dl/B");
			Visit first = stage.visit(one, browser);
			Visit second = stage.visit(other, browser);
			SentChoice of1 = chosen(first, MODULE);
			SentChoice of2 = chosen(second, MODULE);
			assertThat(of1.action()).endsWith("/A");
			assertThat(of1.deepLinking("data").stringValue()).isEqualTo("A");
			assertThat(of1.lti("deployment_id").stringValue()).isEqualTo("dA1");
			assertThat(of2.action()).endsWith("/B");
			assertThat(of2.deepLinking("data").stringValue()).isEqualTo("B");
			assertThat(of2.lti("deployment_id").stringValue()).isEqualTo("dA2");
		});
	}

	private void data() {
		for (String id : List.of("DLK-041", "DLK-044", "DLK-045", "DLK-046")) {
			this.scenarios.put(id,
					(stage, played) -> broughtBack(stage, played.given().path("request_data").deepCopy()));
		}
		Scenario short44 = Objects.requireNonNull(this.scenarios.get("DLK-044"));
		this.scenarios.put("DLK-044", (stage, played) -> {
			short44.play(stage, played);
			broughtBack(stage,
					StringNode.valueOf(played.given().path("request_data").stringValue().repeat(16 * 1024 / 16)));
			broughtBack(stage, StringNode.valueOf(""));
			broughtBack(stage, StringNode.valueOf("  "));
		});
		this.scenarios.put("DLK-047", (stage, played) -> {
			Map<String, Object> form = new LinkedHashMap<>();
			played.given()
				.path("http")
				.path("form")
				.properties()
				.forEach((field) -> form.put(field.getKey(), field.getValue().stringValue()));
			form.put("module", MODULE);
			SentChoice sent = SentChoice.of(choose(stage.visit(request()), form));
			assertThat(sent.action()).isEqualTo("https://lms-a.example/dl/return?c=1");
			assertThat(sent.deepLinking("data").stringValue()).isEqualTo("95399");
			assertThat(sent.page().body()).doesNotContain("evil.example");
		});
	}

	private static void broughtBack(Stage stage, JsonNode data) {
		Draft draft = request();
		settings(draft).set("data", data);
		assertThat(chosen(stage.visit(draft), MODULE).deepLinking("data")).isEqualTo(data);
	}

	private void messages() {
		answer("DLK-002", (stage, sent) -> {
			assertThat(sent.action()).isEqualTo("https://lms-a.example/dl/return?c=1");
			assertThat(sent.form()).contains("method=\"post\"").doesNotContain("enctype", "target=");
			assertThat(sent.page().body()).contains("/assets/picker").contains("type=\"submit\"");
		});
		answer("DLK-003", (stage, sent) -> {
			assertThat(sent.message().getHeader().getAlgorithm().getName()).isEqualTo("RS256");
			assertThat(keySet(stage)).contains(sent.message().getHeader().getKeyID());
			assertThat(sent.lti("message_type").stringValue()).isEqualTo("LtiDeepLinkingResponse");
		});
		answer("DLK-004", (stage, sent) -> timely(stage, sent));
		answer("DLK-052", (stage, sent) -> timely(stage, sent));
		answer("DLK-005", (stage, sent) -> assertThat(sent.signedBy(keySet(stage))).isTrue());
		answer("DLK-006", (stage, sent) -> {
			from(sent);
			timely(stage, sent);
			assertThat(sent.payload().path("nonce").stringValue()).isNotBlank();
			assertThat(sent.lti("deployment_id").stringValue()).isEqualTo("dA1");
			assertThat(sent.lti("message_type").stringValue()).isEqualTo("LtiDeepLinkingResponse");
			assertThat(sent.lti("version").stringValue()).isEqualTo("1.3.0");
			assertThat(sent.deepLinking("data").stringValue()).isEqualTo("95399");
			assertThat(sent.items().isArray()).isTrue();
		});
		answer("DLK-048", (stage, sent) -> from(sent));
		answer("DLK-049", (stage, sent) -> {
			from(sent);
			assertThat(sent.payload().path("sub").stringValue()).isEqualTo("cA1");
			assertThat(sent.payload().has("azp")).isFalse();
		});
		this.scenarios.put("DLK-050", (stage, played) -> {
			Visit visit = stage.visit(request());
			List<String> nonces = Stream.of(chosen(visit, MODULE), chosen(visit, MODULE))
				.map((sent) -> sent.payload().path("nonce").stringValue())
				.toList();
			assertThat(nonces).doesNotHaveDuplicates();
		});
		this.scenarios.put("DLK-055", (stage, played) -> {
			Draft files = request();
			settings(files).putArray("accept_types").add("file").add("html");
			Visit visit = stage.visit(files);
			assertThat(visit.arrive().body()).contains("Modules cannot be added here");
			SentChoice sent = SentChoice.of(post(visit, "/choose/nothing", Map.of()));
			assertThat(sent.items()).isEmpty();
			for (String claim : List.of("errormsg", "errorlog")) {
				assertThat(sent.deepLinking(claim).stringValue()).isNotBlank()
					.hasSizeLessThan(1024)
					.doesNotContain("<", "Exception");
			}
			assertThat(choose(visit, Map.of("module", MODULE)).body()).as("nothing is signed").doesNotContain("JWT");
		});
	}

	private static void from(SentChoice sent) {
		assertThat(sent.payload().path("iss").stringValue()).isEqualTo("cA1");
		JsonNode audience = sent.payload().path("aud");
		assertThat(audience.isArray() ? audience.path(0).stringValue() : audience.stringValue())
			.isEqualTo("https://lms-a.example");
		assertThat(audience.isArray() ? audience.size() : 1).isEqualTo(1);
	}

	private static void timely(Stage stage, SentChoice sent) {
		JsonNode issued = sent.payload().path("iat");
		JsonNode expires = sent.payload().path("exp");
		assertThat(issued.isIntegralNumber() && expires.isIntegralNumber()).isTrue();
		long now = stage.tool().clock().instant().getEpochSecond();
		assertThat(issued.longValue()).isBetween(now - 10, now);
		assertThat(expires.longValue() - issued.longValue()).isBetween(60L, 600L);
	}

	private static String keySet(Stage stage) {
		return stage.browser().get("/lti/jwks.json").body();
	}

	private void items() {
		this.scenarios.put("DLK-007", (stage, played) -> {
			JsonNode item = chosen(stage.visit(request()), MODULE).items().path(0);
			Draft placed = Draft.student().target(item.path("url").stringValue()).lti("custom", item.path("custom"));
			Visit visit = stage.visit(placed);
			assertThat(visit.who("module")).isEqualTo(MODULE);
			assertThat(visit.arrive().body()).contains("The National Referral Mechanism");
		});
		this.scenarios.put("DLK-057", (stage, played) -> {
			SentChoice sent = chosen(stage.visit(request()), MODULES.toArray(String[]::new));
			assertThat(sent.items().valueStream().map((item) -> item.path("custom").path("module").stringValue()))
				.containsExactlyElementsOf(MODULES);
		});
		this.scenarios.put("DLK-058", (stage, played) -> {
			Draft draft = request();
			settings(draft).put("accept_lineitem", false);
			Visit visit = stage.visit(draft);
			assertThat(visit.arrive().body()).contains("makes no gradebook column")
				.doesNotContain("gets a column", "name=\"grade\"");
			assertThat(chosen(visit, MODULE).items().path(0).has("lineItem")).isFalse();
		});
		item("DLK-059", (item) -> {
			JsonNode lineItem = item.path("lineItem");
			assertThat(lineItem.path("scoreMaximum").isIntegralNumber()).isTrue();
			assertThat(lineItem.path("scoreMaximum").intValue()).isBetween(1, 100);
			assertThat(lineItem.path("resourceId").stringValue()).isEqualTo(MODULE);
			assertThat(lineItem.path("label").stringValue()).isEqualTo("The National Referral Mechanism");
			assertThat(lineItem.path("tag").stringValue()).isNotBlank();
		});
		item("DLK-060", (item) -> {
			assertThat(item.path("custom").propertyStream().map(Map.Entry::getKey)).contains("module")
				.allMatch((name) -> name.matches("[a-z_]+"));
			assertThat(item.path("custom").valueStream()).allMatch(JsonNode::isString);
		});
		item("DLK-062", (item) -> assertThat(item.has("available") || item.has("submission")).isFalse());
		item("DLK-063", (item) -> assertThat(item.path("url").stringValue())
			.isEqualTo(ToolUnderTest.BASE + "/modules/" + MODULE));
		answer("DLK-066", (stage, sent) -> {
			assertThat(sent.items().valueStream())
				.allMatch((item) -> item.path("type").stringValue().equals("ltiResourceLink"));
			assertThat(sent.items().toString()).doesNotContain("<", "\"html\"", "\"embed\"");
		});
	}

	private void pages() {
		answer("DLK-068", (stage, sent) -> {
			assertThat(sent.page().header("Content-Security-Policy"))
				.startsWith("default-src 'none'; script-src 'self'")
				.contains("frame-ancestors https://lms-a.example")
				.doesNotContain("unsafe");
			assertThat(formTargets(sent)).contains("https://lms-a.example").doesNotContain("*");
			assertThat(sent.page().header("Cache-Control")).isEqualTo("no-store");
			assertThat(sent.page().header("Referrer-Policy")).isEqualTo("no-referrer");
			assertThat(sent.page().body()).contains("<button").doesNotContainPattern("<script(?![^>]* src=)");
		});
		this.scenarios.put("DLK-070", (stage, played) -> {
			Visit mine = stage.visit(request());
			Visit theirs = stage.visit(request().claim("sub", "u2"));
			Map<String, List<String>> before = stage.rows();
			Answer answer = mine.browser()
				.post(theirs.path() + "/choose", Map.of("module", MODULE, "_csrf", formToken(mine)));
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			Answer forged = theirs.browser().post(theirs.path() + "/choose", Map.of("module", MODULE));
			assertThat(Verdict.code(forged)).isEqualTo("FORM-NOT-OURS");
		});
		this.scenarios.put("DLK-071", (stage, played) -> {
			Visit visit = stage.visit(request());
			Map<String, List<String>> before = stage.rows();
			Verdict.refused(stage, Contract.refusal(played), choose(visit, Map.of("module", "item-of-regb")), before);
			Answer preview = visit.browser().get(visit.path() + "/choose/modules/item-of-regb");
			Verdict.refused(stage, Contract.refusal(played), preview, before);
		});
		this.scenarios.put("DLK-073", (stage, played) -> {
			Visit visit = stage.visit(request());
			String token = formToken(visit);
			stage.advance(Duration.ofHours(2));
			assertThat(visit.browser().get(visit.path() + "/choose").status()).isEqualTo(410);
			Map<String, List<String>> before = stage.rows();
			Answer late = visit.browser().post(visit.path() + "/choose", Map.of("module", MODULE, "_csrf", token));
			Verdict.refused(stage, Contract.refusal(played), late, before);
		});
		this.scenarios.put("DLK-074", (stage, played) -> {
			Visit visit = stage.visit(request());
			String token = formToken(visit);
			stage.tool().registrations().change("cA1", RegistrationsDouble.disabled());
			Map<String, List<String>> before = stage.rows();
			Answer answer = visit.browser().post(visit.path() + "/choose", Map.of("module", MODULE, "_csrf", token));
			Verdict.refused(stage, Contract.refusal(played), answer, before);
		});
	}

	private static String formTargets(SentChoice sent) {
		String policy = Objects.requireNonNull(sent.page().header("Content-Security-Policy"));
		Matcher targets = Pattern.compile("form-action ([^;]*);").matcher(policy);
		assertThat(targets.find()).isTrue();
		return targets.group(1);
	}

}
