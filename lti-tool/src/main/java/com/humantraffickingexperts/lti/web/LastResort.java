package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Words what fails outside controllers: while a page is written, in a filter, or in the
 * server itself. Without it people would meet the server's own page, which has no code
 * and no reference.
 */
@Controller
class LastResort implements ErrorController {

	private final ErrorPages pages;

	LastResort(ErrorPages pages) {
		this.pages = pages;
	}

	@RequestMapping("/error")
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		WebErrorCode code = code(request, cause);
		this.pages.answer(request, response,
				(code == WebErrorCode.FAULT) ? new ToolError(code,
						Map.of("fault", (cause != null) ? cause.getClass().getName() : status(request).toString()),
						null, null, cause) : new ToolError(code));
	}

	private static WebErrorCode code(HttpServletRequest request, @Nullable Throwable cause) {
		HttpStatus status = status(request);
		if (cause != null || status.is5xxServerError()) {
			return WebErrorCode.FAULT;
		}
		return switch (status) {
			case METHOD_NOT_ALLOWED -> WebErrorCode.METHOD;
			case UNSUPPORTED_MEDIA_TYPE -> WebErrorCode.MEDIA_TYPE;
			case CONTENT_TOO_LARGE -> WebErrorCode.TOO_LARGE;
			case BAD_REQUEST -> WebErrorCode.BAD_REQUEST;
			default -> WebErrorCode.NOT_FOUND;
		};
	}

	/** The page itself, opened by somebody, does not exist. */
	private static HttpStatus status(HttpServletRequest request) {
		Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus known = (status == null) ? null : HttpStatus.resolve(status);
		return (known == null) ? HttpStatus.NOT_FOUND : known;
	}

}
