package com.humantraffickingexperts.lti.catalog.source;

import java.util.Comparator;

/**
 * Something to mend in a course package.
 *
 * @param file the file, below the folder that was checked
 * @param line the line, from 1
 * @param rule what was broken
 * @param message what is wrong, a sentence
 * @param remedy how to mend it, a sentence
 */
public record Finding(String file, int line, Rule rule, String message, String remedy) implements Comparable<Finding> {

	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
		.thenComparingInt(Finding::line)
		.thenComparing(Finding::rule)
		.thenComparing(Finding::message)
		.thenComparing(Finding::remedy);

	private static final int LONGEST = 400;

	// A package may be hostile: what it says must not forge further lines or colours.
	public Finding {
		file = Quoted.oneLine(file, LONGEST);
		message = Quoted.oneLine(message, LONGEST);
		remedy = Quoted.oneLine(remedy, LONGEST);
		line = Math.max(1, line);
	}

	/**
	 * Whether the package is kept back.
	 * @return true for errors, and for what is not supported yet
	 */
	public boolean blocks() {
		return this.rule.severity().blocks();
	}

	/**
	 * Where it is, without a word from the package.
	 * @return for instance {@code module.yaml:3 E001}
	 */
	public String place() {
		return this.file + ":" + this.line + " " + this.rule;
	}

	@Override
	public int compareTo(Finding other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line + ": " + this.rule + " " + this.message + " " + this.remedy;
	}

}
