package com.humantraffickingexperts.lti.network;

/**
 * The one client for calls to other servers: https only (or the configured laboratory
 * exception), no private addresses after name resolution, no redirects, bounded in size
 * and time.
 */
public interface OutboundHttp {

	/**
	 * Sends a request and reads the whole answer.
	 * @param request what to send and within which limits
	 * @return the answer, whatever its status
	 * @throws OutboundFailure when no usable answer came
	 */
	OutboundAnswer send(OutboundRequest request) throws OutboundFailure;

}
