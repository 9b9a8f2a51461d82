package com.humantraffickingexperts.sandbox.oidc;

import java.util.Map;

/**
 * The platform's answer to an authentication request.
 */
sealed interface AuthorizationAnswer {

	/**
	 * A form that the browser posts to the tool.
	 *
	 * @param action the redirect URI
	 * @param fields the fields: {@code id_token} and {@code state}, or {@code error}
	 */
	record FormPost(String action, Map<String, String> fields) implements AuthorizationAnswer {
	}

	/**
	 * A page of the platform. The tool hears nothing.
	 *
	 * @param status the HTTP status
	 * @param reason what was wrong
	 */
	record OwnPage(int status, String reason) implements AuthorizationAnswer {
	}

}
