package com.humantraffickingexperts.lti.catalog.check;

/** The kinds of files that have a schema. */
enum SchemaName {

	CATALOGUE("catalogue"), MODULE("module"), PAGE("page"), QUESTIONS("questions"), ASSESSMENTS("assessments"),
	SCENARIO("scenario"), SOURCES("sources"), GLOSSARY("glossary"), HELPLINES("helplines"), RESOURCES("resources"),
	PICTURE("picture"), ERRATA("errata");

	private final String stem;

	SchemaName(String stem) {
		this.stem = stem;
	}

	String file() {
		return this.stem + ".schema.json";
	}

}
