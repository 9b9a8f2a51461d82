package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** W101, W102, W108: questions that examine knowledge, not the reading of tests. */
final class QuestionHabits {

	/** Fewer questions have no habits. */
	private static final int FEWEST = 5;

	private static final int PERCENT = 40;

	/** Longer texts are errors anyway. */
	private static final int LONGEST = 6000;

	private static final Pattern ABOVE = Pattern.compile("\\b(all|none|both|neither) of (the above|these|them)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NEGATIVE = Pattern.compile(
			"\\b(?:Which|What|Who|Whom|When|Where)\\b[^.?!]*(?<![*_])\\b(not|never|except|least)\\b(?![*_])[^.?!]*\\?");

	private QuestionHabits() {
	}

	static void check(ModuleChecks checks) {
		if (checks.today() == null) {
			return;
		}
		longest(checks);
		checks.source().activeQuestions().forEach((question) -> words(checks, question));
		checks.source().assessments().forEach((assessment) -> pools(checks, assessment));
	}

	private static void longest(ModuleChecks checks) {
		List<Entry> singles = checks.source()
			.activeQuestions()
			.stream()
			.filter((question) -> "single".equals(question.node().get("type").string().orElse("")))
			.toList();
		List<Entry> longest = singles.stream().filter((question) -> longestIsRight(question.node())).toList();
		if (singles.size() >= FEWEST && longest.size() * 100 > singles.size() * PERCENT) {
			List<String> names = new ArrayList<>(longest.stream().limit(5).map(Entry::id).toList());
			checks.add(longest.getFirst().file(), longest.getFirst().node().lineOf("options"), Rule.W101,
					"In " + longest.size() + " of " + singles.size() + " questions the right option is the longest ("
							+ String.join(", ", names) + ((longest.size() > names.size()) ? " and others" : "") + ").",
					"Shorten right options or lengthen wrong ones, until it is at most four in ten.");
		}
	}

	private static boolean longestIsRight(YamlNode question) {
		int right = 0;
		int wrong = 0;
		for (YamlNode option : question.get("options").items()) {
			int length = option.get("text").string().orElse("").length();
			if (option.get("correct").isTrue()) {
				right = length;
			}
			else {
				wrong = Math.max(wrong, length);
			}
		}
		return right > wrong;
	}

	private static void words(ModuleChecks checks, Entry question) {
		for (YamlNode option : question.node().get("options").items()) {
			Matcher above = ABOVE.matcher(option.get("text").string().orElse(""));
			if (above.matches() || above.reset().lookingAt()) {
				checks.add(question.file(), option.get("text").line(), Rule.W102,
						"An option says " + Quoted.of(above.group()) + ".",
						"Name what is right, or make the question one with several right options.");
			}
		}
		YamlNode stem = question.node().get("stem");
		Matcher negative = NEGATIVE.matcher(stem.string().orElse(""));
		if (stem.string().orElse("").length() < LONGEST && negative.find()) {
			checks.add(question.file(), stem.line(), Rule.W102,
					"The question turns on the word " + Quoted.of(negative.group(1)) + ", which is easily missed.",
					"Ask for what is right, or write *" + negative.group(1) + "*.");
		}
	}

	private static void pools(ModuleChecks checks, Entry assessment) {
		if ("practice".equals(assessment.node().get("kind").string().orElse(""))) {
			return;
		}
		for (YamlNode draw : assessment.node().get("draw").items()) {
			List<String> pool = Draws.pool(checks.source(), draw);
			int count = Draws.count(draw, pool);
			if (count <= pool.size() && count * 3 > pool.size() * 2) {
				checks.add(assessment.file(), draw.line(), Rule.W108,
						count + " of " + pool.size() + " questions are drawn, so that every try is nearly the same.",
						"Write more questions, or draw fewer: three for two that are drawn.");
			}
		}
	}

}
