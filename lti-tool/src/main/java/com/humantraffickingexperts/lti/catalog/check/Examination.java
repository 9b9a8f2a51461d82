package com.humantraffickingexperts.lti.catalog.check;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * Examines the course packages of a location.
 */
public final class Examination {

	private final Schemas schemas = new Schemas();

	private final @Nullable LocalDate today;

	/**
	 * An examination of packages that are released already.
	 */
	public Examination() {
		this(null);
	}

	/**
	 * An examination for a release.
	 * @param today the day of the release; null looks at no dates
	 */
	public Examination(@Nullable LocalDate today) {
		this.today = today;
	}

	/**
	 * What was found in a location.
	 *
	 * @param modules every module, by the name of its folder
	 * @param order the folders of the modules to offer, in order
	 * @param shared what the modules have in common
	 * @param findings everything that was found, by file and line
	 */
	public record Result(Map<String, CheckedModule> modules, List<String> order, Shared shared,
			List<Finding> findings) {
	}

	/**
	 * Examines a location.
	 * @param tree its files
	 * @return what was found
	 */
	public Result of(SourceTree tree) {
		Findings all = new Findings();
		all.addAll(tree.findings(""));
		Shared shared = Shared.read(tree, this.schemas);
		all.addAll(shared.findings());
		Map<String, ModuleSource> sources = new LinkedHashMap<>();
		Map<String, Findings> found = new LinkedHashMap<>();
		for (String folder : tree.modules()) {
			Findings findings = new Findings();
			found.put(folder, findings);
			source(tree, folder, shared, findings).ifPresent((source) -> sources.put(folder, source));
		}
		prerequisites(sources, found);
		List<String> order = order(tree, sources.keySet(), all);
		Map<String, CheckedModule> modules = new LinkedHashMap<>();
		sources.forEach((folder, source) -> {
			Findings findings = found.getOrDefault(folder, new Findings());
			findings.addAll(shared.findings());
			modules.put(folder, new CheckedModule(source, shared, findings.all()));
		});
		found.values().forEach((findings) -> all.addAll(findings.all()));
		return new Result(modules, order, shared, all.all());
	}

	private Optional<ModuleSource> source(SourceTree tree, String folder, Shared shared, Findings findings) {
		try {
			ModuleSource source = ModuleSource.read(tree, folder, this.schemas, findings);
			new ModuleChecks(source, shared, this.today, findings).run();
			return Optional.of(source);
		}
		catch (RuntimeException | StackOverflowError ex) {
			findings.add(folder, 1, Rule.E000,
					"The check of this module failed (" + ex.getClass().getSimpleName() + ").",
					"Tell those who maintain the tool.");
			return Optional.empty();
		}
	}

	/** E003, E015: prerequisites are there and come to an end. */
	private static void prerequisites(Map<String, ModuleSource> sources, Map<String, Findings> found) {
		sources.forEach((folder, source) -> {
			for (YamlNode required : source.module().get("prerequisites").items()) {
				Findings findings = found.getOrDefault(folder, new Findings());
				String id = required.string().orElse(folder);
				if (!sources.containsKey(id)) {
					findings.add(source.moduleFile(), required.line(), Rule.E003,
							"There is no module " + Quoted.of(id) + ".", "Add it, or correct the id.");
				}
				else if (requires(sources, id, folder)) {
					findings.add(source.moduleFile(), required.line(), Rule.E015,
							"The module " + Quoted.of(id) + " requires this one in turn.", "Remove one of the two.");
				}
			}
		});
	}

	private static boolean requires(Map<String, ModuleSource> sources, String from, String wanted) {
		Set<String> seen = new HashSet<>();
		Deque<String> waiting = new ArrayDeque<>(List.of(from));
		while (!waiting.isEmpty()) {
			String id = waiting.removeFirst();
			if (id.equals(wanted)) {
				return true;
			}
			ModuleSource source = sources.get(id);
			if (source != null && seen.add(id)) {
				waiting.addAll(source.module().get("prerequisites").texts());
			}
		}
		return false;
	}

	/** What the catalogue says; without a catalogue all modules, by name. */
	private List<String> order(SourceTree tree, Set<String> modules, Findings findings) {
		Findings own = new Findings();
		Optional<YamlNode> catalogue = tree.file(SourceTree.CATALOGUE).flatMap((file) -> Yaml.read(file, own));
		catalogue.ifPresent((root) -> this.schemas.check(SchemaName.CATALOGUE, SourceTree.CATALOGUE, root, own));
		List<String> order = new ArrayList<>(new TreeSet<>(modules));
		if (catalogue.isPresent() && !own.block()) {
			YamlNode root = catalogue.get();
			order = new ArrayList<>(root.get("modules").texts());
			root.get("modules").items().forEach((id) -> listed(id, modules, own));
			root.get("programmes")
				.items()
				.forEach((programme) -> programme.get("modules").items().forEach((id) -> listed(id, modules, own)));
			for (String module : new TreeSet<>(modules)) {
				if (!order.contains(module)) {
					own.add(module + "/" + SourceTree.MODULE_FILE, 1, Rule.W201,
							"The module is not in catalogue.yaml, so nobody can choose it.",
							"Add it to the list of modules there when it is ready.");
				}
			}
			order.retainAll(modules);
		}
		findings.addAll(own.all());
		return List.copyOf(order);
	}

	private static void listed(YamlNode id, Set<String> modules, Findings findings) {
		if (!modules.contains(id.string().orElse(""))) {
			findings.add(SourceTree.CATALOGUE, id.line(), Rule.E003,
					"There is no module " + Quoted.of(id.string().orElse("")) + ".",
					"Add its folder, or correct the id.");
		}
	}

}
