package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.node.Image;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Which pictures are figures: those that are a paragraph by themselves. */
final class Figures {

	/** A phone is not wider. */
	static final int WIDE = 420;

	private Figures() {
	}

	static @Nullable Image of(Paragraph paragraph) {
		return (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) ? image : null;
	}

	static boolean alone(Image image) {
		return image.getParent() instanceof Paragraph && image.getPrevious() == null && image.getNext() == null;
	}

}
