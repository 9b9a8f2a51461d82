package com.humantraffickingexperts.lti.launch;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

import com.humantraffickingexperts.lti.web.ErrorPages;
import com.humantraffickingexperts.lti.web.PageHeaders;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * What platforms open in a frame stays readable there, also when it is refused before a
 * controller sees it. Scripts of other sites have no business here: what they ask
 * beforehand is refused.
 */
class ProtocolFrames extends OncePerRequestFilter {

	private final ErrorPages errors;

	ProtocolFrames(ErrorPages errors) {
		this.errors = errors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		PageHeaders.frameableByAnybody(response);
		if (HttpMethod.OPTIONS.matches(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW,
					request.getRequestURI().startsWith("/lti/launch") ? "POST" : "GET, POST");
			this.errors.answer(request, response, new ToolError(WebErrorCode.METHOD));
			return;
		}
		chain.doFilter(request, response);
	}

	@Configuration(proxyBeanMethods = false)
	static class Placement {

		@Bean
		FilterRegistrationBean<ProtocolFrames> protocolFrames(ErrorPages errors) {
			FilterRegistrationBean<ProtocolFrames> registration = new FilterRegistrationBean<>(
					new ProtocolFrames(errors));
			registration.addUrlPatterns("/lti/*");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
			return registration;
		}

	}

}
