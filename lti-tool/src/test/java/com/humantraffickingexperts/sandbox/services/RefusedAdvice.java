package com.humantraffickingexperts.sandbox.services;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Sends refusals.
 */
@RestControllerAdvice
class RefusedAdvice {

	@ExceptionHandler
	ResponseEntity<byte[]> refused(Refused refused) {
		return refused.reply().toEntity();
	}

}
