package com.humantraffickingexperts.lti.catalog.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes the files of a tree one by one, and refuses what is too much, too large or not
 * where a file can be.
 */
final class SourceTreeBuilder {

	private static final int FILES_IN_A_MODULE = 500;

	private static final long BYTES_IN_A_FILE = 5L << 20;

	private static final long BYTES_IN_A_MODULE = 50L << 20;

	/** Pictures may be large, words are not: this is a thousand pages. */
	private static final long BYTES_OF_TEXT_IN_A_MODULE = 4L << 20;

	private static final int FOLDERS = 1000;

	/**
	 * Sixty characters are plenty for a name, and eight names for a path; without a
	 * leading dot there is no way up and nothing hidden.
	 */
	private static final Pattern PATH = Pattern
		.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}){0,7}");

	private static final Pattern PICTURE = Pattern.compile("[^/]+/assets/.+\\.(?i:svg|png|jpe?g|webp)");

	private final TreeMap<String, SourceFile> files = new TreeMap<>();

	private final TreeMap<String, Findings> findings = new TreeMap<>();

	private final Map<String, Usage> usages = new HashMap<>();

	/** Where the content of a file comes from. */
	interface Content {

		InputStream open() throws IOException;

	}

	/**
	 * Adds a file.
	 * @param path its path below the root
	 * @param content its content; opened only when the file is one of ours
	 * @return false when the folder is full and the rest of it need not be read
	 */
	boolean add(String path, Content content) {
		String folder = folder(path);
		if (!PATH.matcher(path).matches()) {
			refuse(path, "The name of the file has characters or folders that it cannot have.",
					"Use letters without accents, digits, hyphens, underscores and dots only.");
			return true;
		}
		if (!this.usages.containsKey(folder) && this.usages.size() >= FOLDERS) {
			return false;
		}
		Usage usage = this.usages.computeIfAbsent(folder, (name) -> new Usage());
		if (++usage.files > FILES_IN_A_MODULE) {
			refuseFolder(folder, "The folder has more than " + FILES_IN_A_MODULE + " files.", "Split the module.");
			return false;
		}
		try (InputStream stream = content.open()) {
			byte[] bytes = stream.readNBytes((int) BYTES_IN_A_FILE + 1);
			usage.bytes += bytes.length;
			if (bytes.length > BYTES_IN_A_FILE) {
				refuse(path, "The file is larger than 5 MB.", "Make it smaller.");
			}
			else if (usage.bytes > BYTES_IN_A_MODULE) {
				refuseFolder(folder, "The folder is larger than 50 MB.", "Take large files out of the module.");
				return false;
			}
			else if (PICTURE.matcher(path).matches()) {
				this.files.put(path, new SourceFile(path, bytes));
			}
			else if (!readable(path)) {
				this.files.put(path, new SourceFile(path, new byte[0]));
			}
			else {
				usage.bytesOfText += bytes.length;
				if (usage.bytesOfText > BYTES_OF_TEXT_IN_A_MODULE) {
					refuseFolder(folder, "The folder has more than 4 MB of text.", "Split the module.");
					return false;
				}
				this.files.put(path, new SourceFile(path, bytes));
			}
		}
		catch (IOException | RuntimeException ex) {
			refuse(path, "The file cannot be read.", "Check its permissions.");
		}
		return true;
	}

	void refuse(String path, String message, String remedy) {
		refuse(folder(path), path, message, remedy);
	}

	void refuseFolder(String folder, String message, String remedy) {
		refuse(folder, folder, message, remedy);
	}

	private void refuse(String folder, String path, String message, String remedy) {
		this.findings.computeIfAbsent(folder, (name) -> new Findings()).add(path, 1, Rule.E013, message, remedy);
	}

	SourceTree build() {
		return new SourceTree(this.files, this.findings);
	}

	/** What is neither text nor picture is only counted: nothing looks into it. */
	private static boolean readable(String path) {
		return path.endsWith(".yaml") || path.endsWith(".md");
	}

	/** The module that a path belongs to; empty for a file of the root. */
	private static String folder(String path) {
		int slash = path.indexOf('/');
		return (slash < 0) ? "" : path.substring(0, slash);
	}

	/** What a folder has used of what it may. */
	private static final class Usage {

		private int files;

		private long bytes;

		private long bytesOfText;

	}

}
