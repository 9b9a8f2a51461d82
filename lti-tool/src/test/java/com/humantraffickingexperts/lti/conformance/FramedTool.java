package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;

/**
 * The tool in a frame of a platform's page, in Chromium. Every origin has its real name:
 * what is asked of {@code tool.example.com} goes to the running tool, everything else is
 * answered here. What the frame keeps is up to one {@link Browser}, what a tab keeps to
 * another.
 */
final class FramedTool implements AutoCloseable {

	static final String PLATFORM = "https://lms-a.example";

	private static final String COURSE = "/course";

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** Answers as the specification says, and remembers what it was sent. */
	private static final String HELPERS = """
			window.store = {}; window.seen = []; window.puts = [];
			function reply(event, more) {
			  const { subject, message_id } = event.data;
			  event.source.postMessage({ subject: subject + ".response", message_id, ...more }, event.origin);
			}
			function keep(event) {
			  const { subject, key, value } = event.data;
			  if (subject.endsWith("put_data")) {
			    puts.push({ key, value });
			    if (value) { store[key] = value; } else { delete store[key]; }
			    reply(event, { key, value });
			  } else if (subject.endsWith("get_data")) {
			    reply(event, { key, value: store[key] ?? null });
			  }
			}
			addEventListener("message", (event) => {
			  if (event.origin !== "https://tool.example.com") { return; }
			  seen.push(event.data);
			  if (event.data.subject?.startsWith("lti.") || event.data.subject?.startsWith("org.")) { answer(event); }
			});
			""";

	private final Stage stage;

	private final BrowserContext context;

	private final Draft draft;

	private final Browser inFrames;

	private final Browser inTabs;

	private final Map<String, String> pages = new HashMap<>();

	private final List<String> faults = new ArrayList<>();

	private @Nullable Page page;

	FramedTool(Stage stage, BrowserContext context, boolean cookiesInFrames) {
		this(stage, context, cookiesInFrames, Draft.student());
	}

	FramedTool(Stage stage, BrowserContext context, boolean cookiesInFrames, Draft draft) {
		this.stage = stage;
		this.context = context;
		this.draft = draft;
		this.inFrames = cookiesInFrames ? stage.browser() : stage.browser().withoutCookies();
		this.inTabs = stage.browser();
		context.setDefaultTimeout(PATIENCE.toMillis());
		context.route((url) -> true, this::answer);
	}

	/** The platform's page says by which name its frame answers. */
	FramedTool offering(@Nullable String target) {
		this.draft.param("lti_storage_target", target);
		return this;
	}

	/** The platform says which product it is. */
	FramedTool of(String productFamilyCode) {
		this.draft.payload.putObject(Draft.CLAIM + "tool_platform")
			.put("guid", "g1")
			.put("product_family_code", productFamilyCode);
		return this;
	}

	/** A further page somewhere, with a script. */
	FramedTool page(String url, String body, String script) {
		this.pages.put(url, "<!DOCTYPE html><title>Page</title>" + body + "<script>" + script + "</script>");
		return this;
	}

	/**
	 * Opens the tool in a frame.
	 * @param origin whose page is around the frame
	 * @param answer the body of that page's {@code answer(event)}
	 * @param more what else is on that page
	 */
	FramedTool open(String origin, String answer, String more) {
		page(origin + COURSE, more + "<iframe name=\"tool\" width=\"800\" height=\"600\" src=\""
				+ HtmlUtils.htmlEscape(loginUrl()) + "\"></iframe>",
				HELPERS + "function answer(event) {" + answer + "}");
		return navigate(origin + COURSE);
	}

	FramedTool open(String answer) {
		return open(PLATFORM, answer, "");
	}

	/** Opens the tool without anything around it. */
	FramedTool openAlone() {
		return navigate(loginUrl());
	}

	private FramedTool navigate(String url) {
		Page opened = this.context.newPage();
		this.page = opened;
		opened.onPageError(this.faults::add);
		opened.navigate(url);
		return this;
	}

	private String loginUrl() {
		return ToolUnderTest.BASE + "/lti/login?" + Browser.encoded(this.draft.login);
	}

	private void answer(Route route) {
		Request request = route.request();
		String url = request.url();
		if (url.startsWith(ToolUnderTest.BASE + "/")) {
			fulfil(route, ofTool(request));
		}
		else if (url.startsWith(PLATFORM + "/auth?")) {
			html(route, authenticated(url));
		}
		else {
			html(route, this.pages.getOrDefault(url, "<!DOCTYPE html><title>Nothing</title>"));
		}
	}

	private Answer ofTool(Request request) {
		Map<String, String> headers = new HashMap<>(request.headers());
		headers.keySet().removeAll(Set.of("host", "connection", "content-length"));
		boolean framed = framed(request);
		if (request.isNavigationRequest()) {
			headers.put("Sec-Fetch-Dest", framed ? "iframe" : "document");
		}
		return (framed ? this.inFrames : this.inTabs).send(request.method(), request.url(), headers,
				request.postData());
	}

	/** A new tab asks before it exists for Playwright. */
	private static boolean framed(Request request) {
		try {
			return request.frame().parentFrame() != null;
		}
		catch (PlaywrightException ex) {
			return false;
		}
	}

	/** Chromium hands over no request that follows from a redirect: a page leads on. */
	private static void fulfil(Route route, Answer answer) {
		String location = answer.header("Location");
		if (location != null) {
			html(route,
					"<!DOCTYPE html><title>Redirect</title><script>location.replace(\"" + location + "\")</script>");
			return;
		}
		Map<String, String> headers = new HashMap<>();
		answer.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
		headers.keySet().removeIf((name) -> Set.of("set-cookie", "content-length").contains(name));
		route.fulfill(new Route.FulfillOptions().setStatus(answer.status()).setHeaders(headers).setBody(answer.body()));
	}

	private static void html(Route route, String html) {
		route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html));
	}

	/** The platform knows the person, signs, and posts its answer to the tool. */
	private String authenticated(String url) {
		Login login = Login.of(new Answer(302, Map.of("Location", List.of(url)), "", List.of()),
				this.stage.tool().clock().instant());
		String token = this.stage.token(this.draft, login);
		return """
				<!DOCTYPE html><title>Auth</title><form method="post" action="%s/lti/launch">
				<input name="id_token" value="%s"><input name="state" value="%s"></form>
				<script>document.forms[0].submit()</script>""".formatted(ToolUnderTest.BASE, token, login.state());
	}

	Page page() {
		return Objects.requireNonNull(this.page);
	}

	Frame tool() {
		return Objects.requireNonNull(page().frame("tool"));
	}

	/** Waits until the module is open in the frame. */
	Frame arrived() {
		Frame tool = tool();
		tool.waitForURL((url) -> url.startsWith(ToolUnderTest.BASE + "/launches/"));
		tool.getByRole(AriaRole.HEADING, new Frame.GetByRoleOptions().setLevel(1)).waitFor();
		return tool;
	}

	/** Waits until the frame shows a page with a text. */
	Frame shows(String text) {
		Frame tool = tool();
		tool.getByText(text).first().waitFor();
		return tool;
	}

	/** What a script of the surrounding page holds. */
	JsonNode around(String expression) {
		return Json.parse(Objects.toString(page().evaluate("JSON.stringify(" + expression + ")")));
	}

	/** What scripts threw and nobody caught. */
	List<String> faults() {
		return List.copyOf(this.faults);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
