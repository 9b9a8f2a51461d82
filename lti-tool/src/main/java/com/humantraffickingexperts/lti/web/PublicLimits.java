package com.humantraffickingexperts.lti.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how often one address may use the protocol addresses. The loopback address is
 * not counted: it is a person who tries the tool, or a proxy that does not say for whom
 * it asks.
 */
class PublicLimits extends OncePerRequestFilter {

	private final Allowance allowance;

	private final ErrorPages errors;

	PublicLimits(Allowance allowance, ErrorPages errors) {
		this.allowance = allowance;
		this.errors = errors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			if (!ClientNetwork.loopback(request)) {
				this.allowance.use(ClientNetwork.of(request));
			}
		}
		catch (ToolError error) {
			PageHeaders.frameableByAnybody(response);
			this.errors.answer(request, response, error);
			return;
		}
		chain.doFilter(request, response);
	}

	/** Puts the limits before everything that costs more than counting. */
	@Configuration(proxyBeanMethods = false)
	static class Placement {

		@Bean
		FilterRegistrationBean<PublicLimits> publicLimits(LimitsSettings settings, ErrorPages errors) {
			FilterRegistrationBean<PublicLimits> registration = new FilterRegistrationBean<>(
					new PublicLimits(new Allowance(settings.requestsPerMinute()), errors));
			registration.addUrlPatterns("/lti/*", "/modules/*", "/certificates/*", "/admin/*");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
			return registration;
		}

		/** A registration makes the tool call an address that anybody may name. */
		@Bean
		FilterRegistrationBean<PublicLimits> registrationLimits(LimitsSettings settings, ErrorPages errors) {
			FilterRegistrationBean<PublicLimits> registration = new FilterRegistrationBean<>(
					new PublicLimits(new Allowance(settings.registrationsPerMinute()), errors));
			registration.setName("registrationLimits");
			registration.addUrlPatterns("/lti/register", "/lti/register/*");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
			return registration;
		}

	}

}
