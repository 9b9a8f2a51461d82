package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.List;

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
	 * What the learner chooses from.
	 * @return options, in the order of the source
	 */
	List<Option> options();

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
	 * Exactly one option is right.
	 */
	record SingleChoice(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Option> options, boolean shuffle) implements Question {
	}

	/**
	 * Several options are right.
	 *
	 * @param partial whether a partly right answer earns a part of the points
	 */
	record MultipleChoice(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Option> options, boolean shuffle, boolean partial) implements Question {
	}

	/**
	 * A statement is true or false; the options have the ids {@code true} and
	 * {@code false}.
	 */
	record TrueFalse(String id, String stem, BigDecimal points, List<String> objectives, List<Source> sources,
			Feedback feedback, List<Option> options) implements Question {
	}

}
