package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The security headers of every answer. A page may be framed by nobody unless the feature
 * that serves it says by whom.
 */
@Component
public class PageHeaders extends OncePerRequestFilter {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

	private static final String NO_FEATURES = "accelerometer=(), autoplay=(), camera=(), display-capture=(), "
			+ "geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()";

	/**
	 * A drawing is a document for whoever opens its address: it may have its own styles,
	 * and nothing else.
	 */
	private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
			+ "form-action 'none'; frame-ancestors 'none'; sandbox";

	private static final String ANYBODY = "*";

	private final ToolAddress address;

	PageHeaders(ToolAddress address) {
		this.address = address;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		response.setHeader("Content-Security-Policy", policy("", "'none'"));
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Permissions-Policy", NO_FEATURES);
		response.setHeader("Cache-Control", "no-store");
		if (this.address.secure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000");
		}
		chain.doFilter(request, response);
	}

	/**
	 * Lets a platform show the page in a frame.
	 * @param response the answer
	 * @param origins the platform's origins
	 */
	public static void frameableBy(HttpServletResponse response, Collection<String> origins) {
		frameable(response, origins.isEmpty() ? "'none'" : String.join(" ", origins), "");
	}

	/**
	 * Lets a platform show the page in a frame, and the page's forms lead to further
	 * origins.
	 * @param response the answer
	 * @param origins the platform's origins
	 * @param formTargets the origins to which forms may lead
	 */
	public static void frameableBy(HttpServletResponse response, Collection<String> origins,
			Collection<String> formTargets) {
		frameable(response, origins.isEmpty() ? "'none'" : String.join(" ", origins),
				formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets));
	}

	/**
	 * Lets anybody show the page in a frame: for errors that occur before it is known who
	 * frames the tool, on pages that hold nothing to be tricked into.
	 * @param response the answer
	 */
	public static void frameableByAnybody(HttpServletResponse response) {
		frameable(response, ANYBODY, "");
	}

	/**
	 * Lets anybody show the page in a frame, and the page's forms lead to further
	 * origins.
	 * @param response the answer
	 * @param formTargets the origins to which forms may lead
	 */
	public static void frameableByAnybody(HttpServletResponse response, Collection<String> formTargets) {
		frameable(response, ANYBODY, formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets));
	}

	/**
	 * Lets the page's forms lead to further origins, whoever may frame it.
	 * @param response the answer, which has its headers already
	 * @param formTargets the origins to which forms may lead
	 */
	public static void formsLeadTo(HttpServletResponse response, Collection<String> formTargets) {
		String policy = Objects.requireNonNull(response.getHeader("Content-Security-Policy"));
		response.setHeader("Content-Security-Policy",
				policy.replace("form-action 'self'", "form-action 'self' " + String.join(" ", formTargets)));
	}

	/**
	 * Lets browsers keep a picture whose address is the digest of its content.
	 * @param response the answer
	 */
	public static void pictureForGood(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", PICTURE_POLICY);
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
	}

	private static void frameable(HttpServletResponse response, String ancestors, String formTargets) {
		response.setHeader("Content-Security-Policy", policy(formTargets, ancestors));
	}

	private static String policy(String formTargets, String ancestors) {
		return POLICY + formTargets + "; frame-ancestors " + ancestors;
	}

	/** Puts the headers on before anything else can answer. */
	@Component
	static class First extends FilterRegistrationBean<PageHeaders> {

		First(PageHeaders headers) {
			super(headers);
			setOrder(Ordered.HIGHEST_PRECEDENCE);
		}

	}

}
