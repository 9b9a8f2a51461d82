package com.humantraffickingexperts.lti.catalog.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Finds boxes. What is wrong with them is said later, when the whole text is known. */
final class ContainerParser extends AbstractBlockParser {

	private static final String FENCE = ":::";

	private static final int CODE_INDENT = 4;

	private final Container container;

	private ContainerParser(String word) {
		this.container = new Container(word);
	}

	@Override
	public boolean isContainer() {
		return true;
	}

	@Override
	public boolean canContain(Block block) {
		return true;
	}

	@Override
	public Block getBlock() {
		return this.container;
	}

	@Override
	public @Nullable BlockContinue tryContinue(ParserState state) {
		if (this.container.word().isEmpty()) {
			return BlockContinue.none();
		}
		if ("".equals(afterFence(state))) {
			this.container.close();
			return BlockContinue.finished();
		}
		return BlockContinue.atIndex(state.getIndex());
	}

	/**
	 * What stands behind the colons of a line, or null when it does not begin with them.
	 */
	private static @Nullable String afterFence(ParserState state) {
		CharSequence line = state.getLine().getContent();
		String text = line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString();
		return (state.getIndent() < CODE_INDENT && text.startsWith(FENCE)) ? text.substring(FENCE.length()).strip()
				: null;
	}

	/** Begins boxes. */
	static final class Factory extends AbstractBlockParserFactory {

		@Override
		public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
			String word = afterFence(state);
			return (word != null)
					? BlockStart.of(new ContainerParser(word)).atIndex(state.getLine().getContent().length())
					: BlockStart.none();
		}

	}

}
