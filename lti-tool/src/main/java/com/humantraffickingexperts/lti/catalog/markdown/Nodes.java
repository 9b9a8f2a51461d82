package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Ways through a parsed text that no depth of nesting can break. Nodes have no equality
 * but their identity.
 */
@SuppressWarnings("ReferenceEquality")
final class Nodes {

	private Nodes() {
	}

	/** A node and everything in it, in the order of the text. */
	static List<Node> all(Node root) {
		List<Node> nodes = new ArrayList<>();
		for (Node node = root; node != null; node = next(node, root)) {
			nodes.add(node);
		}
		return nodes;
	}

	private static @Nullable Node next(Node node, Node root) {
		if (node.getFirstChild() != null) {
			return node.getFirstChild();
		}
		Node climbing = node;
		while (climbing != root && climbing.getNext() == null) {
			climbing = climbing.getParent();
		}
		return (climbing != root) ? climbing.getNext() : null;
	}

	static boolean deeperThan(Node root, int limit) {
		int depth = 0;
		Node node = root;
		while (true) {
			if (node.getFirstChild() != null) {
				node = node.getFirstChild();
				if (++depth > limit) {
					return true;
				}
				continue;
			}
			while (node != root && node.getNext() == null) {
				node = node.getParent();
				depth--;
			}
			if (node == root) {
				return false;
			}
			node = node.getNext();
		}
	}

	static boolean within(Node node, Class<? extends Node> type) {
		for (Node above = node.getParent(); above != null; above = above.getParent()) {
			if (type.isInstance(above)) {
				return true;
			}
		}
		return false;
	}

	/** What a node itself says, without what is in it. */
	static String ownWords(Node node) {
		return switch (node) {
			case Text text -> text.getLiteral();
			case Code code -> code.getLiteral();
			default -> "";
		};
	}

}
