package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** Everything that a question or a scenario says to people. */
final class Texts {

	private static final Set<String> FIELDS = Set.of("stem", "prompt", "text", "hint", "modelAnswer", "feedback",
			"general", "correct", "incorrect", "whenTrue", "whenFalse", "title", "intro");

	private Texts() {
	}

	static List<MarkdownText> of(YamlNode node) {
		List<MarkdownText> texts = new ArrayList<>();
		Deque<YamlNode> waiting = new ArrayDeque<>(List.of(node));
		while (!waiting.isEmpty()) {
			YamlNode next = waiting.removeFirst();
			waiting.addAll(next.items());
			next.fields().forEach((name, value) -> {
				if (value.string().isEmpty()) {
					waiting.add(value);
				}
				else if (FIELDS.contains(name)) {
					texts.add(Questions.text(Kind.PASSAGE, value));
				}
			});
		}
		return texts;
	}

}
