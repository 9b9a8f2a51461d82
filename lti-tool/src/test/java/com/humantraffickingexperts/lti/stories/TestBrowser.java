package com.humantraffickingexperts.lti.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A real Chromium, and pictures of what it shows. */
public final class TestBrowser implements AutoCloseable {

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update");

	/** What is not there after this time will not come, even on a busy machine. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final String AXE = AxeBuilder.getAxeScript();

	private static final String VIOLATIONS = """
			() => axe.run(document, { resultTypes: ['violations'], iframes: false }).then((results) =>
			  results.violations.map((rule) =>
			    rule.id + ': ' + rule.help + ' ' + rule.nodes.map((node) => node.html).join(', ')))
			""";

	static {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
	}

	private final Playwright playwright;

	private final Browser browser;

	private final List<Path> profiles = new ArrayList<>();

	public TestBrowser() {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(withoutWindows()).setArgs(FLAGS));
	}

	/**
	 * The same browser built without a window system, where it is there: half the work.
	 */
	private static Path withoutWindows() {
		String headless = System.getenv("HTMSE_TEST_HEADLESS_BROWSER");
		return (headless == null || headless.isEmpty()) ? executable() : Path.of(headless);
	}

	private static Path executable() {
		return Path.of(Objects.requireNonNullElse(System.getenv("HTMSE_TEST_BROWSER"), "/usr/bin/chromium"));
	}

	public BrowserContext person(Browser.NewContextOptions options) {
		return patient(this.browser.newContext(options.setLocale("en-GB")));
	}

	/**
	 * A person whose browser asks for another language.
	 * @param language a language tag
	 * @param options how the person meets pages
	 * @return the person
	 */
	BrowserContext personWhoReads(String language, Browser.NewContextOptions options) {
		return patient(this.browser.newContext(options.setLocale(language)));
	}

	public BrowserContext person() {
		return person(new Browser.NewContextOptions().setViewportSize(1280, 900));
	}

	private static BrowserContext patient(BrowserContext context) {
		context.setDefaultTimeout(PATIENCE.toMillis());
		return context;
	}

	/**
	 * A browser of its own whose person chose what it blocks.
	 * @param preferences Chromium's preferences, as JSON
	 * @param scripts whether scripts run
	 * @return the only context of that browser
	 */
	BrowserContext personWhoChose(String preferences, boolean scripts) {
		try {
			Path profile = Files.createTempDirectory("htmse-browser-");
			this.profiles.add(profile);
			Files.createDirectories(profile.resolve("Default"));
			Files.writeString(profile.resolve("Default").resolve("Preferences"), preferences);
			return patient(this.playwright.chromium()
				.launchPersistentContext(profile,
						new BrowserType.LaunchPersistentContextOptions().setExecutablePath(executable())
							.setArgs(FLAGS)
							.setLocale("en-GB")
							.setJavaScriptEnabled(scripts)
							.setViewportSize(1280, 900)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether {@code HTMSE_TEST_PICTURES} asks for pictures, for people to look at. */
	static boolean takesPictures() {
		return "true".equals(System.getenv("HTMSE_TEST_PICTURES"));
	}

	/**
	 * Takes a picture when pictures are asked for: they are a third of the time of these
	 * tests. Shows the whole page in the window first: a browser paints of a frame only
	 * what the window shows.
	 */
	public static void picture(Page page, String name) {
		if (!takesPictures()) {
			return;
		}
		ViewportSize window = page.viewportSize();
		int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
		page.setViewportSize(window.width, Math.max(window.height, height));
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
		page.setViewportSize(window.width, window.height);
	}

	/**
	 * Looks at the page and its frames, each by itself. Needs scripts: where they are
	 * off, axe would wait for ever.
	 */
	public static void isAccessible(Page page) {
		for (Frame frame : page.frames()) {
			if (frame.parentFrame() == null || frame.frameElement().isVisible()) {
				assertThat(violations(page, frame)).as("accessibility violations at %s", frame.url()).isEmpty();
			}
		}
	}

	private static List<?> violations(Page page, Frame frame) {
		if (frame.parentFrame() == null) {
			giveAxe(page);
		}
		else {
			frame.evaluate(AXE);
		}
		return (List<?>) frame.evaluate(VIOLATIONS);
	}

	/**
	 * The script is long, and Playwright's own way takes twice as long. It cannot be used
	 * for frames of another site. The session stays as long as the page: its end would
	 * also end what others have set up, such as an authenticator for passkeys.
	 */
	private static void giveAxe(Page page) {
		JsonObject script = new JsonObject();
		script.addProperty("expression", AXE);
		page.context().newCDPSession(page).send("Runtime.evaluate", script);
	}

	/**
	 * Does what leads to another page, and waits for it: a page that turns without a
	 * reload is nothing that a browser waits for by itself.
	 */
	public static void untilThePageTurns(Page page, Runnable act) {
		page.locator("main").evaluate("(main) => { main.dataset.seen = 'yes'; }");
		act.run();
		page.locator("main:not([data-seen])").waitFor();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
		for (Path profile : this.profiles) {
			FileSystemUtils.deleteRecursively(profile.toFile());
		}
	}

}
