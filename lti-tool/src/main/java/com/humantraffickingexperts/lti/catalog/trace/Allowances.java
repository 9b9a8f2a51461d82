package com.humantraffickingexperts.lti.catalog.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * What a module may say without a sheet, such as the numbers of an invented story, each
 * with a reason. What is allowed but not said is told, so that a list does not outlive
 * its reasons.
 */
final class Allowances {

	/** The file of a module that lists them. */
	static final String FILE = "trace-allow.yaml";

	private final List<Allowance> allowances = new ArrayList<>();

	private record Allowance(String file, int line, String path, String shown, String key, Set<Boolean> used) {
	}

	static Allowances read(SourceFile file, Findings findings) {
		Allowances read = new Allowances();
		Yaml.read(file, findings)
			.ifPresent((root) -> root.get("allow").items().forEach((entry) -> read.add(file.path(), entry, findings)));
		return read;
	}

	private void add(String file, YamlNode entry, Findings findings) {
		if (entry.get("why").string().orElse("").isBlank()) {
			findings.add(file, entry.line(), Rule.W302, "Nobody says why this is allowed.", "Write a line of why.");
			return;
		}
		String folder = file.substring(0, file.length() - FILE.length());
		String path = folder + entry.get("in").string().orElse("");
		for (YamlNode allowed : entry.get("facts").items()) {
			String shown = allowed.string().orElse("");
			List<Fact> facts = FactReader.read(shown);
			if (facts.isEmpty()) {
				findings.add(file, allowed.line(), Rule.W302, "There is no fact in \"" + shown + "\".",
						"Write it as the module does, or remove it.");
			}
			facts.forEach((fact) -> this.allowances
				.add(new Allowance(file, allowed.line(), path, shown, fact.key(), new HashSet<>())));
		}
	}

	boolean allow(String file, Fact fact) {
		boolean allowed = false;
		for (Allowance allowance : this.allowances) {
			if (file.startsWith(allowance.path) && allowance.key.equals(fact.key())) {
				allowance.used.add(true);
				allowed = true;
			}
		}
		return allowed;
	}

	/**
	 * One entry may hold several facts, as a range of paragraphs does: one that is used
	 * is enough.
	 */
	void tellUnused(Findings findings) {
		Set<Integer> used = new HashSet<>();
		this.allowances.stream()
			.filter((allowance) -> !allowance.used.isEmpty())
			.forEach((each) -> used.add(each.line));
		for (Allowance allowance : this.allowances) {
			if (!used.contains(allowance.line)) {
				findings.add(allowance.file, allowance.line, Rule.W302,
						"Nothing needs \"" + allowance.shown + "\" to be allowed.", "Remove it.");
			}
		}
	}

}
