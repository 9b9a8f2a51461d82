package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.PlatformDouble.KeySet;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

/**
 * One case being played: fresh key sets, the registrations of the fixtures, a log of its
 * own, and an hour after the case before.
 */
final class Stage implements AutoCloseable {

	private static final List<String> TABLES = List.of("lti_user", "context", "resource_link", "launch",
			"pending_launch");

	private static final Pattern NEXT = Pattern.compile("data-next=\"([^\"]+)\"");

	private static final Pattern PENDING = Pattern.compile("name=\"pending\" value=\"([^\"]+)\"");

	private final ToolUnderTest tool;

	private final KeySet keysOfA;

	private final KeySet keysOfB;

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	/** Every token sent, to look for it where it must not be. */
	private final List<String> tokens = new ArrayList<>();

	Stage(ToolUnderTest tool) {
		this.tool = tool;
		tool.clock().advance(Duration.ofHours(1));
		this.keysOfA = tool.platforms()
			.publish(Keys.published("platform.k1", "k1"), Keys.published("platform.k2", "k2"));
		this.keysOfB = tool.platforms().publish(Keys.published("platformB.k1", "k1"));
		RegistrationsDouble registrations = tool.registrations();
		registrations.reset();
		registrations.change("cA1", RegistrationsDouble.keysAt(this.keysOfA.uri()));
		registrations.change("cA2", RegistrationsDouble.keysAt(this.keysOfA.uri()));
		registrations.change("cB1", RegistrationsDouble.keysAt(this.keysOfB.uri()));
		tool.outbound().reset();
		tool.database().down(false);
		this.log.start();
		root().addAppender(this.log);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public void close() {
		root().detachAppender(this.log);
		this.keysOfA.release();
		this.tool.database().down(false);
		this.tool.outbound().reset();
	}

	ToolUnderTest tool() {
		return this.tool;
	}

	KeySet keysOfA() {
		return this.keysOfA;
	}

	KeySet keysOfB() {
		return this.keysOfB;
	}

	List<ILoggingEvent> log() {
		return List.copyOf(this.log.list);
	}

	List<String> tokens() {
		return List.copyOf(this.tokens);
	}

	Browser browser() {
		return new Browser(this.tool.port(), this.tool.clock());
	}

	void advance(Duration duration) {
		this.tool.clock().advance(duration);
	}

	/** Brings about what a case says of the tool's own records. */
	void prepare(JsonNode db) {
		RegistrationsDouble registrations = this.tool.registrations();
		db.properties().forEach((member) -> {
			JsonNode value = member.getValue();
			switch (member.getKey()) {
				case "registrations" -> value.forEach((name) -> registrations.add(clientId(name.stringValue())));
				case "regA1.authorization_endpoint" ->
					registrations.change("cA1", RegistrationsDouble.authorizationAt(URI.create(value.stringValue())));
				case "regA1.status" -> registrations.change("cA1", RegistrationsDouble.disabled());
				case "regA1.trusted_audiences" ->
					registrations.change("cA1", RegistrationsDouble.trusting(Set.of(value.get(0).stringValue())));
				case "regA1.auto_deployments" -> registrations.change("cA1",
						RegistrationsDouble.deployments(Set.of("dA1", "dA2"), UnknownDeployments.ALLOW));
				case "regA1.allow_anonymous" -> registrations.change("cA1", RegistrationsDouble.anonymousAllowed());
				case "dA1.status" ->
					registrations.change("cA1", RegistrationsDouble.deployments(Set.of("dA2"), UnknownDeployments.ASK));
				case "users" -> {
					// the tool has no accounts of its own, so that none can be mistaken
				}
				default -> throw new IllegalArgumentException("unknown record " + member.getKey());
			}
		});
	}

	private static String clientId(String registration) {
		return registration.replace("reg", "c") + (registration.equals("regB") ? "1" : "");
	}

	/** The platform sends the browser to the tool. */
	Answer begin(Draft draft, Browser browser) {
		String path = draft.loginHttp.path.replace("{regA1.loginKey}", this.tool.registrations().of("cA1").id().value())
			.replace("{regA2.loginKey}", "{regA2.loginKey}");
		if (path.contains("{regA2.loginKey}")) {
			path = path.replace("{regA2.loginKey}", this.tool.registrations().of("cA2").id().value());
		}
		if (draft.loginHttp.method.equals("GET")) {
			return browser.send("GET", path + "?" + Browser.encoded(draft.login), draft.loginHttp.headers, null);
		}
		Map<String, Object> body = new LinkedHashMap<>();
		Map<String, Object> query = new LinkedHashMap<>();
		draft.login.forEach((name, values) -> {
			body.put(name, values.getLast());
			if (values.size() > 1) {
				query.put(name, values.getFirst());
			}
		});
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		headers.putAll(draft.loginHttp.headers);
		headers.remove("Host");
		String content = Objects.requireNonNullElse(draft.loginHttp.rawBody, Browser.encoded(body));
		return browser.send(draft.loginHttp.method, path + (query.isEmpty() ? "" : "?" + Browser.encoded(query)),
				headers, content);
	}

	/** The same, when the tool is expected to go along. */
	Login login(Draft draft, Browser browser) {
		return Login.of(begin(draft, browser), this.tool.clock().instant());
	}

	/** The platform's answer, as the draft has it. */
	String token(Draft draft, Login login) {
		String token = Tokens.of(draft, new Symbols(login.nonce(), this.tool.clock().instant(), login.at()));
		this.tokens.add(token);
		return token;
	}

	/** The browser brings the platform's answer to the tool. */
	Answer launch(Draft draft, Login login, Browser browser) {
		return post(draft, login, token(draft, login), browser);
	}

	Answer post(Draft draft, Login login, String token, Browser browser) {
		Map<String, @Nullable Object> form = new LinkedHashMap<>();
		form.put("id_token", token);
		form.put("state", login.state());
		draft.form.forEach((name, value) -> form.put(name, filled(value, token, login)));
		Draft.Http http = draft.launchHttp;
		if (http.method.equals("GET")) {
			return browser.send("GET", http.path + "?" + Browser.encoded(form), http.headers, null);
		}
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		headers.putAll(http.headers);
		return browser.send(http.method, http.path, headers, Browser.encoded(form));
	}

	private static @Nullable String filled(@Nullable String value, String token, Login login) {
		if (value == null) {
			return null;
		}
		String[] parts = token.split("\\.", -1);
		return switch (value) {
			case "<mutated>" -> flipped(login.state());
			case "  <token>\n" -> "  " + token + "\n";
			default -> value.replace("<h>", parts[0]).replace("<p>", parts[1]).replace("<s>", parts[2]);
		};
	}

	private static String flipped(String state) {
		int middle = state.length() / 2;
		char other = (state.charAt(middle) == 'A') ? 'B' : 'A';
		return state.substring(0, middle) + other + state.substring(middle + 1);
	}

	/** A whole launch that must succeed. */
	Visit visit(Draft draft, Browser browser) {
		Answer answer = launch(draft, login(draft, browser), browser);
		Visit visit = Visit.of(answer, browser);
		visit.arrive();
		return visit;
	}

	Visit visit(Draft draft) {
		return visit(draft, browser());
	}

	/** What is stored of users, places and launches. */
	Map<String, List<String>> rows() {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		for (String table : TABLES) {
			rows.put(table,
					this.tool.jdbc()
						.sql("select * from " + table + " order by id")
						.query()
						.listOfRows()
						.stream()
						.map(Object::toString)
						.toList());
		}
		return rows;
	}

	int count(String table) {
		return this.tool.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
	}

	/** The one-time name of a launch whose browser is being asked for its secret. */
	static String pending(Answer page) {
		Matcher matcher = PENDING.matcher(page.body());
		if (!matcher.find()) {
			throw new AssertionError("No pending launch on the page: " + page.status() + "\n" + page.body());
		}
		return matcher.group(1);
	}

	/** The value of a hidden field, as a browser would send it. */
	static String field(Answer page, String name) {
		Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
		if (!matcher.find()) {
			throw new AssertionError("No field " + name + " on the page: " + page.status() + "\n" + page.body());
		}
		return HtmlUtils.htmlUnescape(matcher.group(1));
	}

	static String attribute(Answer page, String name) {
		Matcher matcher = Pattern.compile("data-" + name + "=\"([^\"]*)\"").matcher(page.body());
		if (!matcher.find()) {
			throw new AssertionError("No data-" + name + " on the page: " + page.status() + "\n" + page.body());
		}
		return HtmlUtils.htmlUnescape(matcher.group(1));
	}

	/**
	 * A login that the tool went along with.
	 *
	 * @param answer the tool's answer
	 * @param at when it was
	 * @param address where the browser is sent
	 * @param request the parameters of the authentication request
	 */
	record Login(Answer answer, Instant at, String address, Map<String, List<String>> request) {

		static Login of(Answer answer, Instant at) {
			String address = (answer.status() == 200) ? next(answer) : answer.location();
			Map<String, List<String>> request = new LinkedHashMap<>();
			for (String field : address.substring(address.indexOf('?') + 1).split("&")) {
				String[] parts = field.split("=", 2);
				request.computeIfAbsent(parts[0], (name) -> new ArrayList<>())
					.add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
			return new Login(answer, at, address, request);
		}

		private static String next(Answer page) {
			Matcher matcher = NEXT.matcher(page.body());
			if (!matcher.find()) {
				throw new AssertionError("The page leads nowhere:\n" + page.body());
			}
			return HtmlUtils.htmlUnescape(matcher.group(1));
		}

		String one(String name) {
			List<String> values = this.request.getOrDefault(name, List.of());
			if (values.size() != 1) {
				throw new AssertionError(name + " comes " + values.size() + " times in " + this.address);
			}
			return values.getFirst();
		}

		String state() {
			return one("state");
		}

		String nonce() {
			return one("nonce");
		}

		/** What the page puts into the platform's storage. */
		String stored() {
			return attribute(this.answer, "value");
		}

	}

	/**
	 * A launch that was let in.
	 *
	 * @param answer the tool's answer
	 * @param browser in whose session
	 * @param path the path of the launch's session
	 */
	record Visit(Answer answer, Browser browser, String path) {

		private static final Pattern SESSION = Pattern.compile("(/launches/[^/]+)/.*");

		static Visit of(Answer answer, Browser browser) {
			if (answer.status() != 303) {
				throw new AssertionError("Not let in: status " + answer.status() + "\n" + answer.body());
			}
			String path = URI.create(answer.location()).getPath();
			Matcher matcher = SESSION.matcher(path);
			if (!matcher.matches()) {
				throw new AssertionError("Not the address of a session: " + answer.location());
			}
			return new Visit(answer, browser, matcher.group(1));
		}

		Answer arrive() {
			Answer page = this.browser.get(this.answer.location());
			if (page.status() != 200) {
				throw new AssertionError("The page does not open: " + page.status() + "\n" + page.body());
			}
			return page;
		}

		Answer page(String name) {
			return this.browser.get(this.path + "/conformance/" + name);
		}

		JsonNode who() {
			Answer page = page("who");
			if (page.status() != 200) {
				throw new AssertionError("Nobody is there: " + page.status() + "\n" + page.body());
			}
			return Json.parse(page.body());
		}

		@Nullable String who(String member) {
			JsonNode value = who().path(member);
			return value.isString() ? value.stringValue() : null;
		}

	}

}
