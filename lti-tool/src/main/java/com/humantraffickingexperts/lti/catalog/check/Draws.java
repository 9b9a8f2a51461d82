package com.humantraffickingexperts.lti.catalog.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/** E003, E009: an assessment draws questions that there are. */
public final class Draws {

	private Draws() {
	}

	static void check(ModuleChecks checks) {
		Set<String> known = checks.source().questions().stream().map(Entry::id).collect(Collectors.toSet());
		Set<String> unmarked = checks.source()
			.questions()
			.stream()
			.filter(Questions::isReflection)
			.map(Entry::id)
			.collect(Collectors.toSet());
		for (Entry assessment : checks.source().assessments()) {
			check(checks, assessment, known, unmarked);
			supported(checks, assessment);
		}
	}

	private static void check(ModuleChecks checks, Entry assessment, Set<String> known, Set<String> unmarked) {
		Set<String> before = new HashSet<>();
		int drawnBefore = 0;
		for (YamlNode draw : assessment.node().get("draw").items()) {
			for (YamlNode id : draw.get("questions").items()) {
				Structure.reference(checks, assessment.file(), id, "question", known);
				if (id.string().filter(unmarked::contains).isPresent()) {
					checks.add(assessment.file(), id.line(), Rule.E003,
							"The question " + Quoted.of(id.text()) + " is a reflection, which nobody marks.",
							"Name it in the structure in module.yaml, not in a check.");
				}
			}
			List<String> pool = pool(checks.source(), draw);
			// Nothing is asked twice: in the worst case all that was drawn before is
			// missing here.
			long shared = pool.stream().filter(before::contains).count();
			long left = pool.size() - Math.min(shared, drawnBefore);
			int count = count(draw, pool);
			if (count > left || count == 0) {
				checks.add(
						assessment.file(), draw.line(), Rule.E009, "Here " + wanted(draw)
								+ " questions are drawn, but there may be only " + left + " active ones to draw from.",
						"Draw fewer, or write more.");
			}
			before.addAll(pool);
			drawnBefore += Math.min(count, pool.size());
		}
	}

	private static String wanted(YamlNode draw) {
		return draw.get("count").number().map(BigDecimal::toPlainString).orElse("all named");
	}

	private static void supported(ModuleChecks checks, Entry assessment) {
		YamlNode back = assessment.node().get("backNavigation");
		if (!back.isNothing() && !back.isTrue()) {
			checks.add(assessment.file(), back.line(), Rule.N001,
					"This version of the tool cannot keep people from going back yet.",
					"Write true, or wait for a later version.");
		}
	}

	/**
	 * The questions that a draw may take.
	 * @param source the module
	 * @param draw the draw
	 * @return ids of active questions, in the order of the banks
	 */
	public static List<String> pool(ModuleSource source, YamlNode draw) {
		Set<String> named = new HashSet<>(draw.get("questions").texts());
		Set<String> tags = new HashSet<>(draw.get("tags").texts());
		Set<String> pool = new LinkedHashSet<>();
		for (Entry question : source.activeQuestions()) {
			if (Questions.isReflection(question)) {
				// Nobody marks what people write for themselves.
				continue;
			}
			if (named.contains(question.id())
					|| question.node().get("tags").texts().stream().anyMatch(tags::contains)) {
				pool.add(question.id());
			}
		}
		return List.copyOf(pool);
	}

	/**
	 * How many questions a draw takes.
	 * @param draw the draw
	 * @param pool what it may take
	 * @return the number; all questions when they are named without a number
	 */
	public static int count(YamlNode draw, List<String> pool) {
		return draw.get("count").number().map(BigDecimal::intValue).orElse(pool.size());
	}

}
