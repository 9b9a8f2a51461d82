package com.humantraffickingexperts.lti.stories;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Scenario;
import com.humantraffickingexperts.lti.catalog.Scenario.Choice;
import com.humantraffickingexperts.lti.catalog.Scenario.Outcome;
import com.humantraffickingexperts.lti.catalog.Scenario.Scene;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A learner's way through the pages of a module in the frame of the platform.
 *
 * @param platform the page around the frame
 * @param frame the frame
 * @param module the module that is open in it
 */
record AtTheModule(AtThePlatform platform, FrameLocator frame, CoursePackage module) {

	/** Reads, and leaves what is to be played or thought over for later. */
	void readEveryPage() {
		while (!hasButton("Begin the check")) {
			follow(List.of("Next page", "Go to the scenario", "Go on", "Go to the check", "Leave this for later")
				.stream()
				.filter(this::has)
				.findFirst()
				.orElseThrow());
		}
	}

	void answerEveryQuestion(boolean rightly) {
		boolean last = false;
		while (!last) {
			Locator save = frame().locator("form[data-keep] > .steps > button");
			last = "Save and look at my answers".equals(save.textContent());
			answer(questionShown(), rightly);
			turn(save);
		}
		press("Hand in my answers");
	}

	/** From the first page to the last, without a mistake. */
	void complete() {
		press("Start");
		readEveryPage();
		press("Begin the check");
		answerEveryQuestion(true);
		seesHeading("You passed");
	}

	/**
	 * Goes through everything in its order: reads, leads each scenario to a good end,
	 * writes each reflection, passes each check.
	 * @param arrived what is done at each item, once it is shown
	 */
	void goThroughEverything(Consumer<Item> arrived) {
		press("Start");
		for (Item item : module().items()) {
			switch (item) {
				case PageItem page -> {
					seesHeading(module().page(page.id()).orElseThrow().title());
					arrived.accept(item);
				}
				case ScenarioItem scenario -> {
					arrived.accept(item);
					play(Objects.requireNonNull(module().scenarios().get(scenario.id())));
				}
				case ReflectionItem reflection -> {
					arrived.accept(item);
					think(Objects.requireNonNull(module().reflections().get(reflection.id())));
				}
				case AssessmentItem _ -> {
					press("Begin the check");
					answerEveryQuestion(true);
					seesHeading("You passed");
					assertThat(frame().locator(".score strong")).hasText("100%");
					arrived.accept(item);
				}
			}
			turn(frame().locator("main > nav a[rel=next], .result .steps > a"));
		}
		seesHeading("You have completed this module");
	}

	private void play(Scenario scenario) {
		Scene scene = scenario.scene(scenario.start());
		while (scene.end() == null) {
			Choice choice = scene.choices()
				.stream()
				.filter((one) -> leadsWell(scenario, scenario.scene(one.target())))
				.findFirst()
				.orElseThrow();
			frame().locator("input[name=choice][value='" + choice.id() + "']").check();
			turn(frame().locator(".walk form button"));
			scene = scenario.scene(choice.target());
		}
		assertThat(frame().locator("#ending")).hasText("A good end");
	}

	private static boolean leadsWell(Scenario scenario, Scene scene) {
		return (scene.end() != null) ? scene.end().outcome() == Outcome.GOOD
				: scene.choices().stream().anyMatch((choice) -> leadsWell(scenario, scenario.scene(choice.target())));
	}

	private void think(Reflection reflection) {
		frame().locator("#text")
			.fill("I listen, I write down what I am told. ".repeat(1 + reflection.minimumWords() / 8));
		turn(frame().locator("form[data-keep] button"));
		assertThat(frame().locator("#saved")).isVisible();
	}

	/**
	 * Clicks without looking where on the screen, for speed, and waits for the next page,
	 * which may have the same address.
	 */
	void turn(Locator clicked) {
		clicked.evaluate("(link) => { document.querySelector('main').dataset.seen = 'yes'; link.click(); }");
		frame().locator("main:not([data-seen])").waitFor();
	}

	private void answer(Question question, boolean rightly) {
		switch (question) {
			case Question.Choosing choosing -> choice(choosing, rightly)
				.forEach((option) -> frame().locator("input[name=choice][value='" + option + "']").check());
			case Question.Matching matching -> {
				List<String> choices = matching.choices().stream().map(Question.Entry::id).toList();
				matching.pairs().forEach((prompt, choice) -> {
					int place = choices.indexOf(choice) + (rightly ? 0 : 1);
					select("pair-" + prompt, choices.get(place % choices.size()));
				});
			}
			case Question.Ordering ordering -> {
				List<Question.Entry> items = rightly ? ordering.items() : ordering.items().reversed();
				for (int place = 0; place < items.size(); place++) {
					moveUp(items.get(place), place);
				}
			}
			case Question.Numeric numeric -> frame().locator("input[name=text]")
				.fill((rightly ? numeric.minimum() : numeric.maximum().add(BigDecimal.ONE)).toPlainString());
			case Question.ShortText words ->
				frame().locator("input[name=text]").fill(rightly ? TestCoursePackages.rightWords(words) : "no idea");
			case Question.Walk walk -> throw new AssertionError("a walk in a check: " + walk.id());
		}
	}

	private void moveUp(Question.Entry item, int place) {
		Locator line = frame().locator("li:has(select[name='place-" + item.id() + "'])");
		int at = (int) line.evaluate("(line) => [...line.parentElement.children].indexOf(line)");
		for (; at > place; at--) {
			line.locator(".up").click();
		}
	}

	private void select(String name, String value) {
		frame().locator("select[name='" + name + "']").selectOption(value);
	}

	private static Set<String> choice(Question.Choosing question, boolean rightly) {
		return question.options()
			.stream()
			.filter((option) -> option.correct() == rightly)
			.map(Option::id)
			.limit(rightly ? Long.MAX_VALUE : 1)
			.collect(Collectors.toSet());
	}

	/**
	 * The words of one question can be part of the words of another: the longest is it.
	 */
	private Question questionShown() {
		String shown = letters(frame().locator("main").textContent());
		return module().questions()
			.values()
			.stream()
			.filter((question) -> shown.contains(letters(text(question.stem()))))
			.max(Comparator.comparingInt((question) -> letters(text(question.stem())).length()))
			.orElseThrow();
	}

	private static String text(String html) {
		return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " "));
	}

	private static String letters(String text) {
		return text.replaceAll("[^\\p{L}\\p{N}]", "");
	}

	void press(String button) {
		goOnBy(frame().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true)));
	}

	void follow(String link) {
		goOnBy(frame().getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(link).setExact(true)));
	}

	/** Clicks, and waits for the next page in the frame. */
	private void goOnBy(Locator clicked) {
		clicked.waitFor();
		Frame tool = platform().page().frame("tool");
		String before = tool.url();
		clicked.click();
		tool.waitForURL((url) -> !url.equals(before));
	}

	private boolean has(String link) {
		return frame().getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(link).setExact(true))
			.count() > 0;
	}

	private boolean hasButton(String button) {
		return frame().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
			.count() > 0;
	}

	void seesHeading(String heading) {
		assertThat(frame().locator("h1")).hasText(heading);
	}

	void reload() {
		platform().page().frame("tool").evaluate("location.reload()");
	}

}
