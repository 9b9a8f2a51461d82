package com.humantraffickingexperts.lti.launch;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.humantraffickingexperts.lti.launch.LaunchSessions.LaunchSession;
import com.humantraffickingexperts.lti.web.ErrorPages;
import com.humantraffickingexperts.lti.web.OwnWords;
import com.humantraffickingexperts.lti.web.PageHeaders;
import com.humantraffickingexperts.lti.web.PreferredLocale;
import com.humantraffickingexperts.lti.web.ToolError;

/** Opens the session of the launch that the address names, or answers why it cannot. */
@Component
class LaunchSessionFilter extends OncePerRequestFilter {

	private static final String ATTRIBUTE = LaunchSession.class.getName();

	private final LaunchSessions sessions;

	private final ErrorPages errors;

	LaunchSessionFilter(LaunchSessions sessions, ErrorPages errors) {
		this.sessions = sessions;
		this.errors = errors;
	}

	static LaunchSession session(HttpServletRequest request) {
		if (request.getAttribute(ATTRIBUTE) instanceof LaunchSession session) {
			return session;
		}
		throw new ToolError(LaunchRefusal.LAUNCH_UNKNOWN);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			PageHeaders.frameableByAnybody(response);
			LaunchSession session = open(request);
			PageHeaders.frameableBy(response, session.frameAncestors());
			PreferredLocale.prefer(request, session.launch().presentation().locale());
			PreferredLocale.prefer(request, session.language());
			request.setAttribute(ATTRIBUTE, session);
			OwnWords.address(request, session.launch().path(""));
		}
		catch (ToolError error) {
			this.errors.answer(request, response, error);
			return;
		}
		chain.doFilter(request, response);
	}

	private LaunchSession open(HttpServletRequest request) {
		String[] segments = request.getRequestURI().split("/", 4);
		LaunchKey key = LaunchKey.parse((segments.length > 2) ? segments[2] : "")
			.orElseThrow(() -> new ToolError(LaunchRefusal.LAUNCH_UNKNOWN));
		String secret = (key.secret() != null) ? key.secret() : BrowserCookies.session(request).orElse(null);
		return this.sessions.open(key, secret);
	}

	/** The filter belongs to the security chain of launches, not to every request. */
	@Configuration(proxyBeanMethods = false)
	static class OnlyInItsChain {

		@Bean
		FilterRegistrationBean<LaunchSessionFilter> launchSessionFilterRegistration(LaunchSessionFilter filter) {
			FilterRegistrationBean<LaunchSessionFilter> registration = new FilterRegistrationBean<>(filter);
			registration.setEnabled(false);
			return registration;
		}

	}

}
