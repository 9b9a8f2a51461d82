package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.node.CustomNode;

/** {@code {{kind:id}}}. */
final class Placeholder extends CustomNode {

	static final String TERM = "term";

	static final String HELPLINES = "helplines";

	private final String content;

	private final boolean closed;

	Placeholder(String content, boolean closed) {
		this.content = content;
		this.closed = closed;
	}

	boolean is(String kind) {
		return this.closed && this.content.startsWith(kind + ":");
	}

	String id() {
		return this.content.substring(this.content.indexOf(':') + 1);
	}

	@Override
	public String toString() {
		return "{{" + this.content + (this.closed ? "}}" : "");
	}

}
