package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;
import com.humantraffickingexperts.lti.dynamicregistration.Invitations;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page that a platform can show in a frame is opened, and its headers are looked
 * at. The pages come from the tool's own mappings: one that is added has to be walked
 * here too, or to refuse to be framed.
 */
@OnTheWholeTool
class FramedPagesTests {

	private static final String PLATFORM = "https://lms-a.example";

	/**
	 * Before the platform is known, nobody can be named: the login, and errors on the way
	 * to a session. Such pages hold nothing to be tricked into.
	 */
	private static final String NOT_KNOWN_YET = "*";

	private static final String NOBODY = "'none'";

	/** What lies below a framed path without being a page. */
	private static final Set<String> DATA = Set.of("GET /lti/jwks.json", "GET /lti/canvas.json", "GET /lti/icon.svg");

	private final ToolUnderTest tool;

	private final Invitations invitations;

	private final RegistrationStore store;

	private final InstitutionId institution;

	private final Map<String, PathPattern> framed = new TreeMap<>();

	private final Map<String, PathPattern> others = new TreeMap<>();

	private final Set<String> walked = new TreeSet<>();

	@Autowired
	FramedPagesTests(ToolUnderTest tool, Invitations invitations, RegistrationStore store, Institutions institutions,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.tool = tool;
		this.invitations = invitations;
		this.store = store;
		this.institution = institutions.add("College of frames").id();
		mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> !mapping.getPatternValues().toString().contains("/conformance/"))
			.forEach(this::add);
	}

	private void add(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns().forEach((pattern) -> {
			String path = pattern.getPatternString();
			boolean shown = path.startsWith("/lti/") || path.startsWith("/launches/");
			(methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
				.forEach((method) -> (shown ? this.framed : this.others).put(method + " " + path, pattern));
		});
	}

	@Test
	void noPageIsLeftOut() {
		try (Stage stage = new Stage(this.tool)) {
			logins(stage);
			platformStorage(stage);
			refusals(stage);
			learner(stage);
			messages(stage);
			teacher(stage);
			teachersClass(stage);
		}
		registration();
		Set<String> missing = new TreeSet<>(this.framed.keySet());
		missing.removeAll(DATA);
		missing.removeAll(this.walked);
		assertThat(missing).as("pages that can be framed and are not walked here").isEmpty();
	}

	@Test
	void whatIsNotForFramesRefusesThem() {
		try (Stage stage = new Stage(this.tool)) {
			this.others.forEach((name, pattern) -> {
				String method = name.substring(0, name.indexOf(' '));
				String path = filled(pattern);
				Answer answer = stage.browser().send(method, path, Map.of("Accept", "text/html"), null);
				assertThat(answer.header("Content-Security-Policy")).as("%s %s", name, answer.status())
					.contains("frame-ancestors " + NOBODY)
					.doesNotContain("unsafe");
				assertThat(answer.header("Referrer-Policy")).as(name).isNotNull();
				assertThat(answer.header("Strict-Transport-Security")).as(name).startsWith("max-age=");
			});
		}
	}

	/**
	 * A path that fits a pattern; of {@code {id:[0-9a-f]{32}}} the braces may be nested.
	 */
	private static String filled(PathPattern pattern) {
		return pattern.getPatternString().replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "x").replace("**", "x");
	}

	private void look(String method, String address, Answer answer, String ancestors) {
		String path = address.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
		PathContainer parsed = PathContainer.parsePath(path);
		this.framed.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().startsWith(method + " ") && entry.getValue().matches(parsed))
			.min(Map.Entry.comparingByValue())
			.ifPresent((entry) -> this.walked.add(entry.getKey()));
		headers(method + " " + path, answer, ancestors);
	}

	private static void headers(String name, Answer answer, String ancestors) {
		assertThat(answer.headers()).as(name).doesNotContainKeys("x-frame-options", "X-Frame-Options");
		assertThat(answer.header("Content-Security-Policy")).as("%s %s", name, answer.status())
			.startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
			.endsWith("frame-ancestors " + ancestors)
			.contains("base-uri 'none'", "form-action 'self'")
			.doesNotContain("unsafe");
		assertThat(answer.header("Referrer-Policy")).as(name).isEqualTo("no-referrer");
		assertThat(answer.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
		assertThat(answer.header("Permissions-Policy")).as(name).contains("camera=()", "geolocation=()");
		assertThat(answer.header("Strict-Transport-Security")).as(name).isEqualTo("max-age=31536000");
		assertThat(answer.header("Cache-Control")).as(name).contains("no-store");
		assertThat(answer.body()).as(name)
			.doesNotContainPattern("<script(?![^>]* src=)")
			.doesNotContainPattern("<[^>]+ style=")
			.doesNotContainPattern("<[^>]+ on[a-z]+=")
			.doesNotContain("<style");
	}

	private void logins(Stage stage) {
		String withKey = "/lti/login/" + this.tool.registrations().of("cA1").id().value();
		for (String path : Set.of("/lti/login", withKey)) {
			String query = path + "?" + Browser.encoded(Draft.student().login);
			look("GET", query, stage.browser().get(query), NOT_KNOWN_YET);
			look("POST", path, stage.browser().post(path, Draft.student().login), NOT_KNOWN_YET);
			Answer blocked = stage.browser()
				.withoutCookies()
				.send("GET", query + "&cookie_check=1", Map.of("Sec-Fetch-Dest", "iframe"), null);
			assertThat(blocked.body()).contains("target=\"_blank\"");
			assertThat(blocked.header("Content-Security-Policy")).contains("form-action 'self' " + PLATFORM + ";");
			look("GET", query, blocked, NOT_KNOWN_YET);
		}
		look("GET", "/lti/login", stage.browser().get("/lti/login"), NOT_KNOWN_YET);
		look("OPTIONS", "/lti/login", stage.browser().send("OPTIONS", "/lti/login", Map.of(), null), NOT_KNOWN_YET);
		look("GET", "/lti/nothing", stage.browser().get("/lti/nothing"), NOT_KNOWN_YET);
	}

	private void platformStorage(Stage stage) {
		Browser browser = stage.browser().withoutCookies();
		Draft draft = Draft.student().param("lti_storage_target", "_parent");
		Answer put = stage.begin(draft, browser);
		look("POST", "/lti/login", put, NOT_KNOWN_YET);
		Login login = Login.of(put, this.tool.clock().instant());
		Answer get = stage.launch(draft, login, browser);
		look("POST", "/lti/launch", get, PLATFORM);
		Map<String, String> form = Map.of("pending", Stage.pending(get), "value", login.stored());
		Answer confirmed = browser.post("/lti/launch/confirm", form);
		look("POST", "/lti/launch/confirm", confirmed, PLATFORM);
		look("GET", confirmed.location(), browser.get(confirmed.location()), PLATFORM);
		look("POST", "/lti/launch/confirm", browser.post("/lti/launch/confirm", form), NOT_KNOWN_YET);
	}

	private void refusals(Stage stage) {
		look("GET", "/lti/launch", stage.browser().get("/lti/launch"), NOT_KNOWN_YET);
		look("POST", "/lti/launch", stage.browser().post("/lti/launch", Map.of("error", "access_denied")),
				NOT_KNOWN_YET);
		look("POST", "/lti/launch", stage.browser().post("/lti/launch", Map.of("id_token", "x", "state", "x")),
				NOT_KNOWN_YET);
		Browser browser = stage.browser();
		Login login = stage.login(Draft.student(), browser);
		for (Draft draft : Set.of(Draft.student().signedBy("attacker"), Draft.student().without("sub"),
				Draft.student().lti("deployment_id", "unknown"), Draft.student().lti("version", "1.2"))) {
			look("POST", "/lti/launch", stage.launch(draft, login, browser), PLATFORM);
		}
		look("POST", "/lti/launch", stage.launch(Draft.student(), login, stage.browser()), PLATFORM);
		String nobodys = "/launches/0123456789abcdef0123456789abcdef/learn";
		look("GET", nobodys, stage.browser().get(nobodys), NOT_KNOWN_YET);
	}

	private void learner(Stage stage) {
		Draft draft = Draft.student().target(ToolUnderTest.BASE + "/modules/national-referral-mechanism");
		Visit visit = stage.visit(draft);
		new Crawl(visit, (method, path, answer) -> look(method, path, answer, PLATFORM)).everywhere();
		for (String page : Set.of("/learn/pause", "/learn/end")) {
			look("GET", visit.path() + page, visit.browser().get(visit.path() + page), PLATFORM);
		}
		Answer nothing = visit.browser().get(visit.path() + "/nothing");
		assertThat(nothing.status()).isEqualTo(404);
		look("GET", visit.path() + "/nothing", nothing, PLATFORM);
		Answer foreign = visit.browser().post(visit.path() + "/learn", Map.of("_csrf", "forged"));
		assertThat(foreign.status()).isEqualTo(403);
		look("POST", visit.path() + "/learn", foreign, PLATFORM);
		Visit brief = stage.visit(draft.claim("sub", "leaves-at-once"));
		String token = Stage.field(brief.arrive(), "_csrf");
		Answer left = brief.browser().post(brief.path() + "/leave", Map.of("_csrf", token));
		assertThat(left.status()).isEqualTo(200);
		look("POST", brief.path() + "/leave", left, PLATFORM);
		look("GET", brief.path() + "/learn", brief.browser().get(brief.path() + "/learn"), NOT_KNOWN_YET);
	}

	private void messages(Stage stage) {
		Draft review = Draft.instructor().lti("message_type", "LtiSubmissionReviewRequest");
		review.payload.putObject(Draft.CLAIM + "for_user").put("user_id", "u2");
		Draft privacy = Draft.instructor().lti("message_type", "LtiDataPrivacyLaunchRequest");
		for (Draft draft : Set.of(review, privacy)) {
			stage.advance(Duration.ofSeconds(1));
			Visit visit = stage.visit(draft);
			assertThat(visit.answer().location()).endsWith("/message");
			look("GET", visit.answer().location(), visit.arrive(), PLATFORM);
		}
	}

	private void teacher(Stage stage) {
		Visit visit = stage.visit(Draft.of("launch.dl"));
		String choose = visit.path() + "/choose";
		String module = choose + "/modules/national-referral-mechanism";
		Answer picker = visit.arrive();
		look("GET", choose, picker, PLATFORM);
		Answer preview = visit.browser().get(module);
		look("GET", module, preview, PLATFORM);
		Matcher page = Pattern.compile("href=\"(" + module + "/pages/[^\"?#]+)").matcher(preview.body());
		assertThat(page.find()).as("a page to preview").isTrue();
		look("GET", page.group(1), visit.browser().get(page.group(1)), PLATFORM);
		Answer library = visit.browser().get(choose + "/library?words=border&module=x");
		look("GET", choose + "/library", library, PLATFORM);
		look("GET", library.location(), visit.browser().get(library.location()), PLATFORM);
		String token = Stage.field(picker, "_csrf");
		Answer chosen = visit.browser().post(choose, Map.of("_csrf", token, "module", "national-referral-mechanism"));
		assertThat(chosen.body()).contains("name=\"JWT\"");
		look("POST", choose, chosen, PLATFORM);
		look("POST", choose + "/nothing", visit.browser().post(choose + "/nothing", Map.of("_csrf", token)), PLATFORM);
	}

	/**
	 * Pages of the class, and acts to which nobody comes without having begun something.
	 */
	private void teachersClass(Stage stage) {
		stage.advance(Duration.ofSeconds(1));
		Visit visit = stage
			.visit(Draft.instructor().target(ToolUnderTest.BASE + "/modules/national-referral-mechanism"));
		String token = Stage.field(visit.arrive(), "_csrf");
		Answer list = visit.browser().get(visit.path() + "/class");
		assertThat(list.status()).isEqualTo(200);
		look("GET", visit.path() + "/class", list, PLATFORM);
		for (String page : Set.of("/class/questions", "/class/export.csv", "/class/submission", "/class/learners/x",
				"/learn/pages/x/instead")) {
			look("GET", visit.path() + page, visit.browser().get(visit.path() + page), PLATFORM);
		}
		for (String act : Set.of("/class/list", "/class/grades", "/class/learners/x/grade", "/class/learners/x/reset",
				"/class/learners/x/tries", "/class/learners/x/time", "/class/learners/x/time/withdrawal",
				"/learn/checks/x/tries/1/questions/1/draft", "/learn/place", "/learn/update",
				"/learn/reflections/x/draft", "/learn/reflections/x/deletion")) {
			look("POST", visit.path() + act, visit.browser().post(visit.path() + act, Map.of("_csrf", token)),
					PLATFORM);
		}
	}

	private void registration() {
		try (RegistrationStage registering = new RegistrationStage(this.tool, this.invitations, this.store,
				this.institution)) {
			Answer consent = registering.consent();
			look("GET", registering.start(), consent, PLATFORM);
			look("POST", "/lti/register", registering.decide(consent, "cancel", Map.of()), PLATFORM);
			registering.invitation = null;
			look("GET", registering.start(), registering.consent(), PLATFORM);
			look("GET", "/lti/register", registering.browser().get("/lti/register"), NOT_KNOWN_YET);
		}
	}

}
