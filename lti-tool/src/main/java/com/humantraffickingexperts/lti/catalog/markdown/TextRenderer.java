package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText.Kind;
import com.humantraffickingexperts.lti.catalog.markdown.References.Contact;
import com.humantraffickingexperts.lti.catalog.markdown.References.Picture;
import com.humantraffickingexperts.lti.catalog.markdown.References.Term;

/**
 * Writes a text as HTML. One object renders one text: it counts the boxes and remembers
 * the terms that it has met.
 */
final class TextRenderer extends CoreHtmlNodeRenderer {

	private final HtmlWriter html;

	private final MarkdownText text;

	private final References references;

	private final List<String> sources;

	private final Set<String> terms;

	private int notes;

	private TextRenderer(HtmlNodeRendererContext context, MarkdownText text, References references,
			List<String> sources, Set<String> terms) {
		super(context);
		this.html = context.getWriter();
		this.text = text;
		this.references = references;
		this.sources = sources;
		this.terms = terms;
	}

	static String render(MarkdownText text, References references, List<String> sources) {
		Set<String> terms = new LinkedHashSet<>();
		String html = HtmlRenderer.builder()
			.escapeHtml(true)
			.sanitizeUrls(true)
			.percentEncodeUrls(true)
			.omitSingleParagraphP(text.kind() == Kind.LINE)
			.nodeRendererFactory((context) -> new TextRenderer(context, text, references, sources, terms))
			.build()
			.render(text.root());
		StringBuilder whole = new StringBuilder(html);
		if (!terms.isEmpty()) {
			GlossaryList.append(whole, terms, references);
		}
		return whole.toString();
	}

	@Override
	public Set<Class<? extends Node>> getNodeTypes() {
		Set<Class<? extends Node>> types = new LinkedHashSet<>(super.getNodeTypes());
		types.addAll(Set.of(Container.class, HelplinesBlock.class, Citation.class, Placeholder.class, TableBlock.class,
				TableHead.class, TableBody.class, TableRow.class, TableCell.class));
		return types;
	}

	@Override
	public void visit(Link link) {
		String address = link.getDestination();
		boolean leaves = WebAddress.secure(address);
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("href", this.context.encodeUrl(address));
		if (leaves) {
			// The tool stands in a frame of the learning platform: what is linked to
			// would
			// open inside of it, and most sites refuse that.
			attributes.put("target", "_blank");
			attributes.put("rel", "noopener noreferrer");
		}
		this.html.tag("a", attributes);
		visitChildren(link);
		if (leaves) {
			this.html.text(" (new tab)");
		}
		this.html.tag("/a");
	}

	@Override
	public void visit(Image image) {
		visitChildren(image);
	}

	@Override
	public void visit(Paragraph paragraph) {
		Image image = Figures.of(paragraph);
		Picture picture = (image != null) ? this.references.picture(image.getDestination()).orElse(null) : null;
		if (image != null && picture != null && this.text.kind() == Kind.PAGE) {
			figure(image, picture);
		}
		else {
			super.visit(paragraph);
		}
	}

	/** A wide drawing scrolls by itself rather than shrink until nobody can read it. */
	private void figure(Image image, Picture picture) {
		boolean wide = picture.width() > Figures.WIDE;
		this.html.line();
		this.html.tag("figure");
		this.html.tag("div", wide
				? attributes("class", "picture picture-wide", "role", "group", "tabindex", "0", "aria-label", "Picture")
				: attributes("class", "picture"));
		this.html.tag("img", attributes("src", picture.address(), "alt", picture.alternative(), "width",
				Integer.toString(picture.width()), "height", Integer.toString(picture.height()), "loading", "lazy"),
				true);
		this.html.tag("/div");
		this.html.tag("figcaption");
		if (image.getFirstChild() != null) {
			visitChildren(image);
			this.html.text(" ");
		}
		this.html.tag("span", attributes("class", "credit"));
		this.html.text("Picture: " + picture.credit());
		this.html.tag("/span");
		this.html.tag("/figcaption");
		this.html.tag("/figure");
		this.html.line();
	}

	@Override
	public void visit(CustomBlock block) {
		switch (block) {
			case Container container -> container(container);
			case HelplinesBlock helplines -> helplines(helplines);
			case TableBlock table -> table(table);
			default -> visitChildren(block);
		}
	}

	@Override
	public void visit(CustomNode node) {
		switch (node) {
			case Citation citation -> citation(citation);
			case Placeholder placeholder -> term(placeholder);
			case TableHead _ -> section("thead", node);
			case TableBody _ -> section("tbody", node);
			case TableRow _ -> section("tr", node);
			case TableCell cell -> cell(cell);
			default -> visitChildren(node);
		}
	}

	/**
	 * A box is a note, not a landmark: a page has several of them, and landmarks that are
	 * called the same help nobody to find a way. The words above it are a paragraph: a
	 * heading would swallow what follows the box.
	 */
	private void container(Container container) {
		ContainerKind kind = ContainerKind.of(container.word()).orElse(ContainerKind.VERIFY);
		if (kind == ContainerKind.VERIFY && !this.references.forAuthors()) {
			return;
		}
		String id = "note-" + (++this.notes);
		boolean page = this.text.kind() == Kind.PAGE;
		this.html.line();
		this.html.tag("div",
				page ? attributes("class", "note note-" + kind.word(), "role", "note", "aria-labelledby", id)
						: attributes("class", "note note-" + kind.word(), "role", "note", "aria-label", kind.label()));
		this.html.line();
		// Several passages may stand on one page: only pages have ids.
		this.html.tag("p", page ? attributes("class", "note-label", "id", id) : attributes("class", "note-label"));
		this.html.text(kind.label());
		this.html.tag("/p");
		this.html.line();
		visitChildren(container);
		this.html.line();
		this.html.tag("/div");
		this.html.line();
	}

	private void helplines(HelplinesBlock block) {
		this.html.line();
		this.html.tag("dl", attributes("class", "lines"));
		for (Contact contact : this.references.helplines().getOrDefault(block.panel(), List.of())) {
			this.html.line();
			this.html.tag("dt");
			this.html.text(contact.name());
			this.html.tag("/dt");
			this.html.tag("dd");
			contact(contact.contact());
			if (contact.note() != null) {
				this.html.text(" ");
				this.html.tag("span");
				this.html.text(contact.note());
				this.html.tag("/span");
			}
			this.html.tag("/dd");
		}
		this.html.line();
		this.html.tag("/dl");
		this.html.line();
	}

	private void contact(String contact) {
		String address = "tel:" + contact.replaceAll("[ ()-]", "");
		if (WebAddress.allowed(address)) {
			this.html.tag("a", attributes("class", "contact", "href", address));
			this.html.text(contact);
			this.html.tag("/a");
		}
		else {
			this.html.tag("span", attributes("class", "contact"));
			this.html.text(contact);
			this.html.tag("/span");
		}
	}

	private void citation(Citation citation) {
		int number = this.sources.indexOf(citation.source()) + 1;
		if (this.text.kind() == Kind.PAGE && !Nodes.within(citation, Link.class)) {
			this.html.tag("a", attributes("class", "citation", "href", "#source-" + citation.source(), "role",
					"doc-noteref", "aria-label", "Source " + number));
			this.html.text("[" + number + "]");
			this.html.tag("/a");
		}
		else {
			// The list of sources stands below, but several lists may stand on one page.
			this.html.tag("span", attributes("class", "citation"));
			this.html.text("[source " + number + "]");
			this.html.tag("/span");
		}
	}

	private void term(Placeholder placeholder) {
		Term term = this.references.terms().get(placeholder.id());
		if (term == null) {
			this.html.text(placeholder.id());
		}
		else if (this.text.kind() == Kind.PAGE && !Nodes.within(placeholder, Link.class)
				&& this.terms.add(placeholder.id())) {
			this.html.tag("a", attributes("class", "term", "id", "term-use-" + placeholder.id(), "href",
					"#term-" + placeholder.id()));
			this.html.text(term.label());
			this.html.tag("/a");
		}
		else {
			this.html.text(term.label());
		}
	}

	/** A wide table scrolls by itself, and so has to be reachable by keyboard. */
	private void table(TableBlock table) {
		List<String> titles = Nodes.all(table)
			.stream()
			.filter((node) -> node instanceof TableCell cell && cell.isHeader())
			.map(this::titleOf)
			.filter((title) -> !title.isEmpty())
			.toList();
		this.html.line();
		this.html.tag("div", attributes("class", "table-wrap", "role", "group", "tabindex", "0", "aria-label",
				titles.isEmpty() ? "Table" : "Table: " + String.join(", ", titles)));
		section("table", table);
		this.html.tag("/div");
		this.html.line();
	}

	private String titleOf(Node cell) {
		StringBuilder title = new StringBuilder();
		for (Node node : Nodes.all(cell)) {
			switch (node) {
				case Placeholder placeholder -> {
					Term term = this.references.terms().get(placeholder.id());
					title.append((term != null) ? term.label() : "");
				}
				default -> title.append(Nodes.ownWords(node));
			}
		}
		return title.toString().strip();
	}

	private void section(String tag, Node node) {
		this.html.line();
		this.html.tag(tag);
		visitChildren(node);
		this.html.tag("/" + tag);
		this.html.line();
	}

	private void cell(TableCell cell) {
		boolean empty = cell.getFirstChild() == null;
		// A heading without words is read out as one, so an empty corner is a plain cell;
		// and where the corner is empty, the first column is what the rows are called.
		boolean column = cell.isHeader() && !empty;
		boolean row = !cell.isHeader() && cell.getPrevious() == null && cornerIsEmpty(cell);
		String tag = (column || row) ? "th" : "td";
		this.html.tag(tag, column ? attributes("scope", "col") : (row ? attributes("scope", "row") : Map.of()));
		visitChildren(cell);
		this.html.tag("/" + tag);
	}

	private static boolean cornerIsEmpty(TableCell cell) {
		Node table = cell.getParent().getParent().getParent();
		Node corner = table.getFirstChild().getFirstChild().getFirstChild();
		return corner != null && corner.getFirstChild() == null;
	}

	private static Map<String, String> attributes(String... pairs) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (int index = 0; index < pairs.length; index += 2) {
			attributes.put(pairs[index], pairs[index + 1]);
		}
		return attributes;
	}

}
