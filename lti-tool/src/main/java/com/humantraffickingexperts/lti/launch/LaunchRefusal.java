package com.humantraffickingexperts.lti.launch;

import org.springframework.http.HttpStatus;

import com.humantraffickingexperts.lti.web.ErrorCode;

/** Why a login or a launch is refused. */
public enum LaunchRefusal implements ErrorCode {

	/** A required parameter is missing or empty. */
	PARAMETER_MISSING("LTI-PARAMETER-MISSING", HttpStatus.BAD_REQUEST),
	/** A parameter came more than once. */
	PARAMETER_REPEATED("LTI-PARAMETER-REPEATED", HttpStatus.BAD_REQUEST),
	/** A parameter is longer than any real one. */
	PARAMETER_TOO_LONG("LTI-PARAMETER-TOO-LONG", HttpStatus.BAD_REQUEST),
	/** No registration fits. */
	PLATFORM_UNKNOWN("LTI-PLATFORM-UNKNOWN", HttpStatus.BAD_REQUEST),
	/** Several registrations fit. */
	PLATFORM_AMBIGUOUS("LTI-PLATFORM-AMBIGUOUS", HttpStatus.BAD_REQUEST),
	/** The registration is switched off. */
	REGISTRATION_DISABLED("LTI-REGISTRATION-DISABLED", HttpStatus.FORBIDDEN),
	/** The address to open is not one of ours. */
	TARGET_FOREIGN("LTI-TARGET-FOREIGN", HttpStatus.BAD_REQUEST),
	/** The address to open changed between login and launch. */
	TARGET_MISMATCH("LTI-TARGET-MISMATCH", HttpStatus.BAD_REQUEST),
	/** The platform answered the login with an error. */
	PLATFORM_ERROR("LTI-PLATFORM-ERROR", HttpStatus.BAD_REQUEST),
	/** The platform says that nobody is signed in there. */
	PLATFORM_SIGNED_OUT("LTI-PLATFORM-SIGNED-OUT", HttpStatus.BAD_REQUEST),
	/** The state is not one that we made for this browser. */
	STATE_MISMATCH("LTI-STATE-MISMATCH", HttpStatus.UNAUTHORIZED),
	/** The state is too old. */
	STATE_EXPIRED("LTI-STATE-EXPIRED", HttpStatus.UNAUTHORIZED),
	/** The browser brought back nothing by which it could be known. */
	BROWSER_UNKNOWN("LTI-BROWSER-UNKNOWN", HttpStatus.UNAUTHORIZED),
	/** The launch was used before. */
	LAUNCH_USED("LTI-LAUNCH-USED", HttpStatus.UNAUTHORIZED),
	/** The id_token is not a JWT. */
	TOKEN_MALFORMED("LTI-TOKEN-MALFORMED", HttpStatus.BAD_REQUEST),
	/**
	 * The id_token is not signed by RS256, or its header asks for something else that we
	 * do not do.
	 */
	TOKEN_ALGORITHM("LTI-TOKEN-ALGORITHM", HttpStatus.UNAUTHORIZED),
	/** The id_token does not name its key. */
	KEY_ID_MISSING("LTI-KEY-ID-MISSING", HttpStatus.UNAUTHORIZED),
	/** The platform does not publish the key that the id_token names. */
	KEY_UNKNOWN("LTI-KEY-UNKNOWN", HttpStatus.UNAUTHORIZED),
	/** The platform's keys cannot be fetched. */
	KEYS_UNAVAILABLE("LTI-KEYS-UNAVAILABLE", HttpStatus.SERVICE_UNAVAILABLE),
	/** The signature is wrong. */
	SIGNATURE_INVALID("LTI-SIGNATURE-INVALID", HttpStatus.UNAUTHORIZED),
	/** The id_token was issued by somebody else. */
	ISSUER_MISMATCH("LTI-ISSUER-MISMATCH", HttpStatus.UNAUTHORIZED),
	/** The id_token was issued for somebody else. */
	AUDIENCE_MISMATCH("LTI-AUDIENCE-MISMATCH", HttpStatus.UNAUTHORIZED),
	/** The id_token is too old. */
	TOKEN_EXPIRED("LTI-TOKEN-EXPIRED", HttpStatus.UNAUTHORIZED),
	/** The times in the id_token make no sense. */
	TOKEN_TIME("LTI-TOKEN-TIME", HttpStatus.UNAUTHORIZED),
	/** The nonce is not the one of this login. */
	NONCE_MISMATCH("LTI-NONCE-MISMATCH", HttpStatus.UNAUTHORIZED),
	/** A required claim is missing. */
	CLAIM_MISSING("LTI-CLAIM-MISSING", HttpStatus.BAD_REQUEST),
	/** A claim has the wrong shape. */
	CLAIM_MALFORMED("LTI-CLAIM-MALFORMED", HttpStatus.BAD_REQUEST),
	/** The platform speaks another version of LTI. */
	VERSION_UNSUPPORTED("LTI-VERSION-UNSUPPORTED", HttpStatus.BAD_REQUEST),
	/** The tool does not answer this kind of message. */
	MESSAGE_UNSUPPORTED("LTI-MESSAGE-UNSUPPORTED", HttpStatus.BAD_REQUEST),
	/** The platform does not say who the person is. */
	USER_MISSING("LTI-USER-MISSING", HttpStatus.BAD_REQUEST),
	/** Today lies outside the time for which the registration is valid. */
	REGISTRATION_OUT_OF_TERM("LTI-REGISTRATION-OUT-OF-TERM", HttpStatus.FORBIDDEN),
	/** As many learners as were agreed have come, and this one is new. */
	SEATS_USED("LTI-SEATS-USED", HttpStatus.FORBIDDEN),
	/** The deployment waits for an administrator's approval. */
	DEPLOYMENT_UNKNOWN("LTI-DEPLOYMENT-UNKNOWN", HttpStatus.FORBIDDEN),
	/** An administrator refused the deployment, or all that are not listed. */
	DEPLOYMENT_REFUSED("LTI-DEPLOYMENT-REFUSED", HttpStatus.FORBIDDEN),
	/** The deployment changed between login and launch. */
	DEPLOYMENT_MISMATCH("LTI-DEPLOYMENT-MISMATCH", HttpStatus.UNAUTHORIZED),
	/** The proof that the platform held an LTI 1.1 secret is wrong. */
	MIGRATION_SIGNATURE("LTI-MIGRATION-SIGNATURE", HttpStatus.UNAUTHORIZED),
	/** This role may not do that. */
	ROLE("LTI-ROLE", HttpStatus.FORBIDDEN),
	/** There is no such launch, or not in this browser. */
	LAUNCH_UNKNOWN("LTI-LAUNCH-UNKNOWN", HttpStatus.NOT_FOUND),
	/** The session of the launch has ended. */
	LAUNCH_ENDED("LTI-LAUNCH-ENDED", HttpStatus.GONE);

	private final String code;

	private final HttpStatus status;

	LaunchRefusal(String code, HttpStatus status) {
		this.code = code;
		this.status = status;
	}

	@Override
	public String code() {
		return this.code;
	}

	@Override
	public HttpStatus status() {
		return this.status;
	}

}
