package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.Question.Accepted;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.SingleChoice;
import com.humantraffickingexperts.lti.catalog.Question.TrueFalse;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.check.Questions;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** Makes one question. */
final class QuestionBuilder {

	private static final int LONGEST_TEXT = 200;

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

	/**
	 * Makes the question.
	 * @param scenarios the module's scenarios
	 * @return the question
	 */
	Question build(Map<String, Scenario> scenarios) {
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
			case "matching" -> new Matching(id, stem, points, objectives, this.sources, feedback(), entries("prompts"),
					entries("choices"), pairs(), shuffle, !scored("all-or-nothing"));
			case "ordering" -> new Ordering(id, stem, points, objectives, this.sources, feedback(), entries("items"),
					scored("adjacent"));
			case "numeric" -> new Numeric(id, stem, points, objectives, this.sources, feedback(), bound("min", -1),
					bound("max", 1), this.node.get("unit").string().orElse(null));
			case "short-text" -> new ShortText(id, stem, points, objectives, this.sources, feedback(), accepted(),
					"normalised".equals(this.node.get("match").text()),
					this.node.get("maxLength").number().map(BigDecimal::intValue).orElse(LONGEST_TEXT));
			case "scenario" -> new Walk(id, stem, points, objectives, this.sources, feedback(),
					Objects.requireNonNull(scenarios.get(this.node.get("scenario").text())));
			default -> throw new IllegalStateException("A type of question that is not supported");
		};
	}

	/**
	 * Makes the reflection.
	 * @return the reflection
	 */
	Reflection buildReflection() {
		return new Reflection(this.node.get("id").text(), html(Kind.PASSAGE, this.node.get("stem")),
				this.node.get("minWords").number().map(BigDecimal::intValue).orElse(0),
				optional(this.node.get("modelAnswer")), this.sources);
	}

	private boolean scored(String scoring) {
		return scoring.equals(this.node.get("scoring").string().orElse(""));
	}

	private List<Entry> entries(String field) {
		return this.node.get(field)
			.items()
			.stream()
			.map((entry) -> new Entry(entry.get("id").text(), html(Kind.LINE, entry.get("text"))))
			.toList();
	}

	private Map<String, String> pairs() {
		Map<String, String> pairs = new LinkedHashMap<>();
		this.node.get("pairs").fields().forEach((prompt, choice) -> pairs.put(prompt, choice.text()));
		return Map.copyOf(pairs);
	}

	/**
	 * One end of the range of right numbers.
	 * @param field where it stands, unless a value and its tolerance do
	 * @param side on which side of the value it lies
	 */
	private BigDecimal bound(String field, int side) {
		YamlNode answer = this.node.get("answer");
		BigDecimal tolerance = answer.get("tolerance").number().orElse(BigDecimal.ZERO);
		return answer.get("value")
			.number()
			.map((value) -> value.add(tolerance.multiply(BigDecimal.valueOf(side))))
			.or(answer.get(field)::number)
			.orElseThrow();
	}

	private List<Accepted> accepted() {
		return this.node.get("accept")
			.items()
			.stream()
			.map((accept) -> new Accepted(accept.get("text").text(), accept.get("score").number().orElseThrow()))
			.toList();
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
		texts.add(this.node.get("modelAnswer"));
		for (String field : List.of("options", "prompts", "choices", "items")) {
			for (YamlNode entry : this.node.get(field).items()) {
				texts.add(entry.get("text"));
				texts.add(entry.get("feedback"));
			}
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
