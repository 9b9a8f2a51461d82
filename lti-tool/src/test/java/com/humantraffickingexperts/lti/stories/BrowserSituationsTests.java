package com.humantraffickingexperts.lti.stories;

import java.time.Duration;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.faults.Fault;
import com.humantraffickingexperts.sandbox.faults.Service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A genuine launch arrives, whatever the browser blocks and whatever the platform offers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserSituationsTests {

	private static final String STUDENT = "Amara Okafor";

	private static final String ALLOW_THIRD_PARTY_COOKIES = """
			{"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": false}}
			""";

	private static final String BLOCK_THIRD_PARTY_COOKIES = """
			{"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": true}}
			""";

	private ToolAndPlatform world;

	private TestBrowser browser;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2);
		this.browser = new TestBrowser();
	}

	@AfterAll
	void stop() {
		this.browser.close();
		this.world.close();
	}

	@AfterEach
	void mend() {
		this.world.platform().faults().clear();
		this.world.platform().clock().skew(Duration.ZERO);
		this.world.platform().platformStorage(false);
	}

	/**
	 * Everything that the tool's site keeps is blocked inside pages of the platform,
	 * partitioned cookies too.
	 */
	private String blockAllInFrames() {
		return """
				{"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": true,
				  "content_settings": {"exceptions": {"cookies": {
				    "http://localhost:*,http://127.0.0.1:*": {"setting": 2}}}}}}
				""";
	}

	private AtThePlatform visit(BrowserContext context) {
		return new AtThePlatform(context, this.world.platform().issuer());
	}

	private static void arrivedIn(FrameLocator frame) {
		assertThat(frame.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1)))
			.containsText(AtThePlatform.MODULE);
		assertThat(frame.getByText(STUDENT).first()).isVisible();
	}

	private static void arrivedIn(Page tab) {
		assertThat(tab.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
			.containsText(AtThePlatform.MODULE);
		assertThat(tab.getByText(STUDENT).first()).isVisible();
	}

	/** Where scripts are off, each form of the platform waits for a click. */
	private static void goOnByHandTo(String address, FrameLocator frame) {
		frame.locator("form[action$='" + address + "'] button").click();
	}

	@Nested
	class WhereThirdPartyCookiesAreAllowed {

		@Test
		void theModuleOpensInTheFrame() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.personWhoChose(ALLOW_THIRD_PARTY_COOKIES,
					true)) {
				arrivedIn(visit(context).signInAs(STUDENT).openModule());
			}
		}

		@Test
		void theModuleOpensInTheFrameWithoutScripts() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.personWhoChose(ALLOW_THIRD_PARTY_COOKIES,
					false)) {
				FrameLocator frame = visit(context).signInAs(STUDENT).openModule();
				goOnByHandTo("/lti/login", frame);
				goOnByHandTo("/lti/launch", frame);
				arrivedIn(frame);
			}
		}

	}

	@Nested
	class WhereThirdPartyCookiesAreBlockedButPartitionedOnesAreNot {

		@Test
		void theModuleOpensInTheFrame() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.personWhoChose(BLOCK_THIRD_PARTY_COOKIES,
					true)) {
				arrivedIn(visit(context).signInAs(STUDENT).openModule());
			}
		}

		@Test
		void theModuleOpensInTheFrameWithoutScripts() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.personWhoChose(BLOCK_THIRD_PARTY_COOKIES,
					false)) {
				FrameLocator frame = visit(context).signInAs(STUDENT).openModule();
				goOnByHandTo("/lti/login", frame);
				goOnByHandTo("/lti/launch", frame);
				arrivedIn(frame);
			}
		}

	}

	@Nested
	class WhereTheFrameMayKeepNothing {

		@Test
		void thePlatformKeepsTheSecretIfItOffersTo() {
			BrowserSituationsTests.this.world.platform().platformStorage(true);
			try (BrowserContext context = BrowserSituationsTests.this.browser.personWhoChose(blockAllInFrames(),
					true)) {
				FrameLocator frame = visit(context).signInAs(STUDENT).openModule();
				arrivedIn(frame);
				assertThat(frame.locator("html")).not().hasAttribute("data-cookies", "yes");
			}
		}

		@ParameterizedTest
		@ValueSource(booleans = { true, false })
		void aNewTabIsOfferedIfThePlatformOffersNothing(boolean scripts) {
			try (BrowserContext context = BrowserSituationsTests.this.browser.personWhoChose(blockAllInFrames(),
					scripts)) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				FrameLocator frame = platform.openModule();
				if (!scripts) {
					goOnByHandTo("/lti/login", frame);
				}
				Locator open = frame.getByRole(AriaRole.BUTTON,
						new FrameLocator.GetByRoleOptions().setName("Open in a new tab"));
				assertThat(open).isVisible();
				if (scripts) {
					TestBrowser.isAccessible(platform.page());
				}
				TestBrowser.picture(platform.page(), "cookies-blocked-" + (scripts ? "scripts" : "no-scripts"));
				Page tab = context.waitForPage(open::click);
				if (!scripts) {
					tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on")).click();
				}
				arrivedIn(tab);
			}
		}

	}

	@Nested
	class AfterALaunch {

		@Test
		void aReloadShowsThePageAgain() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.person()) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				arrivedIn(platform.openModule());
				platform.page().frame("tool").evaluate("location.reload()");
				arrivedIn(platform.frame());
			}
		}

		@Test
		void goingBackAndForwardLeadsToTheModuleAgain() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.person()) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				arrivedIn(platform.openModule());
				Frame tool = platform.page().frame("tool");
				String entrance = tool.url();
				platform.frame()
					.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Start").setExact(true))
					.click();
				tool.waitForURL((url) -> !url.equals(entrance));
				String page = tool.url();
				tool.evaluate("history.back()");
				tool.waitForURL(entrance);
				arrivedIn(platform.frame());
				tool.evaluate("history.forward()");
				tool.waitForURL(page);
				tool.evaluate("history.back()");
				tool.waitForURL(entrance);
				arrivedIn(platform.frame());
			}
		}

		@Test
		void theSameMessagePostedTwiceByTheSameBrowserOpensTheSameVisit() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.person()) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				String[] posted = new String[1];
				context.onRequest((request) -> {
					if (request.url().endsWith("/lti/launch")) {
						posted[0] = request.postData();
					}
				});
				arrivedIn(platform.openModule());
				String address = platform.page().frame("tool").url();
				Response again = platform.page()
					.waitForResponse((response) -> response.url().endsWith("/lti/launch"),
							() -> platform.page().frame("tool").evaluate("""
									(body) => {
									  const form = document.createElement("form");
									  form.method = "post";
									  form.action = "/lti/launch";
									  new URLSearchParams(body).forEach((value, name) => {
									    const field = document.createElement("input");
									    field.type = "hidden"; field.name = name; field.value = value;
									    form.append(field);
									  });
									  document.body.append(form);
									  form.submit();
									}""", posted[0]));
				org.assertj.core.api.Assertions.assertThat(again.status()).isEqualTo(303);
				platform.page().frame("tool").waitForURL(address);
				arrivedIn(platform.frame());
			}
		}

	}

	@Nested
	class OnAPhone {

		@Test
		void theModuleOpensInTheFrame() {
			try (BrowserContext context = BrowserSituationsTests.this.browser
				.person(new Browser.NewContextOptions().setViewportSize(390, 844)
					.setIsMobile(true)
					.setHasTouch(true)
					.setDeviceScaleFactor(2))) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				arrivedIn(platform.openModule());
				TestBrowser.isAccessible(platform.page());
				TestBrowser.picture(platform.page(), "phone-launch");
			}
		}

	}

	@Nested
	class WhenClocksDiffer {

		@ParameterizedTest
		@ValueSource(ints = { -120, 120 })
		void aLaunchWithinTwoMinutesIsTaken(int seconds) {
			BrowserSituationsTests.this.world.platform().clock().skew(Duration.ofSeconds(seconds));
			try (BrowserContext context = BrowserSituationsTests.this.browser.person()) {
				arrivedIn(visit(context).signInAs(STUDENT).openModule());
			}
		}

	}

	@Nested
	class WhenThePlatformsKeysChange {

		@Test
		void aNewKeyIsTakenAtOnce() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.person()) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				arrivedIn(platform.openModule());
				BrowserSituationsTests.this.world.platform().keys().rotate();
				arrivedIn(platform.openModule());
			}
		}

		@Test
		void knownKeysServeWhileThePlatformDoesNotAnswer() {
			try (BrowserContext context = BrowserSituationsTests.this.browser.person()) {
				AtThePlatform platform = visit(context).signInAs(STUDENT);
				arrivedIn(platform.openModule());
				BrowserSituationsTests.this.world.platform().faults().set(Service.JWKS, Fault.status(503));
				arrivedIn(platform.openModule());
			}
		}

	}

}
