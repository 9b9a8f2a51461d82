package com.humantraffickingexperts.lti.catalog.yaml;

/** A document that is not read. */
final class YamlFault extends RuntimeException {

	private final int line;

	private final String remedy;

	YamlFault(int line, String message, String remedy) {
		super(message, null, false, false);
		this.line = line;
		this.remedy = remedy;
	}

	int line() {
		return this.line;
	}

	String message() {
		return String.valueOf(getMessage());
	}

	String remedy() {
		return this.remedy;
	}

}
