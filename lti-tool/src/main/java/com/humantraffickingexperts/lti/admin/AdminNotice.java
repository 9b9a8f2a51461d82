package com.humantraffickingexperts.lti.admin;

import java.util.List;

/**
 * Something that needs an administrator's attention, shown on the console's home page.
 *
 * @param severity how much it matters
 * @param messageKey the key of the sentence that says what it is
 * @param arguments what stands in the sentence
 * @param path the page on which something can be done about it
 * @param linkKey the key of the words that lead there
 */
public record AdminNotice(Severity severity, String messageKey, List<Object> arguments, String path, String linkKey) {

	public AdminNotice {
		arguments = List.copyOf(arguments);
	}

	/** How much something matters; the most urgent come first. */
	public enum Severity {

		/** People cannot do what they came for. */
		FAILED,
		/** Somebody should look at it soon. */
		CARE,
		/** Good to know. */
		INFORMATION;

		/**
		 * The kind of notice that the page shows.
		 * @return the class of {@code web/alerts :: notice}
		 */
		public String kind() {
			return switch (this) {
				case FAILED -> "failed";
				case CARE -> "care";
				case INFORMATION -> "plain";
			};
		}

	}

}
