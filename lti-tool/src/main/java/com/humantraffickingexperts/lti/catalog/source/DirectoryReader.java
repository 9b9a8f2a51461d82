package com.humantraffickingexperts.lti.catalog.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Reads a folder of course packages. A link is never followed, so that a package cannot
 * show what lies outside of it.
 */
public final class DirectoryReader {

	private static final int ENTRIES_IN_A_FOLDER = 2000;

	private static final int DEEPEST = 8;

	private final Path root;

	private final SourceTreeBuilder tree = new SourceTreeBuilder();

	private DirectoryReader(Path root) {
		this.root = root;
	}

	/**
	 * Reads a folder.
	 * @param root the folder that holds the modules
	 * @return its files, with what was wrong with them; empty when there is no such
	 * folder
	 */
	public static SourceTree read(Path root) {
		if (!Files.isDirectory(root)) {
			return SourceTree.empty();
		}
		DirectoryReader reader = new DirectoryReader(root);
		for (Path entry : reader.entries(root)) {
			reader.readOfRoot(entry);
		}
		return reader.tree.build();
	}

	private void readOfRoot(Path entry) {
		String name = String.valueOf(entry.getFileName());
		if (SourceTree.CATALOGUE.equals(name)) {
			readFile(entry);
		}
		else if (Files.isSymbolicLink(entry)) {
			if (Files.isDirectory(entry)) {
				this.tree.refuseFolder(name, "The folder is a symbolic link.", "Put the folder itself here.");
			}
		}
		else if (Files.isDirectory(entry) && ours(entry, name)) {
			walk(entry, name);
		}
	}

	/** The folder may be the root of a repository, with much that is not ours. */
	private static boolean ours(Path folder, String name) {
		return SourceTree.SHARED.equals(name)
				|| Files.exists(folder.resolve(SourceTree.MODULE_FILE), LinkOption.NOFOLLOW_LINKS)
				|| Files.isDirectory(folder.resolve("pages")) || Files.isDirectory(folder.resolve("questions"));
	}

	private void walk(Path start, String name) {
		Deque<Path> waiting = new ArrayDeque<>(List.of(start));
		int seen = 0;
		while (!waiting.isEmpty()) {
			Path folder = waiting.removeFirst();
			for (Path entry : entries(folder)) {
				if (++seen > ENTRIES_IN_A_FOLDER) {
					this.tree.refuseFolder(name, "The folder has too many files and folders.", "Split the module.");
					return;
				}
				if (Files.isSymbolicLink(entry)) {
					this.tree.refuse(path(entry), "The file is a symbolic link.", "Put the file itself here.");
				}
				else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
					if (entry.getNameCount() - this.root.getNameCount() >= DEEPEST) {
						this.tree.refuse(path(entry), "The folder lies too deep.", "Move it up.");
					}
					else {
						waiting.addLast(entry);
					}
				}
				else if (!readFile(entry)) {
					return;
				}
			}
		}
	}

	private boolean readFile(Path file) {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			if (attributes.isRegularFile()) {
				return this.tree.add(path(file), () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
			}
			this.tree.refuse(path(file), "This is a link or a device, not a file.", "Put the file itself here.");
		}
		catch (IOException ex) {
			this.tree.refuse(path(file), "The file cannot be read.", "Check its permissions.");
		}
		return true;
	}

	private List<Path> entries(Path folder) {
		List<Path> entries = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			for (Path entry : stream) {
				String name = String.valueOf(entry.getFileName());
				// What editors and operating systems leave behind.
				if (!name.startsWith(".") && !name.endsWith("~")) {
					entries.add(entry);
				}
				if (entries.size() > ENTRIES_IN_A_FOLDER) {
					break;
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			this.tree.refuse(path(folder), "The folder cannot be read.", "Check its permissions.");
		}
		Collections.sort(entries);
		return entries;
	}

	private String path(Path file) {
		List<String> names = new ArrayList<>();
		this.root.relativize(file).forEach((name) -> names.add(name.toString()));
		return String.join("/", names);
	}

}
