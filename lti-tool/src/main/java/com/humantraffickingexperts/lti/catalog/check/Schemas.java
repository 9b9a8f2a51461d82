package com.humantraffickingexperts.lti.catalog.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.JsonNodes;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlMissing;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * Compares files with their schemas. The schemas are always the tool's own: those that
 * lie beside a package are for editors, and a package does not say what it is judged by.
 */
final class Schemas {

	private static final String FOLDER = "/course-packages/schema/";

	/** Names the schemas for each other; nothing is ever fetched. */
	private static final String BASE = "https://schema.invalid/";

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<SchemaName, Schema> schemas = new EnumMap<>(SchemaName.class);

	/**
	 * Compares a document with its schema.
	 * @param name the kind of file
	 * @param file the file
	 * @param document what it says
	 * @param findings takes what is wrong
	 * @return whether it is as it should be
	 */
	boolean check(SchemaName name, String file, YamlNode document, Findings findings) {
		if (document instanceof YamlMissing) {
			findings.add(file, 1, Rule.E001, "The file is empty.", "Fill it in, or remove it.");
			return false;
		}
		List<Error> errors = schema(name).validate(JsonNodes.of(document));
		SchemaMessages messages = new SchemaMessages(file, document);
		List<Finding> found = messages.of(errors);
		findings.addAll(found);
		return found.isEmpty();
	}

	private Schema schema(SchemaName name) {
		return this.schemas.computeIfAbsent(name, (wanted) -> this.registry
			.getSchema(SchemaLocation.of(BASE + wanted.file()), JsonNodes.of(read(wanted.file()))));
	}

	/** JSON is YAML too, so that no second parser is needed. */
	private static YamlNode read(String file) {
		try (InputStream stream = Schemas.class.getResourceAsStream(FOLDER + file)) {
			if (stream == null) {
				throw new IllegalStateException("The schema " + file + " is missing from this build");
			}
			String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			return Yaml.read(file, text, 1, new Findings())
				.orElseThrow(() -> new IllegalStateException("The schema " + file + " is broken"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
