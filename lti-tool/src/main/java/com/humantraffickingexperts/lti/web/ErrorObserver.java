package com.humantraffickingexperts.lti.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Learns of each error that a person is shown. Called in the request's thread, before the
 * page is written: it returns at once, asks no database, and never throws.
 */
@FunctionalInterface
public interface ErrorObserver {

	/**
	 * An error is about to be shown.
	 * @param request the request that it answers
	 * @param error what went wrong
	 * @param reference the reference that the person sees
	 */
	void answered(HttpServletRequest request, ToolError error, String reference);

}
