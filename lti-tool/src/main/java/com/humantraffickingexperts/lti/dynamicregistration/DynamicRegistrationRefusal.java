package com.humantraffickingexperts.lti.dynamicregistration;

import org.springframework.http.HttpStatus;

import com.humantraffickingexperts.lti.web.ErrorCode;

/** Why a platform is not registered. */
enum DynamicRegistrationRefusal implements ErrorCode {

	/** The address was opened without a platform's configuration. */
	START_INCOMPLETE("REGISTRATION-START-INCOMPLETE", HttpStatus.BAD_REQUEST),
	/** The configuration's address is not one that the tool may call. */
	ADDRESS_REFUSED("REGISTRATION-ADDRESS-REFUSED", HttpStatus.BAD_REQUEST),
	/** No answer came from the platform. */
	PLATFORM_UNREACHABLE("REGISTRATION-PLATFORM-UNREACHABLE", HttpStatus.BAD_GATEWAY),
	/** The platform answered with an error. */
	PLATFORM_REFUSED("REGISTRATION-PLATFORM-REFUSED", HttpStatus.BAD_GATEWAY),
	/** The platform's answer cannot be understood. */
	ANSWER_UNREADABLE("REGISTRATION-ANSWER-UNREADABLE", HttpStatus.BAD_GATEWAY),
	/** The configuration lacks a member, or a member has the wrong shape. */
	CONFIGURATION_INCOMPLETE("REGISTRATION-CONFIGURATION-INCOMPLETE", HttpStatus.BAD_REQUEST),
	/** The configuration speaks for an issuer that lives elsewhere. */
	ISSUER_FOREIGN("REGISTRATION-ISSUER-FOREIGN", HttpStatus.BAD_REQUEST),
	/** An endpoint lies at a host that is not the platform's. */
	ENDPOINT_FOREIGN("REGISTRATION-ENDPOINT-FOREIGN", HttpStatus.BAD_REQUEST),
	/** The platform does not sign by RS256. */
	ALGORITHM("REGISTRATION-ALGORITHM", HttpStatus.BAD_REQUEST),
	/** There is no such invitation, or it was taken back. */
	INVITATION_UNKNOWN("REGISTRATION-INVITATION-UNKNOWN", HttpStatus.FORBIDDEN),
	/** The invitation was used. */
	INVITATION_USED("REGISTRATION-INVITATION-USED", HttpStatus.FORBIDDEN),
	/** The invitation is too old. */
	INVITATION_EXPIRED("REGISTRATION-INVITATION-EXPIRED", HttpStatus.FORBIDDEN),
	/** Nobody invited, and the tool takes only who is invited. */
	INVITATION_NEEDED("REGISTRATION-INVITATION-NEEDED", HttpStatus.FORBIDDEN),
	/** Too many registrations came that nobody invited. */
	TOO_MANY_UNINVITED("REGISTRATION-TOO-MANY", HttpStatus.TOO_MANY_REQUESTS),
	/** The page with the choices waited too long. */
	CONSENT_EXPIRED("REGISTRATION-CONSENT-EXPIRED", HttpStatus.GONE),
	/** The form was sent before. */
	CONSENT_USED("REGISTRATION-CONSENT-USED", HttpStatus.CONFLICT),
	/** The platform gave a client id that is registered already. */
	ALREADY_REGISTERED("REGISTRATION-ALREADY-REGISTERED", HttpStatus.CONFLICT),
	/** The platform registered the tool, and the tool could not keep it. */
	NOT_KEPT("REGISTRATION-NOT-KEPT", HttpStatus.INTERNAL_SERVER_ERROR);

	private final String code;

	private final HttpStatus status;

	DynamicRegistrationRefusal(String code, HttpStatus status) {
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
