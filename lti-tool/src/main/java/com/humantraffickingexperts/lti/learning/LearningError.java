package com.humantraffickingexperts.lti.learning;

import org.springframework.http.HttpStatus;

import com.humantraffickingexperts.lti.web.ErrorCode;

/** What can keep a learner from a module. */
enum LearningError implements ErrorCode {

	/** The activity names a module that the tool does not have. */
	MODULE_UNKNOWN("MODULE-UNKNOWN", HttpStatus.NOT_FOUND),
	/** The module is not among those that are offered to this institution. */
	MODULE_NOT_OFFERED("MODULE-NOT-OFFERED", HttpStatus.FORBIDDEN),
	/** The module is no longer offered. */
	MODULE_WITHDRAWN("MODULE-WITHDRAWN", HttpStatus.GONE);

	private final String code;

	private final HttpStatus status;

	LearningError(String code, HttpStatus status) {
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
