package com.humantraffickingexperts.lti.catalog.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of one location, in memory: {@code catalogue.yaml}, {@code shared/} and a
 * folder for each module.
 */
public final class SourceTree {

	/** The file that makes a folder a module. */
	public static final String MODULE_FILE = "module.yaml";

	/** The folder of what modules have in common. */
	public static final String SHARED = "shared";

	/** The list of modules. */
	public static final String CATALOGUE = "catalogue.yaml";

	private final NavigableMap<String, SourceFile> files;

	private final NavigableMap<String, Findings> findings;

	SourceTree(NavigableMap<String, SourceFile> files, NavigableMap<String, Findings> findings) {
		this.files = files;
		this.findings = findings;
	}

	/**
	 * A location in which there is nothing.
	 * @return a tree without files
	 */
	public static SourceTree empty() {
		return new SourceTree(new TreeMap<>(), new TreeMap<>());
	}

	/**
	 * The modules.
	 * @return names of folders, in alphabetical order
	 */
	public NavigableSet<String> modules() {
		NavigableSet<String> modules = new TreeSet<>();
		for (String path : this.files.keySet()) {
			int slash = path.indexOf('/');
			if (slash > 0) {
				modules.add(path.substring(0, slash));
			}
		}
		this.findings.keySet().stream().filter((folder) -> !folder.isEmpty()).forEach(modules::add);
		modules.remove(SHARED);
		return modules;
	}

	/**
	 * One file.
	 * @param path its path below the root
	 * @return the file, or empty when there is none
	 */
	public Optional<SourceFile> file(String path) {
		return Optional.ofNullable(this.files.get(path));
	}

	/**
	 * The files of one folder and of those below it.
	 * @param folder the path of a folder, without a slash at the end
	 * @return its files, by path
	 */
	public List<SourceFile> below(String folder) {
		return List.copyOf(this.files.subMap(folder + "/", folder + "0").values());
	}

	/**
	 * What was wrong with the files of a folder when they were read.
	 * @param folder a folder of the root; empty for the root itself
	 * @return findings
	 */
	public List<Finding> findings(String folder) {
		Findings found = this.findings.get(folder);
		return (found != null) ? found.all() : List.of();
	}

	/**
	 * The tree without all modules but one.
	 * @param module the name of a folder
	 * @return a tree with that module and everything that modules share
	 */
	public SourceTree only(String module) {
		TreeMap<String, SourceFile> some = new TreeMap<>();
		this.files.forEach((path, file) -> {
			if (path.startsWith(module + "/") || path.startsWith(SHARED + "/")) {
				some.put(path, file);
			}
		});
		TreeMap<String, Findings> found = new TreeMap<>(this.findings);
		found.keySet().removeIf((folder) -> !folder.equals(module) && !folder.equals(SHARED));
		return new SourceTree(some, found);
	}

	/**
	 * Whether a module is the same here and there, with everything it shares.
	 * @param module the name of a folder
	 * @param other another tree
	 * @return true when every file is the same
	 */
	public boolean same(String module, SourceTree other) {
		return same(below(module), other.below(module)) && same(below(SHARED), other.below(SHARED))
				&& findings(module).isEmpty() && other.findings(module).isEmpty();
	}

	/**
	 * A name for everything in it: trees with the same files have the same name, and no
	 * others.
	 * @return 64 hexadecimal digits
	 */
	public String digest() {
		StringBuilder all = new StringBuilder();
		this.files.forEach((path, file) -> all.append(path).append('\0').append(file.digest()).append('\n'));
		this.findings.forEach((folder, found) -> found.all().forEach((finding) -> all.append(finding).append('\n')));
		return new SourceFile("", all.toString().getBytes(StandardCharsets.UTF_8)).digest();
	}

	private static boolean same(List<SourceFile> these, List<SourceFile> those) {
		if (these.size() != those.size()) {
			return false;
		}
		for (int index = 0; index < these.size(); index++) {
			if (!these.get(index).path().equals(those.get(index).path()) || !these.get(index).same(those.get(index))) {
				return false;
			}
		}
		return true;
	}

}
