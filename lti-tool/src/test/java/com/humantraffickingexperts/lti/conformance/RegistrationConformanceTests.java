package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.dynamicregistration.Invitations;
import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of registration: LTI Dynamic Registration 1.0. */
@OnTheWholeTool
class RegistrationConformanceTests {

	private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

	private final ToolUnderTest tool;

	private final Invitations invitations;

	private final RegistrationStore store;

	private final InstitutionId institution;

	private final Map<String, Play> scenarios = new HashMap<>();

	@Autowired
	RegistrationConformanceTests(ToolUnderTest tool, Invitations invitations, RegistrationStore store,
			Institutions institutions) {
		this.tool = tool;
		this.invitations = invitations;
		this.store = store;
		this.institution = institutions.add("Example College").id();
		this.scenarios.put("REG-001", this::flow);
		this.scenarios.put("REG-002", this::withoutToken);
		this.scenarios.put("REG-004", this::uninvited);
		this.scenarios.put("REG-005", this::invitedTwice);
		this.scenarios.put("REG-008", this::framedByOthers);
		this.scenarios.put("REG-009", this::sentTwice);
		this.scenarios.put("REG-011", this::tokenForTheConfiguration);
		this.scenarios.put("REG-012", this::cancelled);
		this.scenarios.put("REG-033", this::otherAddressLater);
		this.scenarios.put("REG-060", this::htmlInTheConfiguration);
		this.scenarios.put("REG-062", this::tokenStaysSecret);
		this.scenarios.put("REG-064", this::claims);
		this.scenarios.put("REG-065", this::spoofedHost);
		this.scenarios.put("REG-066", this::messages);
		this.scenarios.put("REG-067", this::mediaTypes);
		this.scenarios.put("REG-069", this::platformRefuses);
		this.scenarios.put("REG-071", this::withoutClientId);
		this.scenarios.put("REG-072", this::createdOrOk);
		this.scenarios.put("REG-073", this::deployment);
		this.scenarios.put("REG-074", this::noDeployment);
		this.scenarios.put("REG-077", this::alreadyThere);
		this.scenarios.put("REG-078", this::anotherClient);
		this.scenarios.put("REG-079", this::invitedTwice);
		this.scenarios.put("REG-080", this::databaseFails);
		this.scenarios.put("REG-081", this::closeMessage);
		this.scenarios.put("REG-084", this::closeMessage);
		this.scenarios.put("REG-086", this::teacherAtTheConsole);
		this.scenarios.put("REG-090", this::nothingElseIsFetched);
		this.scenarios.put("REG-092", this::publicConfiguration);
		this.scenarios.put("REG-094", this::redirectsElsewhere);
		this.scenarios.put("REG-095", this::twoAtOnce);
	}

	static Stream<Case> cases() {
		return Case.of("registration");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (RegistrationStage stage = new RegistrationStage(this.tool, this.invitations, this.store,
				this.institution)) {
			mutate(stage.platform(), played);
			this.scenarios.getOrDefault(played.id(), this::plain).on(stage, played);
		}
	}

	/** The grammar of the cases; a word that it does not know is an error. */
	private static void mutate(RegisteringPlatform platform, Case played) {
		for (JsonNode mutation : played.mutations()) {
			String kind = mutation.propertyNames().iterator().next();
			JsonNode value = mutation.path("value");
			switch (kind) {
				case "param" -> {
					switch (mutation.path(kind).stringValue()) {
						case "openid_configuration" -> platform.configurationAddress = value.stringValue();
						case "registration_token" -> platform.token = null;
						default -> throw new IllegalArgumentException("unknown parameter " + mutation);
					}
				}
				case "openid_configuration" -> change(platform.configuration, mutation);
				case "registration_response" -> change(platform.response, mutation);
				case "tool_invite", "consent", "http" -> {
					// the scenario does it
				}
				default -> throw new IllegalArgumentException("unknown mutation " + mutation);
			}
		}
		JsonNode upstream = played.given().path("upstream");
		if (upstream.isObject()) {
			upstream.path("responses").forEach((response) -> platform.first.add(upstreamAnswer(platform, response)));
		}
	}

	private static void change(ObjectNode object, JsonNode mutation) {
		String name = mutation.propertyStream().findFirst().orElseThrow().getValue().stringValue();
		ObjectNode holder = object;
		if (name.startsWith(TOOL + ".")) {
			holder = (ObjectNode) object.path(TOOL);
			name = name.substring(TOOL.length() + 1);
		}
		if (mutation.path("op").stringValue().equals("remove")) {
			holder.remove(name);
		}
		else {
			holder.set(name, mutation.path("value"));
		}
	}

	private static OutboundAnswer upstreamAnswer(RegisteringPlatform platform, JsonNode response) {
		Map<String, List<String>> headers = new HashMap<>();
		response.path("headers")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), List.of(header.getValue().stringValue())));
		String body = switch (response.path("body").asString("")) {
			case "" -> (response.path("status").intValue() == 200) ? Json.write(platform.configuration) : "";
			case "size" -> "{\"issuer\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
			case "nested" -> "{\"issuer\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
			case "<html>" -> "<html><body>Sign in</body></html>";
			default -> throw new IllegalArgumentException("unknown body " + response);
		};
		return RegisteringPlatform.answer(response.path("status").intValue(), body, headers);
	}

	private void plain(RegistrationStage stage, Case played) {
		Answer end = stage.play();
		if (!played.accepted()) {
			stage.refused(Contract.refusal(played), end);
			assertThat(stage.made()).isEmpty();
			assertThat(stage.platform().registrations()).isEmpty();
			return;
		}
		Registration kept = stage.registered(end).registration();
		ObjectNode said = stage.platform().configuration;
		assertThat(kept.issuer()).isEqualTo(said.path("issuer").stringValue());
		assertThat(kept.authorizationEndpoint()).hasToString(said.path("authorization_endpoint").stringValue());
		assertThat(kept.tokenEndpoint()).hasToString(said.path("token_endpoint").stringValue());
		assertThat(kept.jwksUri()).hasToString(said.path("jwks_uri").stringValue());
		assertThat(kept.servesAt(kept.jwksUri())).isTrue();
		assertThat(kept.tokenAudience())
			.isEqualTo(said.path("authorization_server").asString(kept.tokenEndpoint().toString()));
	}

	private void flow(RegistrationStage stage, Case played) {
		plain(stage, played);
		ManagedRegistration made = stage.onlyOne();
		assertThat(made.registration().clientId()).isEqualTo("cNew");
		assertThat(made.registration().name()).isEqualTo("Example College");
		assertThat(made.grantedScopes()).containsExactly("https://purl.imsglobal.org/spec/lti-ags/scope/score");
		assertThat(stage.platform().requests).extracting(OutboundRequest::method).containsExactly("GET", "POST");
		assertThat(stage.platform().registrations().getFirst().headers()).containsEntry("Authorization", "Bearer rt-1");
	}

	private void withoutToken(RegistrationStage stage, Case played) {
		plain(stage, played);
		assertThat(stage.platform().requests).hasSize(2)
			.allSatisfy((request) -> assertThat(request.headers()).doesNotContainKey("Authorization"));
	}

	/** It is kept, and nobody gets in until an operator has approved it. */
	private void uninvited(RegistrationStage stage, Case played) {
		stage.invitation = null;
		Answer end = stage.play();
		assertThat(end.status()).isEqualTo(200);
		ManagedRegistration made = stage.onlyOne();
		assertThat(made.state()).isEqualTo(RegistrationState.PENDING);
		assertThat(made.registration().enabled()).isFalse();
		assertThat(made.registration().institution()).isNull();
		Answer login = stage.browser()
			.get("/lti/login?iss=https://lms-a.example&client_id=cNew&login_hint=u1&target_link_uri="
					+ ToolUnderTest.BASE + "/lti/launch");
		assertThat(login.status()).isEqualTo(403);
		assertThat(login.body()).contains("LTI-REGISTRATION-DISABLED");
	}

	private void invitedTwice(RegistrationStage stage, Case played) {
		stage.registered(stage.play());
		Answer again = stage.begin();
		stage.refused(Contract.refusal(played), again);
		assertThat(stage.platform().registrations()).hasSize(1);
		assertThat(stage.made()).hasSize(1);
		stage.invitation = "A".repeat(43);
		stage.refused("REGISTRATION-INVITATION-UNKNOWN", stage.begin());
		assertThat(stage.platform().requests).as("nobody is asked in vain").hasSize(2);
	}

	private void framedByOthers(RegistrationStage stage, Case played) {
		Answer consent = stage.consent();
		assertThat(consent.header("Content-Security-Policy")).contains("frame-ancestors https://lms-a.example")
			.doesNotContain("evil.example", "*")
			.contains("form-action 'self'");
		assertThat(stage.platform().registrations()).as("nothing without a click").isEmpty();
	}

	private void sentTwice(RegistrationStage stage, Case played) {
		Answer consent = stage.consent();
		CountDownLatch platform = stage.platform().holdRegistration();
		CountDownLatch sent = new CountDownLatch(1);
		stage.platform().meanwhile = sent::countDown;
		CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> stage.agree(consent));
		await(sent);
		stage.refused(Contract.refusal(played), stage.agree(consent));
		platform.countDown();
		stage.registered(first.join());
		assertThat(stage.platform().registrations()).hasSize(1);
		stage.refused(Contract.refusal(played), stage.agree(consent));
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Two pages of one invitation are answered at the same time. */
	private void twoAtOnce(RegistrationStage stage, Case played) {
		Answer one = stage.consent();
		Answer other = stage.consent();
		CountDownLatch platform = stage.platform().holdRegistration();
		CountDownLatch sent = new CountDownLatch(1);
		stage.platform().meanwhile = sent::countDown;
		CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> stage.agree(one));
		await(sent);
		stage.refused(Contract.refusal(played), stage.agree(other));
		platform.countDown();
		stage.registered(first.join());
		assertThat(stage.platform().registrations()).hasSize(1);
	}

	private void tokenForTheConfiguration(RegistrationStage stage, Case played) {
		plain(stage, played);
		assertThat(stage.platform().requests.getFirst().headers()).containsEntry("Authorization", "Bearer rt-1");
	}

	private void cancelled(RegistrationStage stage, Case played) {
		Answer end = stage.decide(stage.consent(), "cancel", Map.of());
		assertThat(end.status()).isEqualTo(200);
		assertThat(end.body()).contains("data-close=", "Nothing was registered");
		assertThat(stage.platform().registrations()).isEmpty();
		assertThat(stage.made()).isEmpty();
		stage.registered(stage.play());
	}

	private void otherAddressLater(RegistrationStage stage, Case played) {
		stage.platform().registersOutside = true;
		stage.refused(Contract.refusal(played), stage.agree(stage.consent()));
		assertThat(stage.made()).isEmpty();
	}

	private void htmlInTheConfiguration(RegistrationStage stage, Case played) {
		Answer consent = stage.consent();
		assertThat(consent.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
		stage.registered(stage.agree(consent));
	}

	private void tokenStaysSecret(RegistrationStage stage, Case played) {
		stage.platform().token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzZWNyZXQifQ.c2lnbmF0dXJl";
		Answer consent = stage.consent();
		stage.keepsSecrets(consent);
		assertThat(consent.body()).doesNotContain("src=\"http", "href=\"http");
		stage.platform().status = 401;
		stage.platform().refusal = "bad token " + stage.platform().token;
		Answer refused = stage.agree(consent);
		stage.refused("REGISTRATION-PLATFORM-REFUSED", refused);
		assertThat(refused.body()).contains("bad token …");
		assertThat(stage.stage().tool().outbound().asked()).extracting(URI::getHost).containsOnly("lms-a.example");
	}

	private void claims(RegistrationStage stage, Case played) {
		stage.registered(stage.play());
		assertThat(texts(stage.platform().registration().path(TOOL).path("claims"))).containsExactly("iss", "sub",
				"name", "given_name", "family_name");
		try (RegistrationStage other = new RegistrationStage(this.tool, this.invitations, this.store,
				this.institution)) {
			other.platform().response.put("client_id", "cPseudonymous");
			other.decide(other.consent(), "register", Map.of("pseudonymous", "true", "classList", "true"));
			JsonNode registration = other.platform().registration();
			assertThat(texts(registration.path(TOOL).path("claims"))).containsExactly("iss", "sub");
			assertThat(registration.path("scope").stringValue()).doesNotContain("contextmembership");
			assertThat(other.made()).filteredOn((made) -> made.registration().clientId().equals("cPseudonymous"))
				.singleElement()
				.satisfies((made) -> assertThat(made.registration().terms().pseudonymous()).isTrue());
		}
	}

	private static List<String> texts(JsonNode list) {
		List<String> texts = new ArrayList<>();
		list.forEach((one) -> texts.add(one.stringValue()));
		return texts;
	}

	private void spoofedHost(RegistrationStage stage, Case played) {
		String page = stage.browser()
			.raw("GET", stage.start(), "Host: evil.example\r\nX-Forwarded-Host: evil.example", "");
		assertThat(page).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
		String form = RegistrationStage.form(new Answer(200, Map.of(), page, List.of()));
		String end = stage.browser()
			.raw("POST", "/lti/register",
					"Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nContent-Type: application/x-www-form-urlencoded",
					"act=register&form=" + form);
		assertThat(end).startsWith("HTTP/1.1 200");
		JsonNode registration = stage.platform().registration();
		assertThat(Json.write(registration)).doesNotContain("evil.example");
		assertThat(registration.path("initiate_login_uri").stringValue()).isEqualTo(ToolUnderTest.BASE + "/lti/login");
		assertThat(texts(registration.path("redirect_uris"))).containsExactly(ToolUnderTest.BASE + "/lti/launch");
		assertThat(registration.path("jwks_uri").stringValue()).isEqualTo(ToolUnderTest.BASE + "/lti/jwks.json");
	}

	private void messages(RegistrationStage stage, Case played) {
		stage.registered(stage.play());
		JsonNode messages = stage.platform().registration().path(TOOL).path("messages");
		assertThat(messages).hasSize(2);
		JsonNode deepLinking = messages.get(1);
		assertThat(deepLinking.path("type").stringValue()).isEqualTo("LtiDeepLinkingRequest");
		assertThat(deepLinking.path("target_link_uri").stringValue()).isEqualTo(ToolUnderTest.BASE + "/lti/launch");
		assertThat(deepLinking.path("label").stringValue()).isNotBlank();
		assertThat(texts(deepLinking.path("placements"))).containsExactly("ContentArea");
	}

	private void mediaTypes(RegistrationStage stage, Case played) {
		stage.registered(stage.play());
		assertThat(stage.platform().registrations().getFirst().headers())
			.containsEntry("Content-Type", "application/json")
			.containsEntry("Accept", "application/json");
	}

	/** One question each, whatever the answer: it may have succeeded. */
	private void platformRefuses(RegistrationStage stage, Case played) {
		for (int status : new int[] { 302, 401, 403, 404, 409, 429, 500, 503 }) {
			stage.platform().requests.clear();
			stage.platform().status = status;
			stage.platform().refusal = "{\"error\":\"token_already_used <b>\"}";
			Answer end = stage.play();
			stage.refused(Contract.refusal(played), end);
			assertThat(end.body()).contains("token_already_used &lt;b&gt;", Integer.toString(status));
			assertThat(stage.platform().registrations()).hasSize(1);
			assertThat(stage.made()).isEmpty();
		}
	}

	private void withoutClientId(RegistrationStage stage, Case played) {
		stage.refused(Contract.refusal(played), stage.play());
		for (JsonNode wrong : List.of(Json.parse("\"\""), Json.parse("5"), Json.parse("null"),
				Json.parse("\"" + "x".repeat(256) + "\""))) {
			stage.platform().response.set("client_id", wrong);
			stage.refused(Contract.refusal(played), stage.play());
		}
		assertThat(stage.made()).isEmpty();
	}

	private void createdOrOk(RegistrationStage stage, Case played) {
		for (int status : new int[] { 201, 200 }) {
			stage.platform().status = status;
			stage.platform().response.put("client_id", "c" + status);
			assertThat(stage.play().status()).isEqualTo(200);
			stage.invitation = stage.invite();
		}
		assertThat(stage.made()).extracting((made) -> made.registration().clientId())
			.containsExactlyInAnyOrder("c201", "c200");
	}

	private void deployment(RegistrationStage stage, Case played) {
		assertThat(stage.registered(stage.play()).registration().deploymentIds()).containsExactly("1");
		stage.invitation = stage.invite();
		stage.platform().response.put("client_id", "cCanvas").put("deployment_id", "47:5f0c");
		((ObjectNode) stage.platform().response.path(TOOL)).remove("deployment_id");
		stage.play();
		assertThat(stage.made()).filteredOn((made) -> made.registration().clientId().equals("cCanvas"))
			.singleElement()
			.satisfies((made) -> assertThat(made.registration().deploymentIds()).containsExactly("47:5f0c"));
	}

	private void noDeployment(RegistrationStage stage, Case played) {
		Registration kept = stage.registered(stage.play()).registration();
		assertThat(kept.deploymentIds()).isEmpty();
		assertThat(kept.unknownDeployments()).isEqualTo(Registration.UnknownDeployments.ASK);
	}

	private void alreadyThere(RegistrationStage stage, Case played) {
		List<ManagedRegistration> before = this.store.all(null);
		stage.platform().response.put("client_id", "cA1");
		stage.platform().configuration.put("jwks_uri", "https://lms-a.example/taken-over");
		Answer end = stage.play();
		stage.refused(Contract.refusal(played), end);
		assertThat(this.store.all(null)).isEqualTo(before);
		stage.platform().response.put("client_id", "cNew");
		stage.registered(stage.play());
	}

	private void anotherClient(RegistrationStage stage, Case played) {
		stage.registered(stage.play());
		stage.invitation = stage.invite();
		stage.platform().response.put("client_id", "cOther");
		assertThat(stage.play().status()).isEqualTo(200);
		assertThat(stage.made()).extracting((made) -> made.registration().issuer())
			.containsExactly("https://lms-a.example", "https://lms-a.example");
	}

	private void databaseFails(RegistrationStage stage, Case played) {
		stage.platform().meanwhile = () -> stage.stage().tool().database().down(true);
		Answer end = stage.play();
		stage.stage().tool().database().down(false);
		stage.refused(Contract.refusal(played), end);
		assertThat(end.body()).contains("client_id: cNew");
		assertThat(stage.stage().log()).anySatisfy((event) -> assertThat(event.getFormattedMessage())
			.contains("REGISTRATION-NOT-KEPT", "client_id=\"cNew\"", "issuer=\"https://lms-a.example\""));
	}

	private void closeMessage(RegistrationStage stage, Case played) {
		Answer end = stage.play();
		stage.registered(end);
		assertThat(Stage.attribute(end, "close").split(" ")).containsExactly("https://lms-a.example");
		assertThat(end.body()).contains("You can close this window");
		Answer script = stage.browser().get(script(end));
		assertThat(script.status()).isEqualTo(200);
		assertThat(script.body()).contains("org.imsglobal.lti.close").doesNotContain("\"*\"");
	}

	private static String script(Answer page) {
		java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("src=\"(/assets/registration[^\"]*)\"")
			.matcher(page.body());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	/**
	 * A launch opens nothing of the console: a teacher is led to its sign-in, like
	 * everybody else.
	 */
	private void teacherAtTheConsole(RegistrationStage stage, Case played) {
		stage.stage().tool().outbound().reset();
		stage.stage().visit(Draft.instructor(), stage.browser());
		for (String path : List.of(played.given().path("http").path("path").stringValue(),
				"/admin/registrations/new")) {
			Answer answer = stage.browser().get(path);
			assertThat(answer.status()).isEqualTo(303);
			assertThat(answer.location()).startsWith("/admin/sign-in");
			assertThat(answer.body()).isEmpty();
		}
		assertThat(stage.browser()
			.post("/admin/platform-invitations", Map.of("institution", "evil", "family", "MOODLE"))
			.status()).isEqualTo(403);
	}

	private void nothingElseIsFetched(RegistrationStage stage, Case played) {
		stage.registered(stage.play());
		assertThat(stage.stage().tool().outbound().asked()).extracting(URI::toString)
			.containsExactly("https://lms-a.example/.well-known/openid-configuration",
					"https://lms-a.example/register");
	}

	private void publicConfiguration(RegistrationStage stage, Case played) {
		Answer answer = stage.browser().get("/lti/canvas.json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(answer.header("Cache-Control")).contains("public");
		JsonNode json = Json.parse(answer.body());
		assertThat(json.path("target_link_uri").stringValue()).isEqualTo(ToolUnderTest.BASE + "/lti/launch");
		assertThat(answer.body()).doesNotContain("secret", "\"d\":", "private");
	}

	private void redirectsElsewhere(RegistrationStage stage, Case played) {
		stage.refused(Contract.refusal(played), stage.begin());
		for (Map<String, List<String>> headers : List.of(
				Map.of("Location", List.of("https://evil.example/.well-known/openid-configuration")),
				Map.of("Location", List.of("https://lms-a.example:8443/new/openid-configuration")),
				Map.<String, List<String>>of())) {
			stage.platform().first.add(RegisteringPlatform.answer(302, "", headers));
			stage.refused(Contract.refusal(played), stage.begin());
		}
		for (int i = 0; i < 5; i++) {
			stage.platform().first.add(RegisteringPlatform.answer(302, "",
					Map.of("Location", List.of("https://lms-a.example/new/openid-configuration"))));
		}
		stage.refused(Contract.refusal(played), stage.begin());
		assertThat(stage.stage().tool().outbound().asked()).extracting(URI::getHost).containsOnly("lms-a.example");
	}

	/** How a case is played. */
	private interface Play {

		void on(RegistrationStage stage, Case played);

	}

}
