package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;

/** Checks one parsed text. */
final class MarkdownChecks {

	private static final int FIRST_HEADING = 2;

	private final MarkdownText text;

	private final String file;

	private final References references;

	private final Findings findings;

	private int heading = 1;

	MarkdownChecks(MarkdownText text, String file, References references, Findings findings) {
		this.text = text;
		this.file = file;
		this.references = references;
		this.findings = findings;
	}

	void run() {
		if (this.text.tooMuch()) {
			add(this.text.root(), Rule.E013, "The text is too long, or holds too many <.",
					"Split it, and write Markdown.");
			return;
		}
		if (Nodes.deeperThan(this.text.root(), MarkdownText.DEEPEST)) {
			add(this.text.root(), Rule.E014, "Marks are nested too deep.", "Look for repeated * or > or [.");
			return;
		}
		Nodes.all(this.text.root()).forEach(this::check);
		if (this.text.kind() == MarkdownText.Kind.LINE && !oneParagraph()) {
			add(this.text.root(), Rule.E017, "This text is more than one paragraph.",
					"Write one paragraph without lists, tables and boxes.");
		}
	}

	private void check(Node node) {
		switch (node) {
			case HtmlBlock _, HtmlInline _ ->
				add(node, Rule.E006, "There is raw HTML.", "Write it in Markdown; to show a < write \\<.");
			case Image image -> image(image);
			case Link link -> link(link);
			case Heading heading -> heading(heading);
			case Container container -> container(container);
			case Citation citation -> citation(citation);
			case Placeholder placeholder -> placeholder(placeholder);
			case Text text when text.getLiteral().contains("](") ->
				add(text, Rule.E017, "This is no link, because there are brackets within its brackets.",
						"Put citations and brackets behind the link.");
			case HelplinesBlock helplines -> helplines(helplines, helplines.panel());
			default -> {
			}
		}
	}

	private void image(Image image) {
		if (image.getDestination().contains(":") || image.getDestination().startsWith("//")) {
			add(image, Rule.E006, "There is a picture from another site.",
					"Put the picture into assets/ with its description and licence.");
		}
		else if (this.text.kind() != MarkdownText.Kind.PAGE || !Figures.alone(image)) {
			add(image, Rule.E017, "A picture stands where none can.", "Put it on a page, in a paragraph of its own.");
		}
		else if (this.references.picture(image.getDestination()).isEmpty()) {
			add(image, Rule.E003, "There is no picture " + Quoted.of(image.getDestination()) + ".",
					"Write ../assets/ and the name of a file there, which has its .meta.yaml beside it.");
		}
	}

	private void link(Link link) {
		if (!WebAddress.allowed(link.getDestination())) {
			add(link, Rule.E006, "A link leads to " + Quoted.of(link.getDestination()) + ", which it may not.",
					"Link to an https:// address; name other pages by their title.");
		}
	}

	private void heading(Heading heading) {
		int level = heading.getLevel();
		if (this.text.kind() != MarkdownText.Kind.PAGE) {
			add(heading, Rule.E016, "There is a heading in a text that is a part of a page.", "Use bold type instead.");
			return;
		}
		if (level < FIRST_HEADING) {
			add(heading, Rule.E016, "There is a heading of level 1, which is the title of the page.",
					"Begin headings with ##.");
		}
		else if (level > this.heading + 1) {
			add(heading, Rule.E016, (this.heading < FIRST_HEADING) ? "The first heading is not of level 2."
					: "The heading skips a level.", "Begin it with " + "#".repeat(this.heading + 1) + ".");
		}
		this.heading = Math.max(level, FIRST_HEADING);
	}

	private void container(Container container) {
		if (container.word().isEmpty()) {
			add(container, Rule.E017, "There is an end (:::) without a box.", "Remove it, or begin the box above.");
		}
		else if (ContainerKind.of(container.word()).isEmpty()) {
			add(container, Rule.E017, "There is no box of the kind " + Quoted.of(container.word()) + ".",
					"Use :::law, :::practice, :::case, :::warning, :::key-points or :::verify.");
		}
		else if (Nodes.within(container, Container.class)) {
			add(container, Rule.E017, "There is a box within a box.", "End the first box with ::: before it.");
		}
		else if (!container.closed()) {
			add(container, Rule.E017, "The box has no end.", "Write ::: on a line of its own below it.");
		}
	}

	private void citation(Citation citation) {
		if (!this.references.sources().contains(citation.source())) {
			add(citation, Rule.E003, "There is no source " + Quoted.of(citation.source()) + ".",
					"Add it to shared/sources.yaml, or correct the id.");
		}
	}

	private void placeholder(Placeholder placeholder) {
		if (placeholder.is(Placeholder.TERM)) {
			if (!this.references.terms().containsKey(placeholder.id())) {
				add(placeholder, Rule.E003, "There is no term " + Quoted.of(placeholder.id()) + ".",
						"Add it to the glossary, or correct the id.");
			}
		}
		else if (placeholder.is(Placeholder.HELPLINES)) {
			add(placeholder, Rule.E017, "The helplines stand where no list can stand.",
					"Give them a line of their own.");
			helplines(placeholder, placeholder.id());
		}
		else {
			add(placeholder, Rule.E017, "Nothing is called " + Quoted.of(placeholder.toString()) + ".",
					"Use {{term:...}} or {{helplines:...}}.");
		}
	}

	private void helplines(Node node, String panel) {
		if (!this.references.helplines().containsKey(panel)) {
			add(node, Rule.E003, "There is no panel of helplines " + Quoted.of(panel) + ".",
					"Add it to shared/helplines.yaml, or correct the id.");
		}
	}

	private boolean oneParagraph() {
		Node first = this.text.root().getFirstChild();
		return first instanceof Paragraph && first.getNext() == null
				&& Nodes.all(first).stream().skip(1).noneMatch(Block.class::isInstance);
	}

	private void add(Node node, Rule rule, String message, String remedy) {
		this.findings.add(this.file, this.text.line(node), rule, message, remedy);
	}

}
