package com.humantraffickingexperts.lti.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An error that shows, beside our own words, what another server said or gave: escaped,
 * bounded, without control characters. The quotation is not logged.
 */
public final class QuotingError extends ToolError {

	private static final int LONGEST = 2000;

	private final transient Quote quote;

	/**
	 * An error with a quotation.
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
		this.quote = new Quote(label, printable(text));
	}

	private static String printable(String text) {
		String plain = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n\t]]", "�").strip();
		return (plain.length() > LONGEST) ? plain.substring(0, LONGEST) + "…" : plain;
	}

	/**
	 * What is quoted.
	 * @return the words of the other server
	 */
	public Quote quote() {
		return this.quote;
	}

	/**
	 * The words of another server.
	 *
	 * @param label the key of the message that introduces them
	 * @param text the words, at most 2,000 characters
	 */
	public record Quote(String label, String text) {
	}

}
