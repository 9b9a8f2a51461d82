package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import com.humantraffickingexperts.lti.catalog.source.Findings;

/**
 * A text in Markdown, parsed. It has to be checked, and may only be rendered when nothing
 * was found.
 */
public final class MarkdownText {

	/**
	 * So many opening brackets are no text; and raw HTML, for which they stand, is
	 * refused anyway. The parser looks for the end of each.
	 */
	private static final int MOST_ANGLES = 300;

	private static final int DEEPEST_BLOCK = 20;

	static final int DEEPEST = 40;

	private static final Parser PARSER = Parser.builder()
		.extensions(List.of(TablesExtension.create()))
		.customBlockParserFactory(new ContainerParser.Factory())
		.linkProcessor(new Citations())
		.customInlineContentParserFactory(new Placeholders())
		.maxOpenBlockParsers(DEEPEST_BLOCK)
		.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
		.build();

	private final Kind kind;

	private final Node root;

	private final int firstLine;

	private final boolean linesKnown;

	private final boolean tooMuch;

	private MarkdownText(Kind kind, Node root, int firstLine, boolean linesKnown, boolean tooMuch) {
		this.kind = kind;
		this.root = root;
		this.firstLine = firstLine;
		this.linesKnown = linesKnown;
		this.tooMuch = tooMuch;
	}

	/** What a text is for, which decides what it may hold. */
	public enum Kind {

		/**
		 * A page: everything. Nine hundred words are plenty; this is five times as much.
		 */
		PAGE(30_000),
		/** A few paragraphs that are part of something: no headings. */
		PASSAGE(6_000),
		/** A line: one paragraph. */
		LINE(1_000);

		private final int longest;

		Kind(int longest) {
			this.longest = longest;
		}

	}

	/**
	 * Parses a text.
	 * @param kind what it is for
	 * @param text the text
	 * @param firstLine the line of the file at which it begins
	 * @param linesKnown whether each line of the text is a line of the file
	 * @return the parsed text
	 */
	public static MarkdownText parse(Kind kind, String text, int firstLine, boolean linesKnown) {
		if (text.length() > kind.longest || text.chars().filter((point) -> point == '<').count() > MOST_ANGLES) {
			return new MarkdownText(kind, new Document(), firstLine, linesKnown, true);
		}
		Node root = PARSER.parse(text);
		for (Node node : Nodes.all(root)) {
			if (node instanceof Paragraph paragraph) {
				HelplinesBlock.cut(paragraph);
			}
		}
		return new MarkdownText(kind, root, firstLine, linesKnown, false);
	}

	/**
	 * Checks the text.
	 * @param file the file in which it stands
	 * @param references what it may name
	 * @param findings takes what is wrong
	 */
	public void check(String file, References references, Findings findings) {
		new MarkdownChecks(this, file, references, findings).run();
	}

	/**
	 * The sources that the text cites where learners see it.
	 * @return ids, in the order of the text, each once
	 */
	public List<String> cited() {
		Set<String> cited = new LinkedHashSet<>();
		for (Node node : Nodes.all(this.root)) {
			if (node instanceof Citation citation && !forAuthors(node)) {
				cited.add(citation.source());
			}
		}
		return List.copyOf(cited);
	}

	/**
	 * The words that learners see.
	 * @param references what the text names
	 * @return paragraphs, headings and cells, in order
	 */
	public List<Passage> passages(References references) {
		return new Passages(this, references).all();
	}

	/**
	 * The pictures that the text shows.
	 * @return the names of their files
	 */
	public List<String> pictures() {
		return Nodes.all(this.root)
			.stream()
			.flatMap((node) -> (node instanceof Image image) ? Stream.of(image.getDestination()) : Stream.empty())
			.map((destination) -> destination.substring(destination.lastIndexOf('/') + 1))
			.toList();
	}

	/**
	 * The notes to authors.
	 * @return the line of each
	 */
	public List<Integer> notesToAuthors() {
		return Nodes.all(this.root)
			.stream()
			.filter((node) -> node instanceof Container container && container.is(ContainerKind.VERIFY))
			.map(this::line)
			.toList();
	}

	/**
	 * Renders the text.
	 * @param references what it names
	 * @param sources the sources, in the order in which they are numbered
	 * @return sanitised HTML
	 */
	public String render(References references, List<String> sources) {
		if (this.tooMuch || Nodes.deeperThan(this.root, DEEPEST)) {
			throw new IllegalStateException("A text with findings is not rendered");
		}
		return HtmlGuard.clean(TextRenderer.render(this, references, sources));
	}

	static boolean forAuthors(Node node) {
		for (Node above = node.getParent(); above != null; above = above.getParent()) {
			if (above instanceof Container container && container.is(ContainerKind.VERIFY)) {
				return true;
			}
		}
		return false;
	}

	Kind kind() {
		return this.kind;
	}

	Node root() {
		return this.root;
	}

	boolean tooMuch() {
		return this.tooMuch;
	}

	/** The line of the file on which a node begins. */
	int line(Node node) {
		if (this.linesKnown) {
			for (Node each = node; each != null; each = each.getParent()) {
				if (!each.getSourceSpans().isEmpty()) {
					return this.firstLine + each.getSourceSpans().getFirst().getLineIndex();
				}
			}
		}
		return this.firstLine;
	}

}
