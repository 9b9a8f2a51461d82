package com.humantraffickingexperts.lti.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.learning.LearningPreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module with every kind of page and question, from its entrance to its end, in each
 * way in which people use a browser; and what becomes of answers when something is in the
 * way.
 */
@Tag("browser")
@SpringBootTest(classes = LearningPreview.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:whole;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
class AWholeModuleTests {

	private static final AtomicInteger PEOPLE = new AtomicInteger();

	private static final Map<String, String> RIGHT = new TreeMap<>(
			Map.of("q-who", "CHOICES responder", "q-adult", "CHOICES name", "q-child", "CHOICES explain,refer",
					"q-british", "CHOICES true", "q-match", "PAIRS cg=confirm,rg=start", "q-order", "ORDER s1,s2,s3,s4",
					"q-days", "TYPED 30", "q-section", "TYPED section 52", "q-walk", "WAY later,explain"));

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void open() {
		browser = new TestBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	private static Browser.NewContextOptions desk() {
		return new Browser.NewContextOptions().setViewportSize(1280, 900);
	}

	@Nested
	class FromTheEntranceToTheEnd {

		@Test
		void byMouse() {
			walk(desk(), Hands.MOUSE, true);
		}

		@Test
		void byKeyboardAlone() {
			walk(desk(), Hands.KEYS, false);
		}

		@Test
		void withoutScripts() {
			walk(desk().setJavaScriptEnabled(false), Hands.PLAIN, false);
		}

		@Test
		void byTouchOnAPhone() {
			walk(new Browser.NewContextOptions().setViewportSize(390, 844)
				.setIsMobile(true)
				.setHasTouch(true)
				.setDeviceScaleFactor(2), Hands.TOUCH, true);
		}

		private void walk(Browser.NewContextOptions options, Hands hands, boolean examined) {
			try (BrowserContext context = browser.person(options)) {
				Learner learner = new Learner(context, hands, "whole");
				learner.examined = examined;
				learner.enter();
				learner.toTheCheck();
				learner.answerAll();
				learner.press("Hand in my answers");
				learner.sees("You passed");
				learner.follow("Finish");
				learner.sees("You have completed this module");
				assertThat(learner.stored()).isEqualTo(RIGHT);
				assertThat(learner.results()).containsExactly("100.00 true");
				if (hands != Hands.PLAIN) {
					assertThat(learner.loads).as("pages that were loaded as a whole").hasValue(1);
				}
			}
		}

	}

	@Nested
	class WhenTheConnectionIsCut {

		@Test
		void whatWasChosenStaysAndIsSentWhenItIsBack() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = inCheck(context, "whole");
				context.setOffline(true);
				learner.choose("A first responder organisation");
				learner.isTold("Not saved yet: no connection. We keep trying.");
				TestBrowser.isAccessible(learner.page);
				learner.button("Save and go on").click();
				learner.isTold("No connection. What you entered stays on this page");
				TestBrowser.picture(learner.page, "whole-offline");
				assertThat(learner.page.getByLabel("A first responder organisation")).isChecked();
				assertThat(learner.stored()).isEmpty();
				context.setOffline(false);
				learner.isAt("Question 2 of 9");
				assertThat(learner.stored()).containsExactly(Map.entry("q-who", "CHOICES responder"));
				assertThat(learner.loads).hasValue(1);
			}
		}

		@Test
		void anAnswerOfWhichNoReplyCameIsNotDoubled() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = inCheck(context, "immediate");
				AtomicInteger sent = new AtomicInteger();
				learner.page.route("**/questions/1", (route) -> {
					if (sent.incrementAndGet() <= 2) {
						route.fetch();
						route.abort();
					}
					else {
						route.resume();
					}
				});
				learner.choose("The person");
				learner.button("Check answer").click();
				assertThat(learner.page.locator("#feedback")).isFocused();
				assertThat(learner.page.locator("#feedback")).containsText("Not right");
				assertThat(learner.stored()).containsExactly(Map.entry("q-who", "CHOICES self"));
			}
		}

		@Test
		void aPageThatWasAskedForComesWhenItIsBack() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = new Learner(context, Hands.MOUSE, "whole");
				learner.enter();
				learner.press("Start");
				context.setOffline(true);
				learner.link("Next page").click();
				learner.isTold("No connection. We keep trying");
				assertThat(learner.page.locator("h1")).hasText("Who refers, and who must notify");
				context.setOffline(false);
				learner.isAt("Page 2 of 3");
			}
		}

		@Test
		void leavingThePageIsAskedAboutOnlyThen() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = inCheck(context, "whole");
				List<String> asked = new ArrayList<>();
				learner.page.onDialog((dialog) -> {
					asked.add(dialog.type());
					dialog.dismiss();
				});
				learner.choose("The person");
				learner.isTold("Saved");
				learner.page.reload();
				assertThat(asked).isEmpty();
				context.setOffline(true);
				learner.choose("Any friend");
				learner.isTold("Not saved yet");
				Dialog dialog = dialogAt(learner.page, () -> learner.page.evaluate("() => { location.reload(); }"));
				assertThat(dialog.type()).isEqualTo("beforeunload");
				assertThat(learner.page.getByLabel("Any friend")).isChecked();
				context.setOffline(false);
				learner.isTold("Saved");
				assertThat(learner.stored()).containsExactly(Map.entry("q-who", "CHOICES friend"));
			}
		}

		private static Dialog dialogAt(Page page, Runnable act) {
			Dialog[] seen = new Dialog[1];
			page.onDialog((dialog) -> seen[0] = dialog);
			act.run();
			page.waitForCondition(() -> seen[0] != null);
			return seen[0];
		}

	}

	@Nested
	class WhatIsEntered {

		@Test
		void isKeptBeforeItIsSentAndSettlesNothing() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = inCheck(context, "immediate");
				learner.choose("The person");
				learner.isTold("Saved");
				assertThat(learner.stored()).containsExactly(Map.entry("q-who", "DRAFT choice=self"));
				learner.page.reload();
				assertThat(learner.page.getByLabel("The person")).isChecked();
				assertThat(learner.page.locator("#feedback")).hasCount(0);
				learner.press("Check answer");
				assertThat(learner.page.locator("#feedback")).isFocused();
				TestBrowser.isAccessible(learner.page);
			}
		}

		@Test
		void isKeptInAReflectionToo() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = new Learner(context, Hands.MOUSE, "whole");
				learner.enter();
				learner.press("Start");
				learner.open("/reflections/q-team");
				learner.page.getByLabel("What you think").fill("Our");
				learner.page.getByLabel("What you think").blur();
				learner.isTold("Kept as a draft");
				TestBrowser.isAccessible(learner.page);
				learner.page.getByLabel("What you think").fill("Our safeguarding lead first");
				learner.follow("Leave this for later");
				learner.page.goBack();
				assertThat(learner.page.getByLabel("What you think")).hasValue("Our safeguarding lead first");
				learner.press("Save for me");
				assertThat(learner.page.locator("#saved")).isFocused();
				assertThat(learner.page.locator("#saved")).containsText("Your text is saved");
			}
		}

		@Test
		void inTwoTabsTheNewestCountsAndAnOldTabSaysSo() {
			try (BrowserContext context = browser.person(desk())) {
				Learner one = inCheck(context, "whole");
				Learner other = one.inAnotherTab();
				other.open("/checks/final/tries/1/questions/1");
				one.choose("The person");
				one.isTold("Saved");
				other.choose("A first responder organisation");
				other.isTold("Saved");
				assertThat(one.stored()).containsExactly(Map.entry("q-who", "CHOICES responder"));
				other.open("/checks/final/tries/1/review");
				other.press("Hand in my answers");
				one.choose("Any friend");
				one.isTold("handed in on another page");
				one.press("Save and go on");
				one.sees("Not passed yet");
				assertThat(one.stored()).containsExactly(Map.entry("q-who", "CHOICES responder"));
			}
		}

		@Test
		void twoClicksAreOneAndTheWayBackShowsWhatWasSaved() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = inCheck(context, "whole");
				List<String> sent = new ArrayList<>();
				learner.page.onRequest((request) -> {
					if ("POST".equals(request.method()) && !request.url().endsWith("/draft")) {
						sent.add(request.url().replaceAll(".*/", ""));
					}
				});
				learner.choose("A first responder organisation");
				learner.isTold("Saved");
				learner.page.route("**/questions/1", Route::resume);
				learner.button("Save and go on").dblclick();
				learner.isAt("Question 2 of 9");
				assertThat(sent).containsExactly("1");
				learner.choose("His name");
				learner.press("Save and go on");
				learner.page.goBack();
				learner.isAt("Question 2 of 9");
				assertThat(learner.page.getByLabel("His name")).isChecked();
				learner.page.goBack();
				learner.isAt("Question 1 of 9");
				assertThat(learner.page.getByLabel("A first responder organisation")).isChecked();
				learner.page.reload();
				learner.page.goForward();
				learner.isAt("Question 2 of 9");
				assertThat(learner.stored()).hasSize(2);
				learner.open("/checks/final/tries/1/review");
				learner.button("Hand in my answers").dblclick();
				learner.sees("Not passed yet");
				assertThat(learner.results()).hasSize(1);
			}
		}

	}

	@Nested
	class OnEveryPage {

		@Test
		void helpAndTheWayOutAreOneKeyAwayAlsoAfterPagesWereTurned() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = new Learner(context, Hands.MOUSE, "whole");
				learner.page.route("https://www.bbc.co.uk/**", (route) -> route.fulfill());
				learner.enter();
				learner.press("Start");
				learner.follow("Next page");
				learner.page.keyboard().press("Alt+Shift+H");
				assertThat(learner.page.getByText("08000 121 700")).isVisible();
				assertThat(learner.page.getByText("leaves quickly")).isVisible();
				TestBrowser.isAccessible(learner.page);
				learner.page.keyboard().press("Escape");
				assertThat(learner.page.getByText("08000 121 700")).isHidden();
				learner.follow("Pause");
				learner.follow("Go on where I was");
				learner.isAt("Page 2 of 3");
				learner.page.keyboard().press("Alt+Shift+L");
				learner.page.waitForURL("https://www.bbc.co.uk/weather");
				learner.page.goBack();
				assertThat(learner.page.url()).doesNotContain("/learn");
			}
		}

		@Test
		void theHeadingHasTheFocusAndThePlaceIsAnnounced() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = new Learner(context, Hands.MOUSE, "whole");
				learner.enter();
				learner.press("Start");
				learner.page.evaluate("scrollTo(0, 300)");
				learner.follow("Next page");
				assertThat(learner.page.locator("h1")).isFocused();
				assertThat(learner.page).hasTitle("Consent: adults and children · The National Referral Mechanism");
				assertThat(learner.page.locator("[data-news]"))
					.hasText(learner.page.locator("[data-place]").innerText());
				assertThat(learner.page.evaluate("scrollY")).isEqualTo(0);
				learner.open("/checks/final");
				learner.press("Begin the check");
				learner.press("Save and go on");
				assertThat(learner.page.locator(".errors")).isFocused();
			}
		}

		@Test
		void whatIsNoPageOfTheLaunchIsLeftToTheBrowser() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = new Learner(context, Hands.MOUSE, "whole");
				learner.enter();
				learner.press("Start");
				learner.page.route("**/pages/consent",
						(route) -> route.fulfill(new Route.FulfillOptions().setStatus(410)
							.setContentType("text/html")
							.setBody("<title>Ended</title><main><h1>This visit has ended</h1></main>")));
				learner.link("Next page").click();
				learner.sees("This visit has ended");
				assertThat(learner.loads).hasValue(2);
			}
		}

		@Test
		void theFirstPagesAreLight() {
			try (BrowserContext context = browser.person(desk())) {
				Learner learner = new Learner(context, Hands.MOUSE, "whole");
				CDPSession session = context.newCDPSession(learner.page);
				session.send("Network.enable");
				AtomicInteger bytes = new AtomicInteger();
				session.on("Network.loadingFinished",
						(JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsInt()));
				learner.enter();
				assertThat(bytes).hasValueBetween(1, 50 * 1024);
				learner.press("Start");
				assertThat(bytes).as("with the first page to read").hasValueBetween(1, 60 * 1024);
			}
		}

	}

	private Learner inCheck(BrowserContext context, String module) {
		Learner learner = new Learner(context, Hands.MOUSE, module);
		learner.enter();
		learner.press("Start");
		learner.loads.set(0);
		learner.open("/checks/final");
		learner.press("Begin the check");
		return learner;
	}

	private final class Learner {

		private final BrowserContext context;

		private final Page page;

		private final Hands hands;

		private final String person;

		private final String module;

		private final AtomicInteger loads = new AtomicInteger();

		private boolean examined;

		Learner(BrowserContext context, Hands hands, String module) {
			this(context, hands, "whole" + PEOPLE.incrementAndGet(), module);
		}

		private Learner(BrowserContext context, Hands hands, String person, String module) {
			this.context = context;
			this.page = context.newPage();
			this.hands = hands;
			this.person = person;
			this.module = module;
			this.page.onLoad((loaded) -> this.loads.incrementAndGet());
		}

		Learner inAnotherTab() {
			return new Learner(this.context, this.hands, this.person, this.module);
		}

		void enter() {
			open("");
		}

		void open(String rest) {
			this.page.navigate("http://localhost:" + AWholeModuleTests.this.port + "/launches/" + this.person + "--"
					+ this.module + "/learn" + rest);
		}

		void toTheCheck() {
			press("Start");
			follow("Next page");
			follow("Next page");
			follow("Go to the scenario");
			choose("Find a safe moment");
			press("Do this");
			choose("Explain, and ask");
			press("Do this");
			follow("Go on");
			this.hands.write(this.page, this.page.getByLabel("What you think"), "I would call our safeguarding lead.");
			press("Save for me");
			follow("Go to the check");
			press("Begin the check");
		}

		void answerAll() {
			answer("A first responder organisation");
			answer("His name");
			answer("Explain what happens", "Refer without");
			answer("True");
			this.hands.match(this.page, "Reasonable grounds", "Starts support");
			this.hands.match(this.page, "Conclusive grounds", "Confirms the person");
			examine();
			saveAndGoOn();
			order();
			examine();
			saveAndGoOn();
			this.hands.write(this.page, this.page.getByLabel("Your answer"), "30");
			saveAndGoOn();
			this.hands.write(this.page, this.page.getByLabel("Your answer"), "section 52");
			saveAndGoOn();
			choose("Find a safe moment");
			press("Do this");
			choose("Explain, and ask");
			press("Do this");
			follow("Look at my answers");
		}

		private void answer(String... options) {
			for (String option : options) {
				choose(option);
			}
			saveAndGoOn();
		}

		private void saveAndGoOn() {
			press("Save and go on");
		}

		private void order() {
			if (this.hands == Hands.PLAIN) {
				for (int step = 1; step <= 4; step++) {
					this.page.getByLabel("Step " + step).selectOption(String.valueOf(step));
				}
				return;
			}
			for (int step = 4; step >= 1; step--) {
				String line = "Step " + step;
				int place = this.page.locator(".in-order .line-text").allTextContents().indexOf(line);
				if (place > 0) {
					this.hands.moveUp(this.page, line, place);
					assertThat(this.page.locator("[data-news]")).hasText("Moved to place 1 of 4");
				}
				assertThat(this.page.locator(".in-order .line-text").first()).hasText(line);
			}
		}

		void choose(String option) {
			this.hands.choose(this.page, this.page.getByLabel(option));
		}

		void press(String name) {
			goOn(button(name));
		}

		void follow(String name) {
			goOn(link(name));
		}

		Locator button(String name) {
			return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
		}

		Locator link(String name) {
			return this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
		}

		/** Goes on, and waits for the next page, however it comes. */
		private void goOn(Locator by) {
			TestBrowser.untilThePageTurns(this.page, () -> this.hands.use(this.page, by));
		}

		void examine() {
			if (this.examined) {
				TestBrowser.isAccessible(this.page);
			}
		}

		void sees(String heading) {
			assertThat(this.page.locator("h1")).hasText(heading);
			examine();
		}

		void isAt(String place) {
			assertThat(this.page.locator(".where")).containsText(place);
		}

		void isTold(String text) {
			Pattern inThisCase = Pattern.compile(text.replace(".", "\\."));
			assertThat(this.page.locator("[data-keeping]").filter(new Locator.FilterOptions().setHasText(inThisCase)))
				.isVisible();
		}

		private String user() {
			return TestLaunches.learner(this.person).build().user().id().value();
		}

		Map<String, String> stored() {
			Map<String, String> answers = new TreeMap<>();
			AWholeModuleTests.this.jdbc.sql("""
					select question_id, kind, choice from answer join assessment_try t on t.id = try_id
					  join attempt a on a.id = t.attempt_id where a.user_id = :user
					""").param("user", user()).query((row) -> {
				answers.put(row.getString("question_id"), row.getString("kind") + " " + row.getString("choice"));
			});
			return answers;
		}

		List<String> results() {
			return AWholeModuleTests.this.jdbc.sql("""
					select result_percent, passed from assessment_try t join attempt a on a.id = t.attempt_id
					where a.user_id = :user
					""")
				.param("user", user())
				.query((row, number) -> row.getString("result_percent") + " " + row.getBoolean("passed"))
				.list();
		}

	}

}
