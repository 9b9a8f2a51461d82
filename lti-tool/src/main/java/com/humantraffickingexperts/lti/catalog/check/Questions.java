package com.humantraffickingexperts.lti.catalog.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;
import com.humantraffickingexperts.lti.catalog.yaml.YamlScalar;

/** E003, E004, E006, E011 and what cannot be asked yet. */
public final class Questions {

	private Questions() {
	}

	static void check(ModuleChecks checks) {
		References references = checks.shared().references(checks.source().language());
		Set<String> objectives = Structure.objectives(checks.source());
		Set<String> scenarios = checks.source().scenarios().stream().map(Entry::id).collect(Collectors.toSet());
		for (Entry question : checks.source().questions()) {
			YamlNode node = question.node();
			for (YamlNode objective : node.get("objectives").items()) {
				Structure.reference(checks, question.file(), objective, "objective", objectives);
			}
			for (YamlNode source : node.get("sources").items()) {
				Structure.reference(checks, question.file(), source, "source", checks.shared().sources().keySet());
			}
			Structure.reference(checks, question.file(), node.get("scenario"), "scenario", scenarios);
			rightAnswers(checks, question);
			matching(checks, question);
			number(checks, question);
			text(checks, question);
			walk(checks, question);
			for (MarkdownText text : texts(node)) {
				text.check(question.file(), references, checks.findings());
			}
		}
		checks.source().activeQuestions().forEach((question) -> supported(checks, question));
	}

	private static void rightAnswers(ModuleChecks checks, Entry question) {
		List<YamlNode> options = question.node().get("options").items();
		long right = options.stream().filter((option) -> option.get("correct").isTrue()).count();
		int line = question.node().lineOf("options");
		switch (question.node().get("type").string().orElse("")) {
			case "single" -> {
				if (right != 1 && !options.isEmpty()) {
					checks.add(question.file(), line, Rule.E004,
							"The question " + Quoted.of(question.id()) + " has " + right + " right answers.",
							"Mark exactly one option with correct: true, or make the type multiple.");
				}
			}
			case "multiple" -> {
				if ((right < 2 || right == options.size()) && !options.isEmpty()) {
					checks.add(question.file(), line, Rule.E004,
							"The question " + Quoted.of(question.id()) + " has " + right + " right answers out of "
									+ options.size() + ".",
							"Mark at least two options with correct: true, and leave at least one wrong.");
				}
			}
			default -> {
			}
		}
	}

	private static void matching(ModuleChecks checks, Entry question) {
		Set<String> prompts = ids(question.node().get("prompts"));
		Set<String> choices = ids(question.node().get("choices"));
		question.node().get("pairs").fields().forEach((prompt, choice) -> {
			if (!prompts.contains(prompt)) {
				checks.add(question.file(), choice.line(), Rule.E003, "There is no prompt " + Quoted.of(prompt) + ".",
						"Correct the id.");
			}
			Structure.reference(checks, question.file(), choice, "choice", choices);
		});
		for (String prompt : prompts) {
			if (question.node().get("pairs").get(prompt).isNothing()) {
				checks.add(question.file(), question.node().lineOf("pairs"), Rule.E004,
						"The prompt " + Quoted.of(prompt) + " has no right answer.", "Add it to pairs.");
			}
		}
	}

	private static void number(ModuleChecks checks, Entry question) {
		YamlNode answer = question.node().get("answer");
		BigDecimal minimum = answer.get("min").number().orElse(BigDecimal.ZERO);
		answer.get("max").number().filter((maximum) -> minimum.compareTo(maximum) > 0).ifPresent((maximum) -> {
			checks.add(
					question.file(), answer.get("max").line(), Rule.E004, "No number is at least "
							+ minimum.toPlainString() + " and at most " + maximum.toPlainString() + ".",
					"Let min be the smaller one.");
		});
	}

	private static void text(ModuleChecks checks, Entry question) {
		List<YamlNode> accepted = question.node().get("accept").items();
		if (!accepted.isEmpty() && accepted.stream()
			.noneMatch(
					(accept) -> accept.get("score").number().orElse(BigDecimal.ONE).compareTo(BigDecimal.ONE) == 0)) {
			checks.add(question.file(), question.node().lineOf("accept"), Rule.E004,
					"No answer to the question " + Quoted.of(question.id()) + " is wholly right.",
					"Give at least one accepted text the score 1.");
		}
	}

	private static void walk(ModuleChecks checks, Entry question) {
		YamlNode scenario = question.node().get("scenario");
		checks.source()
			.scenarios()
			.stream()
			.filter((one) -> scenario.string().isPresent() && one.id().equals(scenario.text()))
			.filter((one) -> one.node()
				.get("nodes")
				.fields()
				.values()
				.stream()
				.flatMap((scene) -> scene.get("choices").items().stream())
				.noneMatch((choice) -> choice.get("points").number().orElse(BigDecimal.ZERO).signum() > 0))
			.findFirst()
			.ifPresent((one) -> checks.add(question.file(), scenario.line(), Rule.E004,
					"No choice in the scenario " + Quoted.of(scenario.text()) + " earns points.",
					"Give points to the choices that are right."));
	}

	/**
	 * Whether a question is one that nobody marks.
	 * @param question the question
	 * @return true for a reflection
	 */
	public static boolean isReflection(Entry question) {
		return "reflection".equals(question.node().get("type").string().orElse(""));
	}

	private static Set<String> ids(YamlNode list) {
		return list.items().stream().flatMap((item) -> item.get("id").string().stream()).collect(Collectors.toSet());
	}

	private static void supported(ModuleChecks checks, Entry question) {
		if (!question.node().get("hint").isNothing()) {
			checks.add(question.file(), question.node().get("hint").line(), Rule.N001,
					"This version of the tool cannot show hints yet.", "Remove it, or wait for a later version.");
		}
	}

	private static List<MarkdownText> texts(YamlNode question) {
		List<MarkdownText> texts = new ArrayList<>();
		Stream.of("stem", "hint", "modelAnswer").map(question::get).forEach((node) -> add(texts, Kind.PASSAGE, node));
		question.get("feedback").fields().values().forEach((node) -> add(texts, Kind.PASSAGE, node));
		Stream.of("options", "prompts", "choices", "items")
			.flatMap((field) -> question.get(field).items().stream())
			.forEach((item) -> {
				add(texts, Kind.LINE, item.get("text"));
				add(texts, Kind.PASSAGE, item.get("feedback"));
			});
		return texts;
	}

	private static void add(List<MarkdownText> texts, Kind kind, YamlNode node) {
		if (node.string().isPresent()) {
			texts.add(text(kind, node));
		}
	}

	/**
	 * Parses a text that stands in YAML.
	 * @param kind what it is for
	 * @param node the text
	 * @return the parsed text, which knows its lines
	 */
	public static MarkdownText text(Kind kind, YamlNode node) {
		boolean literal = node instanceof YamlScalar scalar && scalar.literal();
		return MarkdownText.parse(kind, node.text(), node.line() + (literal ? 1 : 0), literal);
	}

}
