package com.humantraffickingexperts.lti.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import com.humantraffickingexperts.lti.stories.TestBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The cases of platform storage that the page's script decides, in Chromium, with a
 * platform around the frame that does what the case says.
 */
@OnTheWholeTool
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageScriptConformanceTests {

	private static final String EVIL = "https://evil.example";

	private static final String KEEPS = "keep(event);";

	private static final String SILENT = "";

	private static final String NEW_TAB = "Open in a new tab";

	private final ToolUnderTest tool;

	private final Map<String, Playing> cases = new HashMap<>();

	private TestBrowser browser;

	@Autowired
	StorageScriptConformanceTests(ToolUnderTest tool) {
		this.tool = tool;
		answers();
		windows();
		strangers();
	}

	@BeforeAll
	void start() {
		this.browser = new TestBrowser();
	}

	@AfterAll
	void stop() {
		this.browser.close();
	}

	static Stream<String> cases() {
		return Elsewhere.provedBy(StorageScriptConformanceTests.class);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(String id) {
		try (Stage stage = new Stage(this.tool)) {
			Objects.requireNonNull(this.cases.get(id), id).play(stage);
		}
	}

	private FramedTool framed(Stage stage, boolean cookies) {
		return new FramedTool(stage, this.browser.person(), cookies).offering("_parent");
	}

	/** What the platform answers, or does not. */
	private void answers() {
		this.cases.put("STO-035", (stage) -> {
			String former = "if (event.data.subject.startsWith('org.imsglobal.lti.')) { keep(event); }";
			String refusing = former + " else { reply(event, { error: { code: 'unsupported_subject' } }); }";
			for (String platform : Set.of(former, refusing)) {
				try (FramedTool framed = framed(stage, false).open(platform)) {
					framed.arrived();
					assertThat(framed.faults()).isEmpty();
				}
			}
			try (FramedTool framed = framed(stage, false).open("""
					if (event.data.subject.startsWith('lti.')) { setTimeout(keep, 0, event); }
					else { reply(event, { error: { code: 'bad_request' } }); }""")) {
				framed.arrived();
			}
		});
		this.cases.put("STO-041", (stage) -> {
			String full = "reply(event, { error: { code: 'storage_exhaustion', message: 'full' } });";
			try (FramedTool framed = framed(stage, true).open(full)) {
				framed.arrived();
				assertThat(framed.tool().url()).as("the session is in a cookie").doesNotContain("~");
				framed.around("seen").forEach((message) -> assertThat(sizeOfPut(message)).isLessThanOrEqualTo(150));
			}
			try (FramedTool framed = framed(stage, false).open(full)) {
				framed.shows(NEW_TAB);
			}
		});
		this.cases.put("STO-042", (stage) -> {
			try (FramedTool framed = framed(stage, false).open(KEEPS)) {
				framed.arrived();
				await().until(() -> framed.around("store").isEmpty());
				JsonNode puts = framed.around("puts");
				assertThat(puts.get(0).path("value").stringValue()).isNotEmpty();
				assertThat(puts.get(puts.size() - 1).has("value")).isFalse();
				assertThat(puts).allMatch((put) -> put.path("key").equals(puts.get(0).path("key")));
			}
		});
		this.cases.put("STO-052", (stage) -> {
			try (FramedTool framed = framed(stage, false).open("""
					if (event.data.subject.endsWith('put_data') && !event.data.value) {
					  window.refused = true;
					  reply(event, { error: { code: 'bad_request' } });
					} else { keep(event); }""")) {
				framed.arrived();
				await().until(() -> framed.around("window.refused").booleanValue());
				assertThat(framed.faults()).isEmpty();
			}
		});
	}

	private static int sizeOfPut(JsonNode message) {
		return message.path("key").stringValue("").length() + message.path("value").stringValue("").length();
	}

	/** Which windows there are. */
	private void windows() {
		this.cases.put("STO-038", (stage) -> {
			try (FramedTool alone = framed(stage, true).openAlone()) {
				alone.page().waitForURL((url) -> url.startsWith(ToolUnderTest.BASE + "/launches/"));
				assertThat(alone.page().url()).as("the session is in a cookie").doesNotContain("~");
				assertThat(alone.faults()).isEmpty();
			}
		});
		this.cases.put("STO-039", (stage) -> {
			try (FramedTool framed = framed(stage, false).offering("lti_storage_frame").open(KEEPS)) {
				framed.arrived();
				assertThat(framed.faults()).isEmpty();
			}
			try (FramedTool framed = framed(stage, false).offering("lti_storage_frame").open(SILENT)) {
				framed.shows(NEW_TAB);
				assertThat(framed.faults()).isEmpty();
			}
			String late = "if (Date.now() - (window.first ??= Date.now()) > 200) { keep(event); }";
			try (FramedTool framed = framed(stage, false).open(late)) {
				framed.arrived();
			}
		});
		this.cases.put("STO-045", (stage) -> {
			try (FramedTool framed = framed(stage, false).open(KEEPS)) {
				framed.arrived();
				await().until(() -> heights(framed).equals(Set.of("OBJECT", "STRING")));
			}
			Map.of("sakai", "STRING", "moodle", "OBJECT").forEach((family, form) -> {
				try (FramedTool framed = framed(stage, true).offering(null).of(family).open(SILENT)) {
					framed.arrived();
					await().until(() -> !heights(framed).isEmpty());
					framed.tool().evaluate("() => new Promise(requestAnimationFrame)");
					assertThat(heights(framed)).as(family).containsExactly(form);
				}
			});
			String portal = "https://portal.example";
			stage.tool().registrations().change("cA1", RegistrationsDouble.servingAt(Set.of(portal)));
			try (FramedTool framed = framed(stage, true).offering(null).open(portal, SILENT, "")) {
				Frame module = framed.arrived();
				module.evaluate("() => new Promise(requestAnimationFrame)");
				assertThat(framed.around("seen")).as("what the portal hears").isEmpty();
				assertThat(framed.faults()).isEmpty();
			}
		});
		this.cases.put("STO-048", (stage) -> {
			BrowserContext context = this.browser.person();
			context.addInitScript("""
					window.asked = 0;
					Document.prototype.requestStorageAccess = () => { window.asked++; return Promise.reject(); };""");
			try (FramedTool framed = new FramedTool(stage, context, false).open(SILENT)) {
				Frame frame = framed.shows(NEW_TAB);
				assertThat(frame.evaluate("window.asked")).as("asked without a gesture").isEqualTo(0);
				Page tab = context.waitForPage(() -> frame.locator("button[type=submit]").click());
				tab.waitForURL((url) -> url.startsWith(ToolUnderTest.BASE + "/launches/"));
				tab.locator("h1").waitFor();
			}
		});
	}

	/** In which forms the platform has heard of a height. */
	private static Set<String> heights(FramedTool framed) {
		Set<String> forms = new TreeSet<>();
		for (JsonNode message : framed.around("seen")) {
			JsonNode read = message.isString() ? Json.parse(message.stringValue()) : message;
			if ("lti.frameResize".equals(read.path("subject").stringValue("")) && read.path("height").intValue() > 0) {
				forms.add(message.getNodeType().name());
			}
		}
		return forms;
	}

	/** Windows of somebody else speak, or listen. */
	private void strangers() {
		this.cases.put("STO-046", (stage) -> {
			String evilPage = """
					const tool = () => parent.frames.tool;
					const forged = (id, subject) => tool().postMessage(
					  { subject, message_id: id, key: "k", value: "evil", error: { code: "storage_exhaustion" } }, "*");
					addEventListener("message", (event) => {
					  for (const name of ["lti.put_data", "lti.get_data", "org.imsglobal.lti.get_data"]) {
					    forged(event.data, name + ".response");
					  }
					  parent.postMessage("forged", "*");
					});
					setInterval(() => {
					  for (const data of [{ subject: "submit" }, "<img src=x onerror=alert(1)>",
					      { subject: "requestFullWindowLaunch", data: "https://evil.example/" },
					      { subject: "lti.close" }, { subject: "lti.get_data.response", value: "evil" }, null, 7]) {
					    tool()?.postMessage(data, "*");
					  }
					}, 20);""";
			String asksEvilFirst = """
					frames.evil.postMessage(event.data.message_id, "*");
					addEventListener("message", (forged) => {
					  if (forged.data === "forged") { keep(event); }
					}, { once: true });""";
			try (FramedTool framed = framed(stage, false).page(EVIL + "/", "", evilPage)
				.open(FramedTool.PLATFORM, asksEvilFirst, "<iframe name=\"evil\" src=\"" + EVIL + "/\"></iframe>")) {
				Frame module = framed.arrived();
				String address = module.url();
				Object before = module.evaluate("document.body.innerHTML");
				module.evaluate("""
						() => new Promise((heard) => {
						  let count = 0;
						  addEventListener("message", () => { if (++count === 20) { heard(); } });
						})""");
				assertThat(module.evaluate("document.body.innerHTML")).isEqualTo(before);
				assertThat(module.url()).isEqualTo(address);
				assertThat(framed.faults()).isEmpty();
			}
		});
		this.cases.put("STO-047", (stage) -> {
			for (String target : Set.of("_parent", "lti_storage_frame")) {
				String listening = "<iframe name=\"lti_storage_frame\" src=\"" + EVIL + "/frame\"></iframe>";
				try (FramedTool framed = framed(stage, false).offering(target)
					.page(EVIL + "/frame", "", "addEventListener('message', (event) => parent.seen.push(event.data))")
					.open(EVIL, KEEPS, listening)) {
					framed.shows(NEW_TAB);
					assertThat(framed.around("seen")).as("what a stranger around the frame hears").isEmpty();
				}
			}
			for (String script : Set.of("storage.js", "tool.js")) {
				assertThat(asset(script)).doesNotContainPattern("postMessage\\([^;]*[\"']\\*[\"']");
			}
		});
	}

	private static String asset(String name) {
		try {
			return new ClassPathResource("static/assets/" + name).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One case. */
	private interface Playing {

		void play(Stage stage);

	}

}
