package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.yaml.YamlList;
import com.humantraffickingexperts.lti.catalog.yaml.YamlMap;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;
import com.humantraffickingexperts.lti.catalog.yaml.YamlScalar;

/** Says in plain words, and with a line, what a schema has to say about a document. */
final class SchemaMessages {

	/**
	 * Fields that some types of questions have; misjudged when the question is broken.
	 */
	private static final Set<String> FIELDS_OF_TYPES = Set.of("options", "answer", "scoring", "prompts", "choices",
			"pairs", "items", "unit", "accept", "match", "maxLength", "scenario", "minWords", "modelAnswer");

	/** Nobody reads more; and they are compared with each other. */
	private static final int MOST = 300;

	/** Rules that this package states itself, in better words. */
	private static final Set<String> STATED_ELSEWHERE = Set.of("contains", "minContains", "maxContains");

	private final String file;

	private final YamlNode document;

	SchemaMessages(String file, YamlNode document) {
		this.file = file;
		this.document = document;
	}

	List<Finding> of(List<Error> all) {
		List<Error> errors = all.stream().limit(MOST).toList();
		List<Finding> findings = new ArrayList<>();
		for (Error error : errors) {
			String keyword = error.getKeyword();
			if (!statedElsewhere(error) && !insideOneOf(error, errors) && !misjudged(error, errors)) {
				findings.add(finding(error, keyword, errors));
			}
		}
		return findings;
	}

	/** The number of right answers, and what an approval needs. */
	private static boolean statedElsewhere(Error error) {
		return STATED_ELSEWHERE.contains(error.getKeyword())
				|| error.getEvaluationPath().toString().contains("/then/properties/review/");
	}

	/** The alternatives of a field are told as one. */
	private static boolean insideOneOf(Error error, List<Error> errors) {
		return !"oneOf".equals(error.getKeyword()) && errors.stream()
			.anyMatch((other) -> "oneOf".equals(other.getKeyword())
					&& error.getEvaluationPath().toString().startsWith(other.getEvaluationPath() + "/")
					&& error.getInstanceLocation().startsWith(other.getInstanceLocation()));
	}

	private static boolean misjudged(Error error, List<Error> errors) {
		return "unevaluatedProperties".equals(error.getKeyword()) && FIELDS_OF_TYPES.contains(property(error))
				&& errors.stream()
					.anyMatch((other) -> !"unevaluatedProperties".equals(other.getKeyword())
							&& other.getInstanceLocation().startsWith(error.getInstanceLocation()));
	}

	private Finding finding(Error error, String keyword, List<Error> errors) {
		Place place = place(error.getInstanceLocation());
		String name = place.name();
		String property = property(error);
		return switch (keyword) {
			case "required" -> at(place.line(), name + " has no field " + Quoted.of(property) + ".", "Add it.");
			case "additionalProperties", "unevaluatedProperties" ->
				at(place.lineOf(property), "The field " + Quoted.of(property) + " does not belong in " + name + ".",
						"Check its spelling and how far it is indented; a comma inside { } begins a new field.");
			case "type" -> at(place.line(), name + " has to be " + expected(error) + ".", remedy(place, error));
			case "oneOf" ->
				at(place.line(), name + " has to be " + alternatives(error, errors) + ".", "Correct the value.");
			case "enum" -> at(place.line(), name + " cannot be " + place.value() + ".",
					"Choose one of: " + argument(error, 0).replaceAll("[\\[\\]\"]", "") + ".");
			case "const" ->
				at(place.line(), name + " cannot be " + place.value() + ".", "Write " + argument(error, 0) + ".");
			case "pattern" -> at(place.line(), name + " is " + place.value() + ", which is not how it is written.",
					patternRemedy(argument(error, 0)));
			case "minLength" ->
				at(place.line(), name + " is too short.", "Write at least " + argument(error, 0) + " characters.");
			case "maxLength" ->
				at(place.line(), name + " is too long.", "Write at most " + argument(error, 0) + " characters.");
			case "minItems", "minProperties" ->
				at(place.line(), name + " has too few entries.", "Give at least " + argument(error, 0) + ".");
			case "maxItems", "maxProperties" ->
				at(place.line(), name + " has too many entries.", "Give at most " + argument(error, 0) + ".");
			case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
				at(place.line(), name + " is " + place.value() + ", which is out of range.",
						"The limit is " + argument(error, 0) + ".");
			case "uniqueItems" -> at(place.line(), name + " says something twice.", "Keep one of them.");
			default -> at(place.line(), name + ": " + error.getMessage() + ".", "See AUTHORING.md.");
		};
	}

	private Finding at(int line, String message, String remedy) {
		return new Finding(this.file, line, Rule.E001, StringUtils.capitalize(message), remedy);
	}

	private static String remedy(Place place, Error error) {
		if ("string".equals(argument(error, 1)) && place.node() instanceof YamlScalar) {
			return "Put it in quotation marks.";
		}
		return "Correct the value.";
	}

	private static String patternRemedy(String pattern) {
		if (pattern.contains("\\d{4}-\\d{2}")) {
			return "Write a date, as \"2026-05-20\".";
		}
		if (pattern.startsWith("^https")) {
			return "Write an address that begins with https://.";
		}
		if (pattern.contains("0|[1-9]")) {
			return "Write three numbers, as 1.0.0.";
		}
		String prefix = pattern.startsWith("^q-") ? ", beginning with q-"
				: (pattern.startsWith("^lo-") ? ", beginning with lo-" : "");
		return pattern.contains("a-z") ? "Use lower-case letters, digits and hyphens" + prefix + "."
				: "It has to match " + pattern + ".";
	}

	private static String alternatives(Error oneOf, List<Error> errors) {
		String alternatives = String.join(" or ",
				errors.stream()
					.filter((error) -> "type".equals(error.getKeyword())
							&& error.getInstanceLocation().equals(oneOf.getInstanceLocation()))
					.map(SchemaMessages::expected)
					.distinct()
					.toList());
		return alternatives.isEmpty() ? "written in one of the allowed ways" : alternatives;
	}

	private static String expected(Error error) {
		return switch (argument(error, 1)) {
			case "string" -> "a text";
			case "integer" -> "a whole number";
			case "number" -> "a number";
			case "boolean" -> "true or false";
			case "array" -> "a list";
			case "object" -> "a group of fields";
			case "null" -> "null";
			case String other -> other;
		};
	}

	private static String property(Error error) {
		return Objects.requireNonNullElse(error.getProperty(), "");
	}

	private static String argument(Error error, int index) {
		@Nullable Object[] arguments = error.getArguments();
		return (arguments != null && arguments.length > index) ? String.valueOf(arguments[index]) : "";
	}

	private Place place(NodePath path) {
		YamlNode node = this.document;
		Place place = new Place(node, "the file", node.line());
		for (int index = 0; index < path.getNameCount(); index++) {
			Object step = path.getElement(index);
			if (step instanceof Number number && node instanceof YamlList list
					&& number.intValue() < list.items().size()) {
				node = list.items().get(number.intValue());
				place = new Place(node, "an entry of " + place.name(), node.line());
			}
			else if (node instanceof YamlMap map) {
				node = map.get(step.toString());
				place = new Place(node, Quoted.of(step.toString()), map.lineOf(step.toString()));
			}
		}
		return place;
	}

	/**
	 * A place in a document.
	 *
	 * @param node what is there
	 * @param name what people call it
	 * @param line its line
	 */
	private record Place(YamlNode node, String name, int line) {

		int lineOf(String property) {
			return (this.node instanceof YamlMap map) ? map.lineOf(property) : this.line;
		}

		String value() {
			return (this.node instanceof YamlScalar scalar) ? Quoted.of(String.valueOf(scalar.value())) : "this";
		}

	}

}
