package com.humantraffickingexperts.lti.platform;

/**
 * The tool's calls to a platform's services. The bearer token is added here and goes only
 * to the platform's own origins; a token that the platform no longer takes is replaced
 * once.
 *
 * @see <a href="https://www.imsglobal.org/spec/security/v1p0/">Security Framework 1.0,
 * section 4</a>
 */
public interface PlatformCalls {

	/**
	 * Sends a request and waits for the answer. Never throws for what a platform does.
	 * @param request what to send
	 * @return the answer, or why there is none
	 */
	PlatformOutcome send(PlatformRequest request);

}
