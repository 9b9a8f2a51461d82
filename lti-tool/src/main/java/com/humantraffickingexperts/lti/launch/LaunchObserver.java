package com.humantraffickingexperts.lti.launch;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Learns of each accepted launch. Called in the request's thread: it returns at once,
 * asks no database, and never throws. Of what is refused, a
 * {@link com.humantraffickingexperts.lti.web.ErrorObserver} learns, with the same
 * {@link LaunchTrace} on the request.
 */
@FunctionalInterface
public interface LaunchObserver {

	/**
	 * A launch was accepted and recorded.
	 * @param request the request that brought it
	 * @param trace what was looked at
	 * @param launch the launch
	 */
	void accepted(HttpServletRequest request, LaunchTrace trace, CurrentLaunch launch);

}
