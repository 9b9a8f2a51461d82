package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words an error for the person who meets it, and writes one line to the log with the
 * same reference. Used by controllers (through {@link ErrorAdvice}) and by filters alike.
 */
@Component
public class ErrorPages {

	private static final int LONGEST_FACT = 200;

	private static final Logger logger = LoggerFactory.getLogger(ErrorPages.class);

	private final MessageSource messages;

	private final ITemplateEngine templates;

	private final LocaleResolver locales;

	private final ToolAddress address;

	private final JsonMapper json;

	private final List<ErrorObserver> observers;

	ErrorPages(MessageSource messages, ITemplateEngine templates, LocaleResolver locales, ToolAddress address,
			JsonMapper json, ObjectProvider<ErrorObserver> observers) {
		this.messages = messages;
		this.templates = templates;
		this.locales = locales;
		this.address = address;
		this.json = json;
		this.observers = observers.orderedStream().toList();
	}

	/**
	 * Answers a request with an error.
	 * @param request the request
	 * @param response the answer, not yet committed
	 * @param error what went wrong
	 * @throws IOException when the answer cannot be written
	 */
	public void answer(HttpServletRequest request, HttpServletResponse response, ToolError error) throws IOException {
		String reference = ErrorReference.next();
		log(request, error, reference);
		this.observers.forEach((observer) -> observer.answered(request, error, reference));
		Locale locale = this.locales.resolveLocale(request);
		HttpStatus status = error.code().status();
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (error.retryAfter() != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, error.retryAfter().toSeconds())));
		}
		if (wantsJson(request)) {
			write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem(error, reference, locale));
		}
		else {
			write(response, "text/html;charset=UTF-8", page(request, response, error, reference, locale));
		}
	}

	private void log(HttpServletRequest request, ToolError error, String reference) {
		StringBuilder facts = new StringBuilder();
		new TreeMap<>(error.facts()).forEach(
				(name, value) -> facts.append(' ').append(name).append("=\"").append(printable(value)).append('"'));
		String line = "Refused code=%s reference=%s status=%d path=%s%s".formatted(error.code().code(), reference,
				error.code().status().value(), printable(LoggedPath.of(request)), facts);
		if (error.code().status().is5xxServerError() && error.getCause() != null) {
			logger.error(line, error.getCause());
		}
		else {
			logger.warn(line);
		}
	}

	private static String printable(String text) {
		String shortened = (text.length() > LONGEST_FACT) ? text.substring(0, LONGEST_FACT) + "…" : text;
		return shortened.replaceAll("[\\p{Cntrl}\\p{Cf}\"\u2028\u2029]", "�");
	}

	private static boolean wantsJson(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept == null) {
			return false;
		}
		try {
			List<MediaType> types = MediaType.parseMediaTypes(accept);
			MimeTypeUtils.sortBySpecificity(types);
			return types.stream()
				.filter((type) -> !type.isWildcardType())
				.findFirst()
				.map((type) -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
						|| type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
				.orElse(false);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private String problem(ToolError error, String reference, Locale locale) {
		ProblemDetail problem = ProblemDetail.forStatus(error.code().status());
		String code = error.code().code();
		problem.setType(URI.create(this.address.url("/problems/" + code.toLowerCase(Locale.ROOT)).toString()));
		problem.setTitle(message("title", code, locale));
		problem.setDetail(message("what", code, locale) + " " + message("next", code, locale));
		Map<String, Object> body = new TreeMap<>();
		body.put("type", problem.getType());
		body.put("title", problem.getTitle());
		body.put("status", problem.getStatus());
		body.put("detail", problem.getDetail());
		body.put("code", code);
		body.put("reference", reference);
		return this.json.writeValueAsString(body);
	}

	private String page(HttpServletRequest request, HttpServletResponse response, ToolError error, String reference,
			Locale locale) {
		String code = error.code().code();
		ErrorView view = new ErrorView(message("title", code, locale), message("what", code, locale),
				message("next", code, locale), code, reference, withMessage(error.returnUrl(), code),
				(error instanceof QuotingError quoting) ? quoting.quotes() : List.of());
		WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
			.buildExchange(request, response), locale, Map.of("error", view, "title", view.title()));
		return this.templates.process("web/error", context);
	}

	private @Nullable String withMessage(@Nullable String returnUrl, String code) {
		return (returnUrl == null) ? null : ReturnUrl.withMessage(returnUrl, "lti_errormsg", code);
	}

	private String message(String part, String code, Locale locale) {
		String key = "error." + code + "." + part;
		return Objects.requireNonNull(this.messages.getMessage(key, null, key, locale));
	}

	private static void write(HttpServletResponse response, String contentType, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		response.setContentType(contentType);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	/** What the error page shows. */
	record ErrorView(String title, String what, String next, String code, String reference, @Nullable String returnUrl,
			List<QuotingError.Quote> quotes) {
	}

}
