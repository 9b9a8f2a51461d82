package com.humantraffickingexperts.lti.catalog.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.humantraffickingexperts.lti.catalog.check.CheckedModule;
import com.humantraffickingexperts.lti.catalog.check.Entry;
import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.check.ModuleSource;
import com.humantraffickingexperts.lti.catalog.check.PageSource;
import com.humantraffickingexperts.lti.catalog.check.Questions;
import com.humantraffickingexperts.lti.catalog.check.Shared.SourceEntry;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * The pages of the preview, made of what was written rather than of what may be released:
 * a module is looked at while it is still broken.
 */
final class PreviewPages {

	private static final String BROKEN = "<p class=\"notice failed\">%s cannot be shown before it is mended.</p>";

	private final Examination.Result result;

	private final String prefix;

	private final long revision;

	PreviewPages(Examination.Result result, String prefix, long revision) {
		this.result = result;
		this.prefix = prefix;
		this.revision = revision;
	}

	/** The page at a path below the root, or empty when there is none. */
	Optional<String> at(String path) {
		String[] parts = path.split("/", -1);
		if (path.isEmpty()) {
			return Optional.of(list());
		}
		CheckedModule module = this.result.modules().get(parts[0]);
		if (module == null) {
			return Optional.empty();
		}
		String rest = path.substring(parts[0].length());
		return switch (rest) {
			case "", "/" -> Optional.of(contents(module));
			case "/questions" -> Optional.of(entries(module, "Questions", module.source().questions()));
			case "/scenarios" -> Optional.of(entries(module, "Scenarios", module.source().scenarios()));
			default -> rest.startsWith("/pages/") ? page(module, rest.substring("/pages/".length())) : Optional.empty();
		};
	}

	private String list() {
		Html html = new Html().add("<h1>Modules</h1><ul>");
		this.result.modules()
			.forEach((folder, module) -> html.add("<li><a href=\"/%s/\">%s</a></li>", folder, title(module.source())));
		html.add("</ul>");
		findings(html, this.result.findings());
		return Html.page("Modules", "en-GB", this.revision, html);
	}

	private String contents(CheckedModule checked) {
		ModuleSource source = checked.source();
		YamlNode module = source.module();
		Html html = new Html().add("<h1>%s</h1>", title(source))
			.add("<p class=\"summary\">%s</p>", text(module.get("summary")))
			.add("<p>Version %s, %s. About %s minutes. Law stated as at %s.</p>", text(module.get("version")),
					text(module.get("status")),
					module.get("learningMinutes").number().map(String::valueOf).orElse("some"),
					text(module.get("lawStatedAsAt")));
		for (YamlNode section : module.get("structure").items()) {
			html.add("<h2>%s</h2><ul>", text(section.get("title")));
			for (YamlNode item : section.get("items").items()) {
				item(html, source, item);
			}
			html.add("</ul>");
		}
		html.add("<h2>All of its</h2><ul><li><a href=\"/%s/questions\">Questions, with their answers (%s)</a></li>",
				source.folder(), source.questions().size());
		if (!source.scenarios().isEmpty()) {
			html.add("<li><a href=\"/%s/scenarios\">Scenarios (%s)</a></li>", source.folder(),
					source.scenarios().size());
		}
		html.add("</ul>");
		findings(html, of(source.folder()));
		return Html.page(title(source), source.language(), this.revision, html);
	}

	private static void item(Html html, ModuleSource source, YamlNode item) {
		item.fields().forEach((kind, id) -> {
			Optional<PageSource> page = "page".equals(kind) ? page(source, text(id)) : Optional.empty();
			if (page.isPresent()) {
				html.add("<li><a href=\"/%s/pages/%s\">%s</a></li>", source.folder(), text(id),
						text(page.get().card().get("title")));
			}
			else {
				html.add("<li>%s: %s</li>", kind, text(id));
			}
		});
	}

	private Optional<String> page(CheckedModule checked, String id) {
		ModuleSource source = checked.source();
		return page(source, id).map((page) -> {
			List<String> sources = joined(page.body().cited(), page.card().get("sources").texts());
			Html html = new Html().add("<p><a href=\"/%s/\">%s</a></p>", source.folder(), title(source))
				.add("<article><h1>%s</h1><div class=\"prose\">", text(page.card().get("title")));
			render(html, page.body(), references(checked).with(source.shown()), sources);
			html.add("</div></article>");
			sources(html, checked, sources);
			neighbours(html, source, id);
			findings(html,
					of(source.folder()).stream().filter((finding) -> finding.file().equals(page.file())).toList());
			return Html.page(text(page.card().get("title")), source.language(), this.revision, html);
		});
	}

	private static Optional<PageSource> page(ModuleSource source, String id) {
		return source.pages()
			.stream()
			.filter((page) -> !id.isEmpty() && page.card().get("id").string().orElse("").equals(id))
			.findFirst();
	}

	private static void neighbours(Html html, ModuleSource source, String id) {
		List<String> ids = source.items().stream().flatMap((item) -> item.get("page").string().stream()).toList();
		int at = ids.indexOf(id);
		html.add("<nav class=\"steps\" aria-label=\"Pages\">");
		if (at >= 0 && at + 1 < ids.size()) {
			html.add("<a class=\"button\" rel=\"next\" href=\"/%s/pages/%s\">Next page</a>", source.folder(),
					ids.get(at + 1));
		}
		if (at > 0) {
			html.add("<a class=\"back\" rel=\"prev\" href=\"/%s/pages/%s\">Previous page</a>", source.folder(),
					ids.get(at - 1));
		}
		html.add("</nav>");
	}

	private String entries(CheckedModule checked, String heading, List<Entry> entries) {
		ModuleSource source = checked.source();
		Html html = new Html().add("<p><a href=\"/%s/\">%s</a></p><h1>%s</h1>", source.folder(), title(source),
				heading);
		for (Entry entry : entries) {
			html.add("<section class=\"entry\"><h2 id=\"%s\">%s</h2>", entry.id(), entry.id());
			fields(html, checked, entry.node(), entry.node().get("sources").texts());
			html.add("</section>");
		}
		Set<String> files = new LinkedHashSet<>(entries.stream().map(Entry::file).toList());
		findings(html, of(source.folder()).stream().filter((finding) -> files.contains(finding.file())).toList());
		return Html.page(heading, source.language(), this.revision, html);
	}

	/** Whatever type a question has, its fields are what its author wants to see. */
	private void fields(Html html, CheckedModule checked, YamlNode node, List<String> sources) {
		html.add("<dl class=\"fields\">");
		for (Map.Entry<String, YamlNode> field : node.fields().entrySet()) {
			if (!"id".equals(field.getKey()) && !field.getValue().isNothing()) {
				html.add("<dt>%s</dt><dd>", field.getKey());
				value(html, checked, field.getValue(), sources);
				html.add("</dd>");
			}
		}
		html.add("</dl>");
	}

	private void value(Html html, CheckedModule checked, YamlNode value, List<String> sources) {
		if (!value.items().isEmpty()) {
			html.add("<ul>");
			for (YamlNode item : value.items()) {
				html.add("<li>%s", item.get("id").string().orElse(""));
				value(html, checked, item, sources);
				html.add("</li>");
			}
			html.add("</ul>");
		}
		else if (!value.fields().isEmpty()) {
			fields(html, checked, value, sources);
		}
		else if (value.string().isPresent()) {
			MarkdownText text = Questions.text(Kind.PASSAGE, value);
			render(html, text, references(checked), joined(sources, text.cited()));
		}
		else {
			html.add("%s", value.number().map(Object::toString).orElse(value.isTrue() ? "yes" : "no"));
		}
	}

	private static void render(Html html, MarkdownText text, References references, List<String> sources) {
		try {
			html.rendered(text.render(references, sources));
		}
		catch (RuntimeException ex) {
			html.add(BROKEN, "This text");
		}
	}

	private static void sources(Html html, CheckedModule checked, List<String> ids) {
		if (ids.isEmpty()) {
			return;
		}
		html.add("<section class=\"sources\"><h2>Sources</h2><ol class=\"source-list\">");
		for (String id : ids) {
			SourceEntry source = checked.shared().sources().get(id);
			html.add("<li id=\"source-%s\">%s</li>", id,
					(source != null) ? source.citation() : id + ": no such source");
		}
		html.add("</ol></section>");
	}

	private void findings(Html html, Collection<Finding> findings) {
		if (findings.isEmpty()) {
			return;
		}
		html.add(
				"<section class=\"notice care\" aria-labelledby=\"findings\"><h2 id=\"findings\">To mend (%s)</h2><ul>",
				findings.size());
		for (Finding finding : findings) {
			html.add("<li><code>%s</code> %s %s %s</li>", this.prefix + finding.file() + ":" + finding.line(),
					finding.rule(), finding.message(), finding.remedy());
		}
		html.add("</ul></section>");
	}

	private List<Finding> of(String folder) {
		return this.result.findings().stream().filter((finding) -> finding.file().startsWith(folder + "/")).toList();
	}

	private static References references(CheckedModule checked) {
		return checked.shared().references(checked.source().language()).withNotes();
	}

	private static List<String> joined(Collection<String> first, Collection<String> second) {
		return new ArrayList<>(new LinkedHashSet<>(Stream.concat(first.stream(), second.stream()).toList()));
	}

	private static String title(ModuleSource source) {
		return source.module().get("title").string().orElse(source.folder());
	}

	private static String text(YamlNode node) {
		return node.string().orElse("?");
	}

}
