package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;

import com.humantraffickingexperts.lti.catalog.markdown.References.Term;

/** Takes the words out of a text. */
final class Passages {

	private final MarkdownText text;

	private final References references;

	Passages(MarkdownText text, References references) {
		this.text = text;
		this.references = references;
	}

	List<Passage> all() {
		List<Passage> passages = new ArrayList<>();
		for (Node node : Nodes.all(this.text.root())) {
			if ((node instanceof Paragraph || node instanceof Heading || node instanceof TableCell)
					&& !MarkdownText.forAuthors(node)) {
				passages.add(passage(node));
			}
		}
		return List.copyOf(passages);
	}

	private Passage passage(Node block) {
		StringBuilder words = new StringBuilder();
		boolean cited = false;
		for (Node node : Nodes.all(block)) {
			switch (node) {
				case Citation _ -> cited = true;
				case SoftLineBreak _, HardLineBreak _ -> words.append(' ');
				case Placeholder placeholder -> {
					Term term = this.references.terms().get(placeholder.id());
					words.append((term != null) ? term.label() : "");
				}
				case Link link when link.getDestination().startsWith("mailto:")
						|| link.getDestination().startsWith("tel:") ->
					words.append(link.getDestination().substring(link.getDestination().indexOf(':') + 1)).append(' ');
				default -> words.append(Nodes.ownWords(node));
			}
		}
		return new Passage(this.text.line(block), words.toString().strip(), block instanceof Paragraph,
				Nodes.within(block, BlockQuote.class), cited);
	}

}
