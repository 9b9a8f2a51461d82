package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.markdown.References.Contact;
import com.humantraffickingexperts.lti.catalog.markdown.References.Term;
import com.humantraffickingexperts.lti.catalog.markdown.WebAddress;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * What the modules of a location have in common.
 *
 * @param sources the bibliography, by id
 * @param glossaries the terms, by language and id
 * @param helplines the panels of helplines, by id
 * @param resources the resource library, in its order
 * @param findings what is wrong with the files; nothing is offered while one blocks
 */
public record Shared(Map<String, SourceEntry> sources, Map<String, Map<String, Term>> glossaries,
		Map<String, List<Contact>> helplines, List<ResourceEntry> resources, List<Finding> findings) {

	/** What opens the resource library, in the place of a module's id. */
	public static final String LIBRARY = "resource-library";

	private static final String SOURCES = SourceTree.SHARED + "/sources.yaml";

	private static final String RESOURCES = SourceTree.SHARED + "/resources.yaml";

	private static final String HELPLINES = SourceTree.SHARED + "/helplines.yaml";

	private static final Pattern GLOSSARY = Pattern.compile(SourceTree.SHARED + "/glossary\\.([A-Za-z-]+)\\.yaml");

	/**
	 * An entry of the bibliography.
	 *
	 * @param citation the citation
	 * @param url where it can be read, or null
	 * @param checked the day on which somebody compared it with what we say, as it was
	 * written, or null
	 */
	public record SourceEntry(String citation, @Nullable String url, @Nullable String checked) {
	}

	/**
	 * A publication of the resource library.
	 *
	 * @param node what is written about it
	 * @param source its entry in the bibliography
	 */
	public record ResourceEntry(YamlNode node, SourceEntry source) {
	}

	/**
	 * What a text in a language may name.
	 * @param language the language of the text
	 * @return sources, terms and helplines
	 */
	public References references(String language) {
		return new References(this.sources.keySet(), this.glossaries.getOrDefault(language, Map.of()), this.helplines);
	}

	static Shared read(SourceTree tree, Schemas schemas) {
		Findings findings = new Findings();
		findings.addAll(tree.findings(SourceTree.SHARED));
		Map<String, SourceEntry> sources = new LinkedHashMap<>();
		read(tree, SOURCES, SchemaName.SOURCES, schemas, findings)
			.ifPresent((root) -> root.get("sources").items().forEach((source) -> add(source, sources, findings)));
		Map<String, List<Contact>> helplines = new LinkedHashMap<>();
		read(tree, HELPLINES, SchemaName.HELPLINES, schemas, findings).ifPresent(
				(root) -> root.get("panels").fields().forEach((id, panel) -> helplines.put(id, contacts(panel))));
		Map<String, Map<String, Term>> glossaries = new LinkedHashMap<>();
		for (SourceFile file : tree.below(SourceTree.SHARED)) {
			Matcher glossary = GLOSSARY.matcher(file.path());
			if (glossary.matches()) {
				read(tree, file.path(), SchemaName.GLOSSARY, schemas, findings)
					.ifPresent((root) -> glossaries.put(glossary.group(1), terms(root.get("terms"))));
			}
		}
		List<ResourceEntry> resources = new ArrayList<>();
		read(tree, RESOURCES, SchemaName.RESOURCES, schemas, findings).ifPresent((root) -> {
			Set<String> ids = new HashSet<>();
			root.get("resources").items().forEach((resource) -> add(resource, ids, sources, resources, findings));
		});
		return new Shared(sources, glossaries, helplines, List.copyOf(resources), findings.all());
	}

	private static Optional<YamlNode> read(SourceTree tree, String path, SchemaName schema, Schemas schemas,
			Findings findings) {
		Optional<YamlNode> root = tree.file(path).flatMap((file) -> Yaml.read(file, findings));
		root.ifPresent((node) -> schemas.check(schema, path, node, findings));
		return root;
	}

	private static void add(YamlNode source, Map<String, SourceEntry> sources, Findings findings) {
		String id = source.get("id").string().orElse("");
		String url = source.get("url").string().orElse(null);
		SourceEntry entry = new SourceEntry(source.get("citation").string().orElse(""), url,
				source.get("checked").string().orElse(null));
		if (sources.putIfAbsent(id, entry) != null) {
			findings.add(SOURCES, source.line(), Rule.E002, "There is another source " + Quoted.of(id) + ".",
					"Give one of them another id, or keep only one.");
		}
		if (url != null && !WebAddress.allowed(url)) {
			findings.add(SOURCES, source.get("url").line(), Rule.E006,
					"The address " + Quoted.of(url) + " cannot be opened.",
					"Write an address that begins with https://.");
		}
	}

	private static void add(YamlNode resource, Set<String> ids, Map<String, SourceEntry> sources,
			List<ResourceEntry> resources, Findings findings) {
		String id = resource.get("id").string().orElse("");
		if (!ids.add(id)) {
			findings.add(RESOURCES, resource.line(), Rule.E002, "There is another resource " + Quoted.of(id) + ".",
					"Give one of them another id, or keep only one.");
		}
		String named = resource.get("source").string().orElse("");
		SourceEntry source = sources.get(named);
		if (source == null) {
			findings.add(RESOURCES, resource.get("source").line(), Rule.E003,
					"There is no source " + Quoted.of(named) + ".",
					"Add it to shared/sources.yaml, or correct the id.");
		}
		else {
			resources.add(new ResourceEntry(resource, source));
		}
	}

	private static List<Contact> contacts(YamlNode panel) {
		List<Contact> contacts = new ArrayList<>();
		for (YamlNode entry : panel.get("entries").items()) {
			contacts.add(new Contact(entry.get("name").string().orElse(""), entry.get("contact").string().orElse(""),
					entry.get("note").string().orElse(null)));
		}
		return List.copyOf(contacts);
	}

	private static Map<String, Term> terms(YamlNode terms) {
		Map<String, Term> byId = new LinkedHashMap<>();
		terms.fields()
			.forEach((id, term) -> byId.put(id,
					new Term(term.get("label").string().orElse(""), term.get("text").string().orElse(""))));
		return byId;
	}

}
