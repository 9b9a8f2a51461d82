package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A list of helplines between two paragraphs: a list cannot stand inside of one. */
final class HelplinesBlock extends CustomBlock {

	private final String panel;

	private HelplinesBlock(String panel) {
		this.panel = panel;
	}

	String panel() {
		return this.panel;
	}

	/** Cuts a paragraph at each helplines placeholder that stands directly in it. */
	static void cut(Paragraph paragraph) {
		List<Node> children = new ArrayList<>();
		for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
			children.add(child);
		}
		if (children.stream().noneMatch(HelplinesBlock::isPlaceholder)) {
			return;
		}
		Paragraph part = new Paragraph();
		for (Node child : children) {
			if (child instanceof Placeholder placeholder && isPlaceholder(child)) {
				insertBefore(paragraph, part);
				part = new Paragraph();
				HelplinesBlock block = new HelplinesBlock(placeholder.id());
				block.setSourceSpans(placeholder.getSourceSpans());
				paragraph.insertBefore(block);
			}
			else if (part.getFirstChild() != null || !blank(child)) {
				part.appendChild(child);
			}
		}
		insertBefore(paragraph, part);
		paragraph.unlink();
	}

	private static boolean isPlaceholder(Node node) {
		return node instanceof Placeholder placeholder && placeholder.is(Placeholder.HELPLINES);
	}

	private static boolean blank(Node node) {
		return node instanceof SoftLineBreak || (node instanceof Text text && text.getLiteral().isBlank());
	}

	private static void insertBefore(Paragraph original, Paragraph part) {
		if (part.getFirstChild() != null) {
			part.setSourceSpans(original.getSourceSpans());
			original.insertBefore(part);
		}
	}

}
