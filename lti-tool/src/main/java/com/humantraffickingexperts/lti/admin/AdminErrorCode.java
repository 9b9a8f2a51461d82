package com.humantraffickingexperts.lti.admin;

import org.springframework.http.HttpStatus;

import com.humantraffickingexperts.lti.web.ErrorCode;

/** Errors that an administrator can meet. */
public enum AdminErrorCode implements ErrorCode {

	/** There is no such page, or it belongs to another institution. */
	NOT_FOUND("ADMIN-NOT-FOUND", HttpStatus.NOT_FOUND),
	/** A one-time link was used, has expired, or never was one. */
	LINK_SPENT("ADMIN-LINK-SPENT", HttpStatus.GONE),
	/** Too many attempts to sign in, for this account or from this address. */
	SIGN_IN_TOO_OFTEN("ADMIN-SIGN-IN-TOO-OFTEN", HttpStatus.TOO_MANY_REQUESTS),
	/** The organisation's sign-in cannot be reached. */
	PROVIDER_UNAVAILABLE("ADMIN-PROVIDER-UNAVAILABLE", HttpStatus.SERVICE_UNAVAILABLE),
	/** The organisation's sign-in did not say who the person is. */
	PROVIDER_REFUSED("ADMIN-PROVIDER-REFUSED", HttpStatus.UNAUTHORIZED);

	private final String code;

	private final HttpStatus status;

	AdminErrorCode(String code, HttpStatus status) {
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
