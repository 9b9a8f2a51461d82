package com.humantraffickingexperts.lti.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The tool's own documentation, for people who have no copy of its source: the pages fit
 * the version that runs.
 */
@Component
class HelpPages {

	/** The file of each page. Only these are shown. */
	private static final Map<String, String> FILES = Map.of("administrator", "administrator.md", "instructor",
			"instructor.md", "errors", "errors.md", "platforms", "platforms/README.md", "moodle", "platforms/moodle.md",
			"canvas", "platforms/canvas.md", "blackboard", "platforms/blackboard.md", "brightspace",
			"platforms/brightspace.md", "sakai", "platforms/sakai.md");

	private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	private final HtmlRenderer renderer = HtmlRenderer.builder()
		.extensions(List.of(TablesExtension.create()))
		.escapeHtml(true)
		.sanitizeUrls(true)
		.attributeProviderFactory((context) -> (node, tag, attributes) -> {
			if (node instanceof Heading heading) {
				attributes.put("id", anchor(heading));
			}
		})
		.build();

	Optional<Page> find(String name) {
		String file = FILES.get(name);
		return (file == null) ? Optional.empty() : text(file).map(this::rendered);
	}

	private static Optional<String> text(String file) {
		ClassPathResource resource = new ClassPathResource("docs/" + file);
		if (!resource.exists()) {
			return Optional.empty();
		}
		try (InputStream stream = resource.getInputStream()) {
			return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The documentation cannot be read: " + file, ex);
		}
	}

	private Page rendered(String markdown) {
		Node document = this.parser.parse(markdown);
		Node first = document.getFirstChild();
		String title = "";
		if (first instanceof Heading heading && heading.getLevel() == 1) {
			title = words(heading);
			heading.unlink();
		}
		document.accept(new AbstractVisitor() {
			@Override
			public void visit(Link link) {
				String target = target(link.getDestination());
				if (target == null) {
					while (link.getFirstChild() != null) {
						link.insertBefore(link.getFirstChild());
					}
					link.unlink();
				}
				else {
					link.setDestination(target);
				}
			}
		});
		return new Page(title, scrollable(this.renderer.render(document)));
	}

	/** A wide table scrolls by itself, also for those who use the keyboard. */
	private static String scrollable(String html) {
		return html.replace("<table>", "<div class=\"table-wrap\" tabindex=\"0\"><table>")
			.replace("</table>", "</table></div>");
	}

	/** Where a link leads in the console; null when the page is not shown there. */
	private static @Nullable String target(String destination) {
		if (destination.startsWith("#") || destination.startsWith("https://")) {
			return destination;
		}
		int hash = destination.indexOf('#');
		String path = (hash < 0) ? destination : destination.substring(0, hash);
		String part = (hash < 0) ? "" : destination.substring(hash);
		String file = path.substring(path.lastIndexOf('/') + 1);
		return FILES.entrySet()
			.stream()
			.filter((known) -> known.getValue().equals(file) || known.getValue().equals("platforms/" + file))
			.findFirst()
			.map((known) -> HelpController.PATH + "/" + known.getKey() + part)
			.orElse(null);
	}

	/** As code hosts make them from headings. */
	private static String anchor(Heading heading) {
		return words(heading).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	private static String words(Node node) {
		StringBuilder words = new StringBuilder();
		node.accept(new AbstractVisitor() {
			@Override
			public void visit(Text text) {
				words.append(text.getLiteral());
			}

			@Override
			public void visit(Code code) {
				words.append(code.getLiteral());
			}
		});
		return words.toString();
	}

	/**
	 * A page of the documentation.
	 *
	 * @param title its title
	 * @param html its text, escaped and without scripts
	 */
	record Page(String title, String html) {
	}

}
