package com.humantraffickingexperts.lti.deeplinking;

import org.springframework.http.HttpStatus;

import com.humantraffickingexperts.lti.web.ErrorCode;

/** What can keep a teacher from choosing a module. */
enum DeepLinkingError implements ErrorCode {

	/** The platform no longer waits for the choice. */
	CHOICE_ENDED("LTI-CHOICE-ENDED", HttpStatus.GONE),
	/** There is no such module to choose. */
	MODULE_NOT_OFFERED("MODULE-NOT-OFFERED", HttpStatus.NOT_FOUND);

	private final String code;

	private final HttpStatus status;

	DeepLinkingError(String code, HttpStatus status) {
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
