package com.humantraffickingexperts.lti.stories;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Option;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A learner's way through the pages of a module in the frame of the platform.
 *
 * @param platform the page around the frame
 * @param frame the frame
 * @param module the module that is open in it
 */
record AtTheModule(AtThePlatform platform, FrameLocator frame, CoursePackage module) {

	void readEveryPage() {
		while (has("Next page")) {
			follow("Next page");
		}
		follow("Go to the check");
	}

	void answerEveryQuestion(boolean rightly) {
		boolean last = false;
		while (!last) {
			last = hasButton("Save and look at my answers");
			for (String option : choice(questionShown(), rightly)) {
				frame().locator("input[name=choice][value='" + option + "']").check();
			}
			press(last ? "Save and look at my answers" : "Save and go on");
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

	private static Set<String> choice(Question question, boolean rightly) {
		return ((Question.Choosing) question).options()
			.stream()
			.filter((option) -> option.correct() == rightly)
			.map(Option::id)
			.limit(rightly ? Long.MAX_VALUE : 1)
			.collect(Collectors.toSet());
	}

	private Question questionShown() {
		String shown = letters(frame().locator("main").innerText());
		List<Question> fitting = module().questions()
			.values()
			.stream()
			.filter((question) -> shown.contains(letters(text(question.stem()))))
			.toList();
		org.assertj.core.api.Assertions.assertThat(fitting).as("the question shown").hasSize(1);
		return fitting.getFirst();
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
		assertThat(frame().getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1)))
			.hasText(heading);
	}

	void reload() {
		platform().page().frame("tool").evaluate("location.reload()");
	}

}
