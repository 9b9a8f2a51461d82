package com.humantraffickingexperts.lti.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of one case of {@code conformance/cases.json}.
 *
 * @param id the case's name
 * @param area what it is about
 * @param title what it is, in words
 * @param base the fixture that it starts from
 * @param accepted whether the thing under test is to be accepted
 * @param given the case's own members
 * @param expected what the case expects
 * @param variant which of the case's variants this is, from 1; 0 when it has none
 * @param variantLabel the variant's members; null when it has none
 */
public record Case(String id, String area, String title, String base, boolean accepted, ObjectNode given,
		JsonNode expected, int variant, @Nullable String variantLabel) {

	private static final List<JsonNode> ALL = load();

	private static List<JsonNode> load() {
		List<JsonNode> cases = new ArrayList<>();
		Json.resource("conformance/cases.json").forEach(cases::add);
		return List.copyOf(cases);
	}

	/**
	 * The runs of an area that this suite plays: all but those that are proved elsewhere.
	 * @param area the area
	 * @return one run for each case without variants, and one for each variant
	 */
	public static Stream<Case> of(String area) {
		return ALL.stream()
			.filter((json) -> json.path("area").stringValue().equals(area))
			.filter((json) -> !Elsewhere.has(json.path("id").stringValue()))
			.flatMap(Case::runs);
	}

	static Set<String> ids() {
		Set<String> ids = new TreeSet<>();
		ALL.forEach((json) -> ids.add(json.path("id").stringValue()));
		return ids;
	}

	private static Stream<Case> runs(JsonNode json) {
		ObjectNode given = (ObjectNode) json.path("given");
		JsonNode variants = given.path("variants");
		if (variants.isEmpty()) {
			return Stream.of(run(json, given, 0, null));
		}
		List<Case> runs = new ArrayList<>();
		for (JsonNode variant : variants) {
			runs.add(run(json, with(given.deepCopy(), variant), runs.size() + 1, label(variant)));
		}
		return runs.stream();
	}

	private static Case run(JsonNode json, ObjectNode given, int variant, @Nullable String label) {
		return new Case(json.path("id").stringValue(), json.path("area").stringValue(),
				json.path("title").stringValue(), given.path("base").stringValue(""),
				json.path("expect").path("decision").stringValue().equals("accept"), given, json.path("expect"),
				variant, label);
	}

	/**
	 * A variant replaces the value or the operation of the first mutation, or the members
	 * that it names.
	 */
	private static ObjectNode with(ObjectNode given, JsonNode variant) {
		ArrayNode mutations = given.withArray("mutations");
		if (mutations.isEmpty()) {
			given.setAll((ObjectNode) variant);
			return given;
		}
		ObjectNode first = (ObjectNode) mutations.get(0);
		variant.properties().forEach((member) -> {
			switch (member.getKey()) {
				case "value" -> {
					first.put("op", "set");
					first.set("value", member.getValue());
				}
				case "params" -> member.getValue().properties().forEach((param) -> {
					ObjectNode mutation = mutations.addObject();
					mutation.put("param", param.getKey()).put("op", "set").set("value", param.getValue());
				});
				default -> first.set(member.getKey(), member.getValue());
			}
		});
		return given;
	}

	private static String label(JsonNode variant) {
		String text = Json.write(variant);
		return (text.length() > 80) ? text.substring(0, 80) + "…" : text;
	}

	boolean login() {
		return this.base.startsWith("login.");
	}

	List<JsonNode> mutations() {
		List<JsonNode> mutations = new ArrayList<>();
		this.given.path("mutations").forEach(mutations::add);
		return mutations;
	}

	/**
	 * The value that the case's first mutation sets a claim to.
	 * @return the value, or empty when the case does nothing like it
	 */
	Optional<JsonNode> firstValue() {
		return mutations().stream().map((mutation) -> mutation.path("value")).findFirst();
	}

	@Override
	public String toString() {
		return this.id + " " + this.title + ((this.variantLabel == null) ? "" : " " + this.variantLabel);
	}

}
