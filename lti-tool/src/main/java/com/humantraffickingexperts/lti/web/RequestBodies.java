package com.humantraffickingexperts.lti.web;

import java.util.Optional;

import org.apache.tomcat.util.http.InvalidParameterException;

/** What the server says of request bodies and parameters that it cannot read. */
final class RequestBodies {

	private static final int TOO_LARGE = 413;

	private RequestBodies() {
	}

	static Optional<ToolError> error(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidParameterException invalid) {
				return Optional.of(new ToolError(
						(invalid.getErrorCode() == TOO_LARGE) ? WebErrorCode.TOO_LARGE : WebErrorCode.BAD_REQUEST));
			}
		}
		return Optional.empty();
	}

}
