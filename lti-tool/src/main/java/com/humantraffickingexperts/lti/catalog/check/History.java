package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.release.Version;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.yaml.JsonNodes;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * E008, E012: whether the version says how much has changed. It decides when learners who
 * are in the middle of a module meet the change.
 */
public final class History {

	private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}");

	private static final List<String> KEYS = List.of("type", "answer", "pairs", "accept", "match", "scoring", "points",
			"scenario");

	private final ModuleSource before;

	private final ModuleSource now;

	private final Findings findings;

	private History(ModuleSource before, ModuleSource now, Findings findings) {
		this.before = before;
		this.now = now;
		this.findings = findings;
	}

	/**
	 * Compares modules with what was released.
	 * @param before what was released
	 * @param now what is to be released
	 * @return what the new versions do not say
	 */
	public static List<Finding> compare(Examination.Result before, Examination.Result now) {
		Findings findings = new Findings();
		now.modules().forEach((folder, module) -> {
			CheckedModule released = before.modules().get(folder);
			if (released != null && !files(released.source()).equals(files(module.source()))) {
				new History(released.source(), module.source(), findings).compare();
			}
		});
		return findings.all();
	}

	private static Map<String, String> files(ModuleSource source) {
		return source.files().stream().collect(Collectors.toMap(SourceFile::path, SourceFile::digest));
	}

	private void compare() {
		String from = this.before.module().get("version").string().orElse("");
		String to = this.now.module().get("version").string().orElse("");
		if (!VERSION.matcher(from).matches() || !VERSION.matcher(to).matches()) {
			return;
		}
		int raised = raised(numbers(from), numbers(to));
		if (raised < 0) {
			add(this.now.moduleFile(), this.now.module().lineOf("version"), Rule.E008,
					"The module has changed since version " + from + ", but its version was not raised.",
					"Raise it, and say in CHANGELOG.md what changed.");
			return;
		}
		if (raised > 0) {
			rules();
			keys();
		}
		if (raised == 2) {
			same("pages", ids(this.before.pages(), PageSource::card), ids(this.now.pages(), PageSource::card));
			same("questions", ids(this.before.activeQuestions(), Entry::node),
					ids(this.now.activeQuestions(), Entry::node));
		}
	}

	private static List<Integer> numbers(String version) {
		return Pattern.compile("\\.").splitAsStream(version).map(Integer::valueOf).toList();
	}

	/** Which number was raised: 0 for the first; -1 for none. */
	private static int raised(List<Integer> from, List<Integer> to) {
		for (int index = 0; index < from.size(); index++) {
			int difference = Integer.compare(to.get(index), from.get(index));
			if (difference != 0) {
				return (difference > 0) ? index : -1;
			}
		}
		return -1;
	}

	/** Objectives, completion and pass marks. */
	private void rules() {
		Function<ModuleSource, Set<String>> objectives = (source) -> ids(source.module().get("objectives").items(),
				Function.identity());
		if (!objectives.apply(this.before).equals(objectives.apply(this.now))) {
			first(this.now.moduleFile(), this.now.module().lineOf("objectives"), "The objectives have changed.");
		}
		if (!form(this.before.module().get("completion")).equals(form(this.now.module().get("completion")))) {
			first(this.now.moduleFile(), this.now.module().lineOf("completion"),
					"What completes the module has changed.");
		}
		Map<String, Entry> assessments = byId(this.before.assessments());
		for (Entry assessment : this.now.assessments()) {
			Entry old = assessments.get(assessment.id());
			if (old != null && !form(old.node().get("passMark")).equals(form(assessment.node().get("passMark")))) {
				first(assessment.file(), assessment.node().lineOf("passMark"), "The pass mark has changed.");
			}
		}
	}

	/** What is right, for questions and scenarios that were there before. */
	private void keys() {
		Map<String, Entry> questions = byId(this.before.questions());
		for (Entry question : this.now.activeQuestions()) {
			Entry old = questions.get(question.id());
			if (old != null && !key(old.node()).equals(key(question.node())) && !corrected(question.id())) {
				first(question.file(), question.node().line(),
						"What is right in the question " + Quoted.of(question.id()) + " has changed.");
			}
		}
		Map<String, Entry> scenarios = byId(this.before.scenarios());
		for (Entry scenario : this.now.scenarios()) {
			Entry old = scenarios.get(scenario.id());
			if (old != null && !ways(old.node()).equals(ways(scenario.node()))) {
				first(scenario.file(), scenario.node().line(),
						"The ways through the scenario " + Quoted.of(scenario.id()) + " have changed.");
			}
		}
	}

	/**
	 * A wrong key is mended under any number: an erratum sees to those who met it.
	 */
	private boolean corrected(String question) {
		String released = this.before.module().get("version").string().orElse("");
		return this.now.errata()
			.stream()
			.anyMatch((erratum) -> question.equals(erratum.get("question").string().orElse(""))
					&& Version.within(erratum.get("versions").string().orElse(""), released));
	}

	/** Which choices there are, and which of them are right; not the words. */
	private static List<String> key(YamlNode question) {
		List<String> key = new ArrayList<>();
		KEYS.forEach((field) -> key.add(form(question.get(field))));
		TreeMap<String, Boolean> options = new TreeMap<>();
		Stream.of("options", "prompts", "choices")
			.flatMap((field) -> question.get(field).items().stream())
			.forEach((item) -> options.put(item.get("id").string().orElse(""), item.get("correct").isTrue()));
		key.add(options.toString());
		key.add(question.get("items")
			.items()
			.stream()
			.map((item) -> item.get("id").string().orElse(""))
			.toList()
			.toString());
		return key;
	}

	private static List<String> ways(YamlNode scenario) {
		List<String> ways = new ArrayList<>(List.of(form(scenario.get("start"))));
		new TreeMap<>(scenario.get("nodes").fields()).forEach((id, node) -> {
			ways.add(id + form(node.get("end").get("outcome")));
			node.get("choices")
				.items()
				.forEach((choice) -> ways
					.add(form(choice.get("id")) + form(choice.get("goto")) + form(choice.get("points"))));
		});
		return ways;
	}

	private void same(String what, Set<String> old, Set<String> current) {
		if (!old.equals(current)) {
			Set<String> differing = new TreeSet<>(old);
			differing.addAll(current);
			differing.removeIf((id) -> old.contains(id) && current.contains(id));
			add(this.now.moduleFile(), this.now.module().lineOf("version"), Rule.E012,
					"There are other " + what + " than before (" + String.join(", ", differing) + ").",
					"Raise the second number of the version: learners meet them at the next launch.");
		}
	}

	private static <T> Set<String> ids(List<T> things, Function<T, YamlNode> node) {
		return things.stream()
			.flatMap((thing) -> node.apply(thing).get("id").string().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Entry> byId(List<Entry> entries) {
		return entries.stream().collect(Collectors.toMap(Entry::id, Function.identity(), (one, other) -> one));
	}

	private static String form(YamlNode node) {
		return node.isNothing() ? "" : JsonNodes.of(node).toString();
	}

	private void first(String file, int line, String message) {
		add(file, line, Rule.E012, message,
				"Raise the first number of the version: whoever has begun ends with the old rules.");
	}

	private void add(String file, int line, Rule rule, String message, String remedy) {
		this.findings.add(file, line, rule, message, remedy);
	}

}
