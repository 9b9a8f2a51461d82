package com.humantraffickingexperts.lti.catalog.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** One file of a tree, in memory. */
public final class SourceFile {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final String path;

	private final byte[] content;

	SourceFile(String path, byte[] content) {
		this.path = path;
		this.content = content;
	}

	/**
	 * Where it is.
	 * @return the path below the root of the tree, with slashes
	 */
	public String path() {
		return this.path;
	}

	/**
	 * What is in it.
	 * @return all bytes; none for a file into which nobody looks
	 */
	public byte[] bytes() {
		return this.content.clone();
	}

	/**
	 * A name for its content: the same bytes have the same name, and no others.
	 * @return 64 hexadecimal digits
	 */
	public String digest() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether another file says the same.
	 * @param other the other file
	 * @return true when every byte is the same
	 */
	boolean same(SourceFile other) {
		return Arrays.equals(this.content, other.content);
	}

	/**
	 * Reads the file as text.
	 * @param findings takes what is wrong with it
	 * @return the text, with plain line ends; empty when it is not UTF-8 or holds
	 * characters that nobody sees
	 */
	public Optional<String> text(Findings findings) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer bytes = ByteBuffer.wrap(this.content);
		CharBuffer characters = CharBuffer.allocate(this.content.length + 1);
		CoderResult result = decoder.decode(bytes, characters, true);
		characters.flip();
		String text = characters.toString();
		if (result.isError()) {
			findings.add(this.path, lineOf(text, text.length()), Rule.E014, "The file is not in UTF-8.",
					"Save it as UTF-8 in your editor.");
			return Optional.empty();
		}
		if (text.startsWith(BYTE_ORDER_MARK)) {
			text = text.substring(1);
		}
		text = text.replace("\r\n", "\n").replace('\r', '\n');
		for (int index = 0; index < text.length(); index++) {
			if (hidden(text.charAt(index))) {
				findings.add(this.path, lineOf(text, index), Rule.E014,
						"There is an invisible control character (U+%04X).".formatted((int) text.charAt(index)),
						"Delete it.");
				return Optional.empty();
			}
		}
		return Optional.of(text);
	}

	/** Controls, and the characters that make a reviewer read what is not there. */
	private static boolean hidden(char character) {
		return (Character.isISOControl(character) && character != '\n' && character != '\t')
				|| (character >= '\u202A' && character <= '\u202E') || character == '\uFEFF' || character == '\uFFFE'
				|| character == '\uFFFF';
	}

	private static int lineOf(String text, int end) {
		return 1 + (int) text.chars().limit(end).filter((character) -> character == '\n').count();
	}

}
