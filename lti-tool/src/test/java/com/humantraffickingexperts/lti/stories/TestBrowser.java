package com.humantraffickingexperts.lti.stories;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

import static org.assertj.core.api.Assertions.assertThat;

/** A real Chromium, and pictures of what it shows. */
final class TestBrowser implements AutoCloseable {

	private static final Path PICTURES = Path.of("target", "screenshots");

	private final Playwright playwright;

	private final Browser browser;

	TestBrowser(String... flags) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		List<String> arguments = new ArrayList<>(
				List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update"));
		arguments.addAll(List.of(flags));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(executable())).setArgs(arguments));
	}

	private static String executable() {
		return Objects.requireNonNullElse(System.getenv("HTMSE_TEST_BROWSER"), "/usr/bin/chromium");
	}

	BrowserContext person(Browser.NewContextOptions options) {
		return this.browser.newContext(options.setLocale("en-GB"));
	}

	BrowserContext person() {
		return person(new Browser.NewContextOptions().setViewportSize(1280, 900));
	}

	static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
	}

	/** Frames included. */
	static void isAccessible(Page page) {
		List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
		assertThat(violations).as("accessibility violations at %s", page.url())
			.extracting((rule) -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
			.isEmpty();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
