package com.humantraffickingexperts.lti.web;

import org.springframework.http.HttpStatus;

/**
 * One kind of error that a person can meet. Implemented by an enum in each feature. The
 * words for people stand in the message bundles below {@code error.<code>.title},
 * {@code .what} and {@code .next}.
 */
public interface ErrorCode {

	/**
	 * The stable code, shown on the page and written to the log.
	 * @return for instance {@code LTI-STATE-MISMATCH}
	 */
	String code();

	/**
	 * The status of the answer.
	 * @return a 4xx or 5xx status
	 */
	HttpStatus status();

}
