package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CompletionRule;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Helpline;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PagesViewed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionSaved;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioReached;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Section;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Status;
import com.humantraffickingexperts.lti.catalog.Upkeep.Action;
import com.humantraffickingexperts.lti.catalog.Upkeep.Change;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.catalog.Upkeep.Withdrawal;
import com.humantraffickingexperts.lti.catalog.check.CheckedModule;
import com.humantraffickingexperts.lti.catalog.check.Draws;
import com.humantraffickingexperts.lti.catalog.check.Entry;
import com.humantraffickingexperts.lti.catalog.check.ModuleSource;
import com.humantraffickingexperts.lti.catalog.check.PageSource;
import com.humantraffickingexperts.lti.catalog.check.Questions;
import com.humantraffickingexperts.lti.catalog.check.Shared;
import com.humantraffickingexperts.lti.catalog.check.Shared.SourceEntry;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** Makes a course package of a module in which nothing was found that blocks. */
final class ModuleBuilder {

	private final ModuleSource source;

	private final Shared shared;

	private final References references;

	private ModuleBuilder(CheckedModule module) {
		this.source = module.source();
		this.shared = module.shared();
		this.references = this.shared.references(this.source.language());
	}

	static CoursePackage build(CheckedModule module) {
		if (!module.sound()) {
			throw new IllegalArgumentException("A module with findings is not offered");
		}
		return new ModuleBuilder(module).build();
	}

	private CoursePackage build() {
		YamlNode module = this.source.module();
		Map<String, Scenario> scenarios = scenarios();
		return new CoursePackage(module.get("id").text(), module.get("version").text(),
				constant(Status.class, module.get("status")), module.get("title").text(), module.get("summary").text(),
				module.get("audience").texts(), module.get("level").text(), integer(module.get("learningMinutes")),
				this.source.language(), module.get("jurisdictions").texts(),
				LocalDate.parse(module.get("lawStatedAsAt").text()), lastReviewed(), objectives(), notices(module),
				helplines(), sections(), pages(), assessments(), questions(scenarios), scenarios, reflections(),
				completion(), grading(), upkeep());
	}

	private @Nullable LocalDate lastReviewed() {
		String day = optional(this.source.module().get("review").get("lastReviewed"));
		return (day == null) ? null : LocalDate.parse(day);
	}

	private List<Objective> objectives() {
		return this.source.module()
			.get("objectives")
			.items()
			.stream()
			.map((objective) -> new Objective(objective.get("id").text(), objective.get("text").text()))
			.toList();
	}

	private static List<ContentNotice> notices(YamlNode card) {
		return card.get("contentWarnings")
			.items()
			.stream()
			.filter((notice) -> !"none".equals(notice.get("code").text()))
			.map((notice) -> new ContentNotice(notice.get("code").text(), optional(notice.get("note"))))
			.toList();
	}

	private List<Helpline> helplines() {
		String panel = this.source.module().get("safety").get("supportPanel").text();
		return this.references.helplines()
			.getOrDefault(panel, List.of())
			.stream()
			.map((contact) -> new Helpline(contact.name(), contact.contact(), contact.note()))
			.toList();
	}

	private List<Section> sections() {
		return this.source.module()
			.get("structure")
			.items()
			.stream()
			.map((section) -> new Section(section.get("id").text(), section.get("title").text(),
					section.get("items").items().stream().map(ModuleBuilder::item).toList()))
			.toList();
	}

	private static Item item(YamlNode item) {
		Map.Entry<String, YamlNode> one = item.fields().entrySet().iterator().next();
		String id = one.getValue().text();
		return switch (one.getKey()) {
			case "page" -> new PageItem(id);
			case "assessment" -> new AssessmentItem(id);
			case "scenario" -> new ScenarioItem(id);
			case "reflection" -> new ReflectionItem(id);
			default -> throw new IllegalStateException("A kind of item that is not supported");
		};
	}

	private Map<String, Page> pages() {
		Map<String, Page> pages = new LinkedHashMap<>();
		References withPictures = this.references.with(this.source.shown());
		for (PageSource page : this.source.pages()) {
			YamlNode card = page.card();
			// In the order of the text, so that its numbers count upwards.
			List<String> sources = joined(page.body().cited(), card.get("sources").texts());
			String id = card.get("id").text();
			pages.put(id,
					new Page(id, card.get("title").text(), page.body().render(withPictures, sources),
							integer(card.get("minutes")), sources(sources), card.get("objectives").texts(),
							notices(card), optional(card.get("instead")), optional(card.get("progressKey"))));
		}
		return Map.copyOf(pages);
	}

	private Map<String, Question> questions(Map<String, Scenario> scenarios) {
		Map<String, Question> questions = new LinkedHashMap<>();
		for (Entry question : this.source.activeQuestions()) {
			if (!Questions.isReflection(question)) {
				questions.put(question.id(), builder(question).build(scenarios));
			}
		}
		return Map.copyOf(questions);
	}

	private Map<String, Reflection> reflections() {
		Map<String, Reflection> reflections = new LinkedHashMap<>();
		for (Entry question : this.source.activeQuestions()) {
			if (Questions.isReflection(question)) {
				reflections.put(question.id(), builder(question).buildReflection());
			}
		}
		return Map.copyOf(reflections);
	}

	private QuestionBuilder builder(Entry question) {
		return new QuestionBuilder(question.node(), this.references, this::sources);
	}

	private Map<String, Scenario> scenarios() {
		Map<String, Scenario> scenarios = new LinkedHashMap<>();
		for (Entry scenario : this.source.scenarios()) {
			scenarios.put(scenario.id(), new ScenarioBuilder(scenario.node(), this.references, this::sources).build());
		}
		return Map.copyOf(scenarios);
	}

	private Map<String, Assessment> assessments() {
		Map<String, Assessment> assessments = new LinkedHashMap<>();
		for (Entry entry : this.source.assessments()) {
			YamlNode node = entry.node();
			YamlNode shuffle = node.get("shuffleQuestions");
			assessments.put(entry.id(),
					new Assessment(entry.id(), "graded".equals(node.get("kind").text()), node.get("title").text(),
							optional(node.get("intro")), node.get("passMark").number().orElse(BigDecimal.ZERO),
							draws(node), shuffle.isNothing() || shuffle.isTrue(),
							node.get("cooldownMinutes").number().map(BigDecimal::intValue).orElse(0),
							node.get("attempts").number().map(BigDecimal::intValue).orElse(null),
							node.get("timeLimitMinutes").number().map(BigDecimal::intValue).orElse(null),
							constant(Disclosure.class, node.get("showFeedback")),
							constant(Disclosure.class, node.get("showCorrect"))));
		}
		return Map.copyOf(assessments);
	}

	private List<Draw> draws(YamlNode assessment) {
		List<Draw> draws = new ArrayList<>();
		for (YamlNode draw : assessment.get("draw").items()) {
			List<String> pool = Draws.pool(this.source, draw);
			draws.add(new Draw(pool, Draws.count(draw, pool)));
		}
		return List.copyOf(draws);
	}

	private List<CompletionRule> completion() {
		return this.source.module().get("completion").get("require").items().stream().map(ModuleBuilder::rule).toList();
	}

	private static CompletionRule rule(YamlNode rule) {
		Map.Entry<String, YamlNode> one = rule.fields().entrySet().iterator().next();
		YamlNode value = one.getValue();
		return switch (one.getKey()) {
			case "pagesViewed" -> new PagesViewed(value.number().orElseThrow());
			case "assessmentPassed" -> new AssessmentPassed(value.text());
			case "scenarioReached" -> new ScenarioReached(value.text());
			case "reflectionSaved" -> new ReflectionSaved(value.text());
			default -> throw new IllegalStateException("A rule that is not supported");
		};
	}

	private @Nullable Grading grading() {
		YamlNode grading = this.source.module().get("grading");
		return grading.isNothing() ? null : new Grading(grading.get("assessment").text(),
				constant(CountingAttempt.class, grading.get("attempt")), integer(grading.get("scoreMaximum")));
	}

	private Upkeep upkeep() {
		YamlNode module = this.source.module();
		List<Change> changes = this.source.files()
			.stream()
			.filter((file) -> file.path().equals(this.source.folder() + "/CHANGELOG.md"))
			.flatMap((file) -> file.text(new Findings()).stream())
			.flatMap((text) -> ChangeLog.read(text).stream())
			.toList();
		YamlNode withdrawal = module.get("withdrawal");
		return new Upkeep(changes,
				module.get("onUpdate").get("sunsetDays").number().map(BigDecimal::intValue).orElse(Upkeep.SUNSET_DAYS),
				this.source.errata().stream().map(ModuleBuilder::erratum).toList(),
				withdrawal.isNothing() ? null : new Withdrawal(LocalDate.parse(withdrawal.get("date").text()),
						withdrawal.get("reason").text(), optional(withdrawal.get("replacedBy"))));
	}

	private static Erratum erratum(YamlNode erratum) {
		return new Erratum(erratum.get("question").text(), erratum.get("versions").text(),
				constant(Action.class, erratum.get("action")), erratum.get("key").texts(), erratum.get("reason").text(),
				LocalDate.parse(erratum.get("date").text()));
	}

	private List<Source> sources(Collection<String> ids) {
		List<Source> sources = new ArrayList<>();
		for (String id : ids) {
			SourceEntry entry = this.shared.sources().get(id);
			if (entry != null) {
				sources.add(new Source(id, entry.citation(), entry.url()));
			}
		}
		return List.copyOf(sources);
	}

	static List<String> joined(Collection<String> first, Collection<String> second) {
		Set<String> all = new LinkedHashSet<>(first);
		all.addAll(second);
		return List.copyOf(all);
	}

	private static @Nullable String optional(YamlNode node) {
		return node.string().orElse(null);
	}

	private static int integer(YamlNode node) {
		return node.number().orElseThrow().intValue();
	}

	private static <E extends Enum<E>> E constant(Class<E> type, YamlNode node) {
		return Enum.valueOf(type, node.text().toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
