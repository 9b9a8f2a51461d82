package com.humantraffickingexperts.sandbox.deeplinking;

import java.util.List;

/**
 * The tool's answer to a choice, after the checks.
 */
public sealed interface DeepLinkingResponse {

	/**
	 * An answer that can be believed.
	 *
	 * @param items what was chosen
	 * @param message what the tool says to the person, or empty
	 * @param error what the tool says went wrong, or empty
	 */
	record Believed(List<ContentItem> items, String message, String error) implements DeepLinkingResponse {
	}

	/**
	 * An answer that cannot.
	 *
	 * @param status the HTTP status
	 * @param reason why
	 */
	record Disbelieved(int status, String reason) implements DeepLinkingResponse {
	}

}
