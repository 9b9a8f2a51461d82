package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a controller throws into an error that a person can read. */
@ControllerAdvice
class ErrorAdvice {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Logger logger = LoggerFactory.getLogger(ErrorAdvice.class);

	private final ErrorPages pages;

	ErrorAdvice(ErrorPages pages) {
		this.pages = pages;
	}

	@ExceptionHandler
	void toolError(ToolError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.pages.answer(request, response, error);
	}

	@ExceptionHandler
	void notFound(NoResourceFoundException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.pages.answer(request, response, new ToolError(WebErrorCode.NOT_FOUND));
	}

	@ExceptionHandler
	void method(HttpRequestMethodNotSupportedException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String[] supported = ex.getSupportedMethods();
		if (supported != null) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", supported));
		}
		this.pages.answer(request, response, new ToolError(WebErrorCode.METHOD));
	}

	@ExceptionHandler
	void mediaType(HttpMediaTypeNotSupportedException ex, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.pages.answer(request, response, new ToolError(WebErrorCode.MEDIA_TYPE));
	}

	@ExceptionHandler({ ServletRequestBindingException.class, MethodArgumentTypeMismatchException.class })
	void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.pages.answer(request, response, new ToolError(WebErrorCode.BAD_REQUEST));
	}

	@ExceptionHandler({ TransientDataAccessException.class, NonTransientDataAccessResourceException.class,
			CannotCreateTransactionException.class })
	void storage(Exception ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.pages.answer(request, response, new ToolError(WebErrorCode.STORAGE, Map.of(), null, SOON, ex));
	}

	@ExceptionHandler
	void gone(AsyncRequestNotUsableException ex) {
		logger.debug("The browser went away before the answer was written");
	}

	@ExceptionHandler
	void fault(Exception ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.pages.answer(request, response, RequestBodies.error(ex)
			.orElseGet(
					() -> new ToolError(WebErrorCode.FAULT, Map.of("fault", ex.getClass().getName()), null, null, ex)));
	}

}
