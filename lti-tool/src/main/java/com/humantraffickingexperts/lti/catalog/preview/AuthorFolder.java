package com.humantraffickingexperts.lti.catalog.preview;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.source.DirectoryReader;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

/**
 * The folder that an author named: one module, or all of them.
 *
 * @param name what was written
 * @param folder the folder
 * @param root the folder that holds the modules
 * @param module the one module that was named, or null for all
 */
public record AuthorFolder(String name, Path folder, Path root, @Nullable String module) {

	private static final int DEEPEST = 9;

	private static final int MOST = 20_000;

	/**
	 * Finds a folder.
	 * @param name its name, as the shell knows it
	 * @return the folder, or empty when there is none
	 */
	public static Optional<AuthorFolder> of(String name) {
		Path folder;
		try {
			folder = Path.of(name).toAbsolutePath().normalize();
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
		if (!Files.isDirectory(folder)) {
			return Optional.empty();
		}
		Path parent = folder.getParent();
		return Optional.of((parent != null && Files.exists(folder.resolve(SourceTree.MODULE_FILE)))
				? new AuthorFolder(name, folder, parent, String.valueOf(folder.getFileName()))
				: new AuthorFolder(name, folder, folder, null));
	}

	/**
	 * Reads the files.
	 * @return all modules, or the one that was named, with what modules share
	 */
	public SourceTree read() {
		SourceTree tree = DirectoryReader.read(this.root);
		return (this.module != null) ? tree.only(this.module) : tree;
	}

	/**
	 * What to put before the path of a finding, so that an editor can jump there.
	 * @return the folder of the modules as the shell sees it, with a slash
	 */
	public String prefix() {
		Path written = Path.of(this.name).normalize();
		if (this.module != null) {
			Path parent = written.getParent();
			return (parent != null) ? parent + "/" : (written.toString().isEmpty() ? "../" : "");
		}
		return written.toString().isEmpty() ? "" : written + "/";
	}

	/**
	 * A number that changes whenever a file is saved, added or removed.
	 * @return the number
	 */
	long revision() {
		Revision revision = new Revision();
		List<Path> folders = (this.module != null) ? List.of(this.folder, this.root.resolve(SourceTree.SHARED))
				: List.of(this.folder);
		for (Path each : folders) {
			try {
				Files.walkFileTree(each, EnumSet.noneOf(FileVisitOption.class), DEEPEST, revision);
			}
			catch (IOException ex) {
				revision.add(each.hashCode());
			}
		}
		return revision.value;
	}

	/** Adds up names, sizes and times. */
	private static final class Revision extends SimpleFileVisitor<Path> {

		private long value;

		private int seen;

		void add(long part) {
			this.value = this.value * 31 + part;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			add(file.hashCode());
			add(attributes.size());
			add(attributes.lastModifiedTime().toMillis());
			return (++this.seen < MOST) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException fault) {
			return FileVisitResult.CONTINUE;
		}

	}

}
