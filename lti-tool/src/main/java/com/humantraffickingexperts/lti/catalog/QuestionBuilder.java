package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.SingleChoice;
import com.humantraffickingexperts.lti.catalog.Question.TrueFalse;
import com.humantraffickingexperts.lti.catalog.check.Questions;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** Makes one question. */
final class QuestionBuilder {

	private final YamlNode node;

	private final References references;

	private final List<String> numbered;

	private final List<Source> sources;

	QuestionBuilder(YamlNode node, References references, Function<Collection<String>, List<Source>> sources) {
		this.node = node;
		this.references = references;
		this.numbered = ModuleBuilder.joined(node.get("sources").texts(), cited());
		this.sources = sources.apply(this.numbered);
	}

	Question build() {
		String id = this.node.get("id").text();
		String stem = html(Kind.PASSAGE, this.node.get("stem"));
		BigDecimal points = this.node.get("points").number().orElse(BigDecimal.ONE);
		List<String> objectives = this.node.get("objectives").texts();
		boolean shuffle = this.node.get("shuffle").isNothing() || this.node.get("shuffle").isTrue();
		return switch (this.node.get("type").text()) {
			case "single" ->
				new SingleChoice(id, stem, points, objectives, this.sources, feedback(), options(), shuffle);
			case "multiple" -> new MultipleChoice(id, stem, points, objectives, this.sources, feedback(), options(),
					shuffle, "partial".equals(this.node.get("scoring").string().orElse("")));
			case "true-false" -> new TrueFalse(id, stem, points, objectives, this.sources, feedback(), trueAndFalse());
			default -> throw new IllegalStateException("A type of question that is not supported");
		};
	}

	private Feedback feedback() {
		YamlNode feedback = this.node.get("feedback");
		return new Feedback(html(Kind.PASSAGE, feedback.get("general")), optional(feedback.get("correct")),
				optional(feedback.get("incorrect")));
	}

	private List<Option> options() {
		return this.node.get("options")
			.items()
			.stream()
			.map((option) -> new Option(option.get("id").text(), html(Kind.LINE, option.get("text")),
					option.get("correct").isTrue(), optional(option.get("feedback"))))
			.toList();
	}

	private List<Option> trueAndFalse() {
		boolean answer = this.node.get("answer").isTrue();
		YamlNode feedback = this.node.get("feedback");
		return List.of(new Option("true", "True", answer, optional(feedback.get("whenTrue"))),
				new Option("false", "False", !answer, optional(feedback.get("whenFalse"))));
	}

	private Set<String> cited() {
		List<YamlNode> texts = new ArrayList<>(List.of(this.node.get("stem")));
		texts.addAll(this.node.get("feedback").fields().values());
		for (YamlNode option : this.node.get("options").items()) {
			texts.add(option.get("text"));
			texts.add(option.get("feedback"));
		}
		Set<String> cited = new LinkedHashSet<>();
		texts.stream()
			.filter((text) -> text.string().isPresent())
			.map((text) -> Questions.text(Kind.PASSAGE, text))
			.map(MarkdownText::cited)
			.forEach(cited::addAll);
		return cited;
	}

	private @Nullable String optional(YamlNode text) {
		return text.string().isPresent() ? html(Kind.PASSAGE, text) : null;
	}

	private String html(Kind kind, YamlNode text) {
		return Questions.text(kind, text).render(this.references, this.numbered).strip();
	}

}
