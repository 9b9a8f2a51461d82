package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;

/** One question of a bank. Options are known by stable ids, never by position or text. */
public sealed interface Question {

	/**
	 * Its id.
	 * @return unique in the module, never reused
	 */
	String id();

	/**
	 * What is asked.
	 * @return rendered, sanitised HTML, safe to show as it is
	 */
	String stem();

	/**
	 * What a right answer is worth.
	 * @return points, above zero
	 */
	BigDecimal points();

	/**
	 * Which objectives it examines.
	 * @return ids of objectives
	 */
	List<String> objectives();

	/**
	 * What its answer relies on.
	 * @return sources
	 */
	List<Source> sources();

	/**
	 * What is said about an answer.
	 * @return the feedback
	 */
	Feedback feedback();

	/**
	 * What is said about an answer; every text is rendered, sanitised HTML.
	 *
	 * @param general what teaches, whatever was answered
	 * @param correct what is said about a right answer, or null
	 * @param incorrect what is said about any other answer, or null
	 */
	record Feedback(String general, @Nullable String correct, @Nullable String incorrect) {
	}

	/**
	 * Something to choose.
	 *
	 * @param id stable in its question
	 * @param text rendered, sanitised inline HTML
	 * @param correct whether it belongs to the right answer
	 * @param feedback what is said to those who choose it, rendered, or null
	 */
	record Option(String id, String text, boolean correct, @Nullable String feedback) {
	}

	/**
	 * Something to match or to bring into order.
	 *
	 * @param id stable in its question
	 * @param text rendered, sanitised inline HTML
	 */
	record Entry(String id, String text) {

	}

	/** A question whose answer is a set of its options. */
	sealed interface Choosing extends Question {

		/**
		 * What the learner chooses from.
		 * @return options, in the order of the source
		 */
		List<Option> options();

		/**
		 * Whether the order of the options varies.
		 * @return false when the order of the source is kept
		 */
		boolean shuffle();

	}

	/**
	 * Exactly one option is right.
	 */
	record SingleChoice(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Option> options, boolean shuffle) implements Choosing {

	}

	/**
	 * Several options are right.
	 *
	 * @param partial whether a partly right answer earns a part of the points
	 */
	record MultipleChoice(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Option> options, boolean shuffle, boolean partial) implements Choosing {

	}

	/**
	 * A statement is true or false; the options have the ids {@code true} and
	 * {@code false}.
	 */
	record TrueFalse(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Option> options) implements Choosing {

		@Override
		public boolean shuffle() {
			return false;
		}

	}

	/**
	 * Each prompt has one right choice.
	 *
	 * @param prompts what something is to be found for
	 * @param choices what can be found; there may be more than are needed
	 * @param pairs the id of the right choice by the id of the prompt
	 * @param shuffle whether the order of the choices varies
	 * @param partial whether a partly right answer earns a part of the points
	 */
	record Matching(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Entry> prompts, List<Entry> choices, Map<String, String> pairs, boolean shuffle,
			boolean partial) implements Question {

	}

	/**
	 * Items have one right order.
	 *
	 * @param items in the right order
	 * @param adjacent whether neighbours that are right earn a part of the points
	 */
	record Ordering(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Entry> items, boolean adjacent) implements Question {

	}

	/**
	 * The answer is a number.
	 *
	 * @param minimum the least number that is right
	 * @param maximum the greatest number that is right
	 * @param unit what is counted, shown beside the field, plain text; or null
	 */
	record Numeric(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, BigDecimal minimum, BigDecimal maximum, @Nullable String unit) implements Question {

	}

	/**
	 * The answer is a few words.
	 *
	 * @param accepted what earns something
	 * @param normalised whether case, punctuation and spaces are passed over
	 * @param maximumLength how long an answer may be
	 */
	record ShortText(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Accepted> accepted, boolean normalised, int maximumLength) implements Question {

	}

	/**
	 * An answer that earns something.
	 *
	 * @param text plain text, in which {@code *} stands for anything
	 * @param score the share of the points that it earns, from 0 to 1
	 */
	record Accepted(String text, BigDecimal score) {

	}

	/**
	 * A scenario is walked through; the way taken is the answer.
	 *
	 * @param scenario the scenario
	 */
	record Walk(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, Scenario scenario) implements Question {

	}

}
