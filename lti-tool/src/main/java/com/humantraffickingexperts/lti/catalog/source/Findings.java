package com.humantraffickingexperts.lti.catalog.source;

import java.util.List;
import java.util.TreeSet;

/** Collects findings: each once, and no more than a person would ever read. */
public final class Findings {

	private static final int MOST = 1000;

	private final TreeSet<Finding> findings = new TreeSet<>();

	/**
	 * Adds a finding.
	 * @param file the file, below the folder that is checked
	 * @param line the line, from 1
	 * @param rule what is broken
	 * @param message what is wrong, a sentence
	 * @param remedy how to mend it, a sentence
	 */
	public void add(String file, int line, Rule rule, String message, String remedy) {
		if (this.findings.size() < MOST) {
			this.findings.add(new Finding(file, line, rule, message, remedy));
		}
	}

	/**
	 * Adds what another check found.
	 * @param others findings
	 */
	public void addAll(List<Finding> others) {
		others.stream().limit(Math.max(0, MOST - this.findings.size())).forEach(this.findings::add);
	}

	/**
	 * Everything that was found.
	 * @return findings by file and line
	 */
	public List<Finding> all() {
		return List.copyOf(this.findings);
	}

	/**
	 * Whether a package with these findings is kept back.
	 * @return true when at least one finding blocks
	 */
	public boolean block() {
		return this.findings.stream().anyMatch(Finding::blocks);
	}

}
