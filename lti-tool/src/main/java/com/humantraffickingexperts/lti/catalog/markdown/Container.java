package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.node.CustomBlock;

/** A box: {@code :::law} to {@code :::}. */
final class Container extends CustomBlock {

	private final String word;

	private boolean closed;

	Container(String word) {
		this.word = word;
	}

	/** What stands behind the colons; empty for an end without a beginning. */
	String word() {
		return this.word;
	}

	boolean closed() {
		return this.closed;
	}

	void close() {
		this.closed = true;
	}

	boolean is(ContainerKind kind) {
		return kind.word().equals(this.word);
	}

}
