package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E003, E011: each way through a scenario ends, and each of its parts is on a way. */
final class Scenarios {

	private final ModuleChecks checks;

	private final Entry scenario;

	private final Map<String, YamlNode> nodes;

	private Scenarios(ModuleChecks checks, Entry scenario) {
		this.checks = checks;
		this.scenario = scenario;
		this.nodes = scenario.node().get("nodes").fields();
	}

	static void check(ModuleChecks checks) {
		for (Entry scenario : checks.source().scenarios()) {
			new Scenarios(checks, scenario).run();
		}
	}

	private void run() {
		reference(this.scenario.node().get("start"));
		this.scenario.node()
			.get("sources")
			.items()
			.forEach((id) -> Structure.reference(this.checks, this.scenario.file(), id, "source",
					this.checks.shared().sources().keySet()));
		this.nodes.values()
			.forEach((node) -> node.get("choices").items().forEach((choice) -> reference(choice.get("goto"))));
		texts();
		Set<String> reached = reached();
		this.nodes.forEach((id, node) -> {
			if (!reached.contains(id)) {
				add(node, "Nothing leads to " + Quoted.of(id) + ".", "Let a choice go there, or remove it.");
			}
		});
		circles();
	}

	private void reference(YamlNode id) {
		Structure.reference(this.checks, this.scenario.file(), id, "part of the scenario", this.nodes.keySet());
	}

	private void texts() {
		References references = this.checks.shared().references(this.checks.source().language());
		for (YamlNode node : this.nodes.values()) {
			text(Kind.PASSAGE, node.get("text"), references);
			text(Kind.PASSAGE, node.get("end").get("text"), references);
			for (YamlNode choice : node.get("choices").items()) {
				text(Kind.LINE, choice.get("text"), references);
				text(Kind.PASSAGE, choice.get("feedback"), references);
			}
		}
	}

	private void text(Kind kind, YamlNode text, References references) {
		if (text.string().isPresent()) {
			Questions.text(kind, text).check(this.scenario.file(), references, this.checks.findings());
		}
	}

	private Set<String> reached() {
		Set<String> reached = new HashSet<>();
		Deque<String> waiting = new ArrayDeque<>(this.scenario.node().get("start").string().stream().toList());
		while (!waiting.isEmpty()) {
			String id = waiting.removeFirst();
			if (reached.add(id) && this.nodes.containsKey(id)) {
				waiting.addAll(targets(id));
			}
		}
		return reached;
	}

	/**
	 * Takes away all parts to which nothing leads, then all that lead nowhere; what is
	 * left is in a circle or between two.
	 */
	private void circles() {
		Map<String, List<String>> forward = new LinkedHashMap<>();
		this.nodes.keySet().forEach((id) -> forward.put(id, targets(id)));
		Set<String> left = peeled(this.nodes.keySet(), forward);
		Map<String, List<String>> backward = new LinkedHashMap<>();
		for (String id : left) {
			for (String target : targets(id)) {
				backward.computeIfAbsent(target, (key) -> new ArrayList<>()).add(id);
			}
		}
		peeled(left, backward).stream()
			.findFirst()
			.ifPresent((id) -> add(this.nodes.getOrDefault(id, this.scenario.node()),
					"The choices at " + Quoted.of(id) + " can go on in circles.", "Let each way come to an end."));
	}

	private static Set<String> peeled(Set<String> ids, Map<String, List<String>> edges) {
		Map<String, Integer> incoming = new HashMap<>();
		for (String id : ids) {
			edges.getOrDefault(id, List.of()).forEach((target) -> incoming.merge(target, 1, Integer::sum));
		}
		Set<String> left = new LinkedHashSet<>(ids);
		Deque<String> free = new ArrayDeque<>(ids.stream().filter((id) -> !incoming.containsKey(id)).toList());
		while (!free.isEmpty()) {
			String id = free.removeFirst();
			left.remove(id);
			for (String target : edges.getOrDefault(id, List.of())) {
				if (incoming.merge(target, -1, Integer::sum) == 0 && left.contains(target)) {
					free.addLast(target);
				}
			}
		}
		return left;
	}

	private List<String> targets(String id) {
		return this.scenario.node()
			.get("nodes")
			.get(id)
			.get("choices")
			.items()
			.stream()
			.flatMap((choice) -> choice.get("goto").string().stream())
			.toList();
	}

	private void add(YamlNode node, String message, String remedy) {
		this.checks.add(this.scenario.file(), node.line(), Rule.E011, message, remedy);
	}

}
