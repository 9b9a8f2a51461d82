package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Scenario.End;
import com.humantraffickingexperts.lti.catalog.Scenario.Outcome;

/**
 * Where somebody is in a scenario.
 *
 * @param before the story so far, without its latest step
 * @param latest the latest step; null at the start
 * @param number which way through it this is; 0 in a check
 * @param step how many steps were taken
 * @param text what happens now, rendered
 * @param choices what can be done; empty where the story ends
 * @param ending how it ended; null while it goes on
 * @param again whether one may go through it again
 */
record WalkView(List<Step> before, @Nullable Step latest, int number, int step, String text,
		List<QuestionFields.Choice> choices, @Nullable Ending ending, boolean again) {

	static WalkView of(Walked walked, int number, boolean again) {
		List<Step> steps = walked.steps()
			.stream()
			.map((step) -> new Step(step.scene().text(), step.choice().text(), step.choice().feedback()))
			.toList();
		return new WalkView(steps.isEmpty() ? List.of() : steps.subList(0, steps.size() - 1),
				steps.isEmpty() ? null : steps.getLast(), number, steps.size(), walked.here().text(),
				walked.here()
					.choices()
					.stream()
					.map((choice) -> new QuestionFields.Choice(choice.id(), choice.text(), false))
					.toList(),
				ending(walked.here().end()), again);
	}

	private static @Nullable Ending ending(@Nullable End end) {
		return (end == null) ? null : new Ending(end.outcome().name(), end.outcome() == Outcome.UNSAFE,
				end.outcome().name().toLowerCase(Locale.ROOT), end.text());
	}

	/**
	 * A step that was taken.
	 *
	 * @param text what had happened, rendered
	 * @param choice what was done, rendered
	 * @param feedback what is said about it, rendered; or null
	 */
	record Step(String text, String choice, @Nullable String feedback) {
	}

	/**
	 * An end.
	 *
	 * @param outcome how good it is, as in the keys of messages
	 * @param unsafe whether somebody was put at risk
	 * @param style its class in the style sheet
	 * @param text what is said about it, rendered
	 */
	record Ending(String outcome, boolean unsafe, String style, String text) {
	}

}
