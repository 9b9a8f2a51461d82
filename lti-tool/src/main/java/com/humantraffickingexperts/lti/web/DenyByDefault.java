package com.humantraffickingexperts.lti.web;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The last rule: what no feature has opened does not exist. Features with rules of their
 * own declare an earlier chain for their paths.
 */
@Configuration(proxyBeanMethods = false)
class DenyByDefault {

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain everythingElse(HttpSecurity http, List<PublicPaths> publicPaths, ErrorPages errors) {
		String[] open = publicPaths.stream().flatMap((paths) -> paths.patterns().stream()).toArray(String[]::new);
		return Stateless.configured(http)
			.csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((requests) -> requests.requestMatchers(open).permitAll().anyRequest().denyAll())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(
					(request, response, ex) -> errors.answer(request, response, new ToolError(WebErrorCode.NOT_FOUND)))
				.accessDeniedHandler((request, response, ex) -> errors.answer(request, response,
						new ToolError(WebErrorCode.NOT_FOUND))))
			.build();
	}

	/**
	 * Requests are timed as a whole. To time each filter of each chain too would take a
	 * tenth of the CPU time of a launch.
	 */
	@Bean
	SecurityObservationSettings filtersAreNotTimed() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	PublicPaths assets() {
		return PublicPaths.of("/assets/**", "/error");
	}

}
