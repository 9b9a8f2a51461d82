package com.humantraffickingexperts.lti.web;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request as the log may show it. The address of a launch, of an invitation
 * or of the set-up holds a secret: only the kind of page is named.
 */
final class LoggedPath {

	private static final List<String> SECRET_AFTER = List.of("/lti/register/", "/admin/setup/", "/admin/invitations/");

	private static final String LAUNCHES = "/launches/";

	private LoggedPath() {
	}

	static String of(HttpServletRequest request) {
		String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		return of((failed != null) ? failed : request.getRequestURI());
	}

	static String of(String path) {
		if (path.startsWith(LAUNCHES)) {
			int rest = path.indexOf('/', LAUNCHES.length());
			return LAUNCHES + "…" + ((rest < 0) ? "" : path.substring(rest));
		}
		return SECRET_AFTER.stream().filter(path::startsWith).findFirst().map((prefix) -> prefix + "…").orElse(path);
	}

}
