package com.humantraffickingexperts.lti.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.humantraffickingexperts.lti.learning.LearningPreview;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module in English read by people to whom the tool speaks another language, also one
 * that runs from right to left. Nothing here is found by its words.
 */
@Tag("browser")
@SpringBootTest(classes = LearningPreview.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:languages;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
class InterfaceLanguagesTests {

	/**
	 * Every text that is shown in letters of the other alphabet than those of its
	 * language.
	 */
	private static final String IN_THE_WRONG_LANGUAGE = """
			() => {
			  const wrong = [];
			  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			    const text = node.textContent;
			    const holder = node.parentElement.closest("[lang]");
			    const arabic = holder.lang.startsWith("ar");
			    if (node.parentElement.closest("script, style, code, kbd, bdi, [data-foreign]")) {
			      continue;
			    }
			    const words = text.replace(/\\u2068.*?\\u2069/gs, "");
			    if (arabic ? /[A-Za-z]{2}/.test(words) : /[\\u0600-\\u06ff]/.test(words)) {
			      wrong.push(holder.lang + ": " + text.trim());
			    }
			    const direction = node.parentElement.closest("[dir]").dir;
			    if (direction !== "auto" && direction !== (arabic ? "rtl" : "ltr")) {
			      wrong.push(direction + ": " + text.trim());
			    }
			  }
			  return wrong;
			}
			""";

	private static TestBrowser browser;

	@LocalServerPort
	private int port;

	/** Dark on a desk and bright on a small phone: each once. */
	static Stream<Surroundings> surroundings() {
		return Surroundings.met().stream().filter((each) -> TestBrowser.takesPictures() || each != Surroundings.DESK);
	}

	@BeforeAll
	static void open() {
		browser = new TestBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@ParameterizedTest
	@MethodSource("surroundings")
	void arabicRunsFromRightToLeftAndTheModuleFromLeftToRight(Surroundings surroundings) {
		try (BrowserContext person = browser.personWhoReads("ar-EG", surroundings.options())) {
			Walk walk = new Walk(person.newPage(), "arabic-" + surroundings.name().toLowerCase(Locale.ROOT));
			walk.examined = surroundings.examined();
			String key = "arabic-" + surroundings + "--national-referral-mechanism";
			walk.open(key, "");
			walk.look("1-entrance");
			walk.click(".languages summary");
			walk.look("1-languages");
			walk.click("form.start button");
			walk.look("2-page");
			walk.click(".helplines summary");
			walk.look("3-helplines");
			walk.open(key, "/pause");
			walk.look("4-pause");
			walk.open(key, "/checks/final");
			walk.look("5-check");
			walk.click(".again button");
			walk.click(".steps button");
			walk.look("6-problem");
			walk.answer();
			walk.look("7-question");
			walk.answer();
			walk.click(".skip-question");
			walk.answer();
			walk.look("8-review");
			walk.click(".steps button");
			walk.look("9-result");
			walk.open(key, "/checks/final");
			walk.look("10-retry");
			walk.open(key, "/end");
			walk.look("11-end");
			walk.open(key, "");
			walk.look("12-entrance-again");
			walk.open("arabic-" + surroundings + "--nothing", "");
			walk.look("13-error");
			walk.isPlain();
		}
	}

	@ParameterizedTest
	@MethodSource("surroundings")
	void eachTypeOfQuestionRunsAsItsLanguageDoes(Surroundings surroundings) {
		try (BrowserContext person = browser.personWhoReads("ar", surroundings.options())) {
			Walk walk = new Walk(person.newPage(), "arabic-types-" + surroundings.name().toLowerCase(Locale.ROOT));
			walk.examined = surroundings.examined();
			String key = "arabic-types-" + surroundings + "--types-at-once";
			walk.open(key, "");
			walk.click("form.start button");
			walk.open(key, "/checks/final");
			walk.click(".again button");
			for (int question = 1; walk.page.locator(".question").count() > 0 && question < 9; question++) {
				walk.look(question + "-asked");
				walk.fillIn();
				walk.look(question + "-answered");
				walk.page.locator(".steps .button, .steps .skip-question").first().click();
			}
			walk.look("9-review");
			walk.isPlain();
		}
	}

	@Test
	void welshMarksTheEnglishOfTheModule() {
		try (BrowserContext person = browser.personWhoReads("cy-GB", new Browser.NewContextOptions())) {
			Walk walk = new Walk(person.newPage(), "welsh");
			walk.open("welsh--immediate", "");
			walk.look("1-entrance");
			assertThat(walk.language("html")).isEqualTo("cy");
			assertThat(walk.page.locator("html").getAttribute("dir")).isEqualTo("ltr");
			assertThat(walk.language("h1")).startsWith("en");
			assertThat(walk.language(".summary")).startsWith("en");
			assertThat(walk.language("[aria-labelledby=objectives] ul")).startsWith("en");
			assertThat(walk.language(".helplines-panel dl")).startsWith("en");
			assertThat(walk.text("form.start button")).isEqualTo("Dechrau");
			walk.click("form.start button");
			walk.look("2-page");
			assertThat(walk.language("article")).startsWith("en");
			assertThat(walk.text(".where span")).startsWith("Tudalen 1 o ");
			walk.open("welsh--immediate", "/checks/final");
			walk.click(".again button");
			assertThat(walk.language("legend h1")).startsWith("en");
			assertThat(walk.language(".choices")).startsWith("en");
			walk.answer();
			walk.look("3-feedback");
			assertThat(walk.language(".shown")).startsWith("en");
			assertThat(walk.language(".shown .state")).isEqualTo("cy");
			assertThat(walk.language(".feedback")).startsWith("en");
			assertThat(walk.language(".verdict")).isEqualTo("cy");
			walk.isPlain();
		}
	}

	@Test
	void eachLanguageIsOfferedInItsOwnName() {
		try (BrowserContext person = browser.personWhoReads("pl", new Browser.NewContextOptions())) {
			Walk walk = new Walk(person.newPage(), "languages");
			walk.open("languages--immediate", "");
			assertThat(walk.page.locator(".languages button").allTextContents()).containsExactly("English", "Cymraeg",
					"Français", "Español", "Română", "Polski", "العربية");
			assertThat(walk.page.locator(".languages button[lang=ar]").getAttribute("dir")).isEqualTo("rtl");
			assertThat(walk.page.locator(".languages [aria-current]").textContent()).isEqualTo("Polski");
			assertThat(walk.page.locator(".languages form").getAttribute("action"))
				.isEqualTo("/launches/languages--immediate/language");
		}
	}

	private final class Walk {

		private final Page page;

		private final String name;

		private final List<String> tooWide = new ArrayList<>();

		private final List<String> inTheWrongLanguage = new ArrayList<>();

		private boolean examined = true;

		Walk(Page page, String name) {
			this.page = page;
			this.name = name;
		}

		void open(String key, String rest) {
			this.page.navigate(
					"http://localhost:" + InterfaceLanguagesTests.this.port + "/launches/" + key + "/learn" + rest);
		}

		void click(String place) {
			this.page.locator(place).first().click();
		}

		void answer() {
			this.page.locator(".choice").nth(1).click();
			click(".steps button");
		}

		/** Whatever is asked: something is put into each field, and sent. */
		void fillIn() {
			if (this.page.locator(".question form").count() == 0) {
				return;
			}
			if (this.page.locator(".choice").count() > 0) {
				this.page.locator(".choice").last().click();
			}
			Locator lists = this.page.locator(".lines select:visible");
			int lines = lists.count();
			for (int line = 0; line < lines; line++) {
				lists.nth(line)
					.selectOption(new SelectOption()
						.setIndex(Math.min(line + 1, this.page.locator("#answer-1 option").count() - 1)));
			}
			if (this.page.locator(".typed input").count() > 0) {
				this.page.locator(".typed input").fill("30");
			}
			this.page.locator(".question form button").first().click();
		}

		String language(String place) {
			return this.page.locator(place).first().evaluate("(element) => element.closest('[lang]').lang").toString();
		}

		String text(String place) {
			return this.page.locator(place).first().innerText();
		}

		void look(String step) {
			TestBrowser.picture(this.page, "language-" + this.name + "-" + step);
			if (this.examined) {
				TestBrowser.isAccessible(this.page);
			}
			Object overflow = this.page
				.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
			if (!overflow.equals(0)) {
				this.tooWide.add(step);
			}
			for (Object text : (List<?>) this.page.evaluate(IN_THE_WRONG_LANGUAGE)) {
				this.inTheWrongLanguage.add(step + ": " + text);
			}
		}

		void isPlain() {
			assertThat(this.tooWide).as("pages that scroll sideways").isEmpty();
			assertThat(this.inTheWrongLanguage).as("texts in another language than their mark").isEmpty();
		}

	}

}
