package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.node.CustomNode;

/** {@code [@source-id]}. */
final class Citation extends CustomNode {

	private final String source;

	Citation(String source) {
		this.source = source;
	}

	String source() {
		return this.source;
	}

}
