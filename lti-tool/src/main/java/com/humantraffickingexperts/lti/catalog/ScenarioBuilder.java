package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.Scenario.Choice;
import com.humantraffickingexperts.lti.catalog.Scenario.End;
import com.humantraffickingexperts.lti.catalog.Scenario.Outcome;
import com.humantraffickingexperts.lti.catalog.Scenario.Scene;
import com.humantraffickingexperts.lti.catalog.check.Questions;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** Makes one scenario. */
final class ScenarioBuilder {

	private final YamlNode node;

	private final References references;

	private final List<String> numbered;

	private final List<Source> sources;

	ScenarioBuilder(YamlNode node, References references, Function<Collection<String>, List<Source>> sources) {
		this.node = node;
		this.references = references;
		this.numbered = ModuleBuilder.joined(node.get("sources").texts(), cited());
		this.sources = sources.apply(this.numbered);
	}

	Scenario build() {
		Map<String, Scene> scenes = new LinkedHashMap<>();
		this.node.get("nodes").fields().forEach((id, scene) -> scenes.put(id, scene(id, scene)));
		return new Scenario(this.node.get("id").text(), this.node.get("title").text(), this.node.get("start").text(),
				Map.copyOf(scenes), this.sources);
	}

	private Scene scene(String id, YamlNode scene) {
		return new Scene(id, html(Kind.PASSAGE, scene.get("text")),
				scene.get("choices").items().stream().map(this::choice).toList(), end(scene.get("end")));
	}

	private Choice choice(YamlNode choice) {
		YamlNode feedback = choice.get("feedback");
		return new Choice(choice.get("id").text(), html(Kind.LINE, choice.get("text")), choice.get("goto").text(),
				choice.get("points").number().orElse(BigDecimal.ZERO),
				feedback.string().isPresent() ? html(Kind.PASSAGE, feedback) : null);
	}

	private @Nullable End end(YamlNode end) {
		return end.isNothing() ? null : new End(Outcome.valueOf(end.get("outcome").text().toUpperCase(Locale.ROOT)),
				html(Kind.PASSAGE, end.get("text")));
	}

	private Set<String> cited() {
		List<YamlNode> texts = new ArrayList<>();
		for (YamlNode scene : this.node.get("nodes").fields().values()) {
			texts.add(scene.get("text"));
			for (YamlNode choice : scene.get("choices").items()) {
				texts.add(choice.get("text"));
				texts.add(choice.get("feedback"));
			}
			texts.add(scene.get("end").get("text"));
		}
		Set<String> cited = new LinkedHashSet<>();
		texts.stream()
			.filter((text) -> text.string().isPresent())
			.forEach((text) -> cited.addAll(Questions.text(Kind.PASSAGE, text).cited()));
		return cited;
	}

	private String html(Kind kind, YamlNode text) {
		return Questions.text(kind, text).render(this.references, this.numbered).strip();
	}

}
