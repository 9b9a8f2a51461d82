package com.humantraffickingexperts.lti.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error that shows, beside our own words, what others said: another server, or whoever
 * wrote a module. Escaped, bounded, without control characters. Quotations are not
 * logged.
 */
public final class QuotingError extends ToolError {

	private static final int LONGEST = 2000;

	private final transient List<Quote> quotes;

	/**
	 * An error with what another server said or gave.
	 * @param code what kind of error it is
	 * @param facts what an operator needs to find the cause; never a token, a name or an
	 * answer
	 * @param label the key of the message that introduces the quotation
	 * @param text what is quoted; without secrets
	 * @param cause the underlying failure, for the log only
	 */
	public QuotingError(ErrorCode code, Map<String, String> facts, String label, String text,
			@Nullable Throwable cause) {
		super(code, facts, null, null, cause);
		this.quotes = List.of(new Quote(label, text, null));
	}

	/**
	 * An error with what people wrote.
	 * @param code what kind of error it is
	 * @param facts what an operator needs to find the cause; never a token, a name or an
	 * answer
	 * @param returnUrl the validated way back to the platform, if it is known
	 * @param quotes what is quoted, in order
	 */
	public QuotingError(ErrorCode code, Map<String, String> facts, @Nullable String returnUrl, List<Quote> quotes) {
		super(code, facts, returnUrl, null, null);
		this.quotes = List.copyOf(quotes);
	}

	/**
	 * What is quoted.
	 * @return the words of others, in order
	 */
	public List<Quote> quotes() {
		return this.quotes;
	}

	/**
	 * The words of others.
	 *
	 * @param label the key of the message that introduces them
	 * @param text the words, at most 2,000 characters
	 * @param language the language of prose; null for what a server said, which keeps its
	 * lines
	 */
	public record Quote(String label, String text, @Nullable String language) {

		public Quote {
			String plain = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n\t]]", "�").strip();
			text = (plain.length() > LONGEST) ? plain.substring(0, LONGEST) + "…" : plain;
		}

	}

}
