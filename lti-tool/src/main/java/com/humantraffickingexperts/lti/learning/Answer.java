package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;

/**
 * What a learner answered. It names options by their ids, never by position or text; an
 * answer of another kind than its question, left over from an earlier version of a
 * module, is no answer.
 */
sealed interface Answer {

	/**
	 * Whether a question is answered: with an answer of its kind, and in a scenario with
	 * a way that comes to an end.
	 * @param question the question
	 * @param answer the answer; null when there is none
	 * @return false when something is left to do
	 */
	static boolean complete(Question question, @Nullable Answer answer) {
		return switch (question) {
			case Choosing _ -> answer instanceof Choices;
			case Matching _ -> answer instanceof Pairs;
			case Ordering _ -> answer instanceof Order;
			case Numeric _, ShortText _ -> answer instanceof Typed;
			case Walk walk -> answer instanceof Way way && Walked.of(walk.scenario(), way.choices()).ended();
		};
	}

	/**
	 * Some options.
	 *
	 * @param options their ids
	 */
	record Choices(Set<String> options) implements Answer {
	}

	/**
	 * A choice for each prompt.
	 *
	 * @param pairs the id of a choice by the id of a prompt
	 */
	record Pairs(Map<String, String> pairs) implements Answer {

		public Pairs {
			pairs = new TreeMap<>(pairs);
		}

	}

	/**
	 * Items in an order.
	 *
	 * @param items their ids
	 */
	record Order(List<String> items) implements Answer {
	}

	/**
	 * Something typed: a number or a few words.
	 *
	 * @param text as it was typed, without spaces around it
	 */
	record Typed(String text) implements Answer {
	}

	/**
	 * A way through a scenario.
	 *
	 * @param choices the ids of the choices, from the start
	 */
	record Way(List<String> choices) implements Answer {
	}

}
