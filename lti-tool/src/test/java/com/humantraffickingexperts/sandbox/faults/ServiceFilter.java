package com.humantraffickingexperts.sandbox.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import com.humantraffickingexperts.sandbox.SandboxClock;

/**
 * Stands before the services: lets them fail where they shall, and writes down what was
 * asked, before the caller has the answer.
 */
@Component
public class ServiceFilter extends OncePerRequestFilter {

	/** Present on requests whose token shall be taken for expired. */
	public static final String EXPIRED_TOKEN = ServiceFilter.class.getName() + ".expired";

	/** Present on requests whose connection shall end without an answer. */
	static final String RESET = ServiceFilter.class.getName() + ".reset";

	private final Faults faults;

	private final RecordedRequests requests;

	private final SandboxClock clock;

	ServiceFilter(Faults faults, RecordedRequests requests, SandboxClock clock) {
		this.faults = faults;
		this.requests = requests;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Service> service = Service.at(request.getRequestURI());
		if (service.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		Instant at = this.clock.instant();
		BodyKept kept = new BodyKept(request);
		ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
		held.setDateHeader("Date", at.toEpochMilli());
		boolean answered = answer(service.get(), kept, held, chain);
		this.requests.add(new RecordedRequest(at, service.get(), request.getMethod(), request.getRequestURI(),
				withoutSecrets(request.getQueryString()), header(request, "Accept"), header(request, "Content-Type"),
				header(request, "User-Agent"), (service.get() == Service.TOKEN) ? "" : kept.text(),
				answered ? held.getStatus() : 0));
		held.copyBodyToResponse();
	}

	private boolean answer(Service service, BodyKept request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Fault fault = this.faults.strike(service).orElse(null);
		if (fault == null) {
			chain.doFilter(request, response);
			return true;
		}
		switch (fault.kind()) {
			case SLOW -> {
				pause(fault.delay());
				chain.doFilter(request, response);
			}
			case EXPIRED_TOKEN -> {
				request.setAttribute(EXPIRED_TOKEN, true);
				chain.doFilter(request, response);
			}
			case STATUS -> text(response, fault.status(), "The sandbox was told to fail.");
			case TOO_MANY_REQUESTS -> {
				response.setHeader("Retry-After", Long.toString(fault.delay().toSeconds()));
				text(response, 429, "Too many requests.");
			}
			case THROTTLED -> {
				response.setHeader("X-Rate-Limit-Remaining", "0.0");
				text(response, 403, "403 Forbidden (Rate Limit Exceeded)\n");
			}
			case RESET -> {
				request.setAttribute(RESET, true);
				return false;
			}
		}
		return true;
	}

	private static void text(HttpServletResponse response, int status, String body) throws IOException {
		response.setStatus(status);
		response.setContentType("text/plain;charset=utf-8");
		response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
	}

	private static void pause(Duration delay) {
		try {
			Thread.sleep(delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String header(HttpServletRequest request, String name) {
		return Objects.requireNonNullElse(request.getHeader(name), "");
	}

	private static String withoutSecrets(@Nullable String query) {
		return (query == null) ? "" : query.replaceAll("(token|assertion)=[^&]*", "$1=…");
	}

}
