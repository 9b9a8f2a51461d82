package com.humantraffickingexperts.lti.web;

import org.springframework.http.HttpStatus;

/** Errors that belong to no feature. */
public enum WebErrorCode implements ErrorCode {

	/** There is no such page. */
	NOT_FOUND("PAGE-NOT-FOUND", HttpStatus.NOT_FOUND),
	/** The request was made in a way that the page does not know. */
	METHOD("METHOD-NOT-ALLOWED", HttpStatus.METHOD_NOT_ALLOWED),
	/** The request has a body that the page does not understand. */
	MEDIA_TYPE("MEDIA-TYPE-UNSUPPORTED", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
	/** The request is broken. */
	BAD_REQUEST("REQUEST-MALFORMED", HttpStatus.BAD_REQUEST),
	/** The request is larger than anything that is sensible. */
	TOO_LARGE("REQUEST-TOO-LARGE", HttpStatus.CONTENT_TOO_LARGE),
	/**
	 * Too many requests came from one address, or too many launches from one
	 * registration.
	 */
	TOO_MANY("TOO-MANY-REQUESTS", HttpStatus.TOO_MANY_REQUESTS),
	/** The form did not come from one of our own pages. */
	FORM_FOREIGN("FORM-NOT-OURS", HttpStatus.FORBIDDEN),
	/** The database does not answer. */
	STORAGE("STORAGE-UNAVAILABLE", HttpStatus.SERVICE_UNAVAILABLE),
	/** A fault of the tool. */
	FAULT("TOOL-FAULT", HttpStatus.INTERNAL_SERVER_ERROR);

	private final String code;

	private final HttpStatus status;

	WebErrorCode(String code, HttpStatus status) {
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
