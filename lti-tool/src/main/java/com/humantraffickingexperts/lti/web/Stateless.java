package com.humantraffickingexperts.lti.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

/** What all filter chains without a server-side HTTP session have in common. */
public final class Stateless {

	private Stateless() {
	}

	/**
	 * Takes away everything that needs an HTTP session, a log-in form or headers of its
	 * own; {@link PageHeaders} sets the headers.
	 * @param http the chain to configure
	 * @return the same chain
	 */
	public static HttpSecurity configured(HttpSecurity http) {
		return http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable);
	}

}
