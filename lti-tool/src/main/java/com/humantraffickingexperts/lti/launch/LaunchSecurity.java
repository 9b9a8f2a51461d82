package com.humantraffickingexperts.lti.launch;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.humantraffickingexperts.lti.web.ErrorPages;
import com.humantraffickingexperts.lti.web.PublicPaths;
import com.humantraffickingexperts.lti.web.Stateless;

/** Who may reach what of a launch. */
@Configuration(proxyBeanMethods = false)
class LaunchSecurity implements WebMvcConfigurer {

	/**
	 * The pages of a launch: whoever opens its session, and forms only from its own
	 * pages.
	 */
	@Bean
	@Order(10)
	SecurityFilterChain launchPages(HttpSecurity http, LaunchSessionFilter sessions, ErrorPages errors) {
		return Stateless.configured(http)
			.securityMatcher("/launches/**")
			.csrf((csrf) -> csrf.csrfTokenRepository(new LaunchFormTokens()))
			.addFilterBefore(sessions, CsrfFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.exceptionHandling((handling) -> handling.accessDeniedHandler((request, response, ex) -> errors
				.answer(request, response, LaunchFormTokens.error((ex instanceof CsrfException) ? ex : null))))
			.build();
	}

	@Bean
	PublicPaths protocolPaths() {
		return PublicPaths.of("/lti/**");
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CurrentLaunchArgument());
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new LaunchPageModel()).addPathPatterns("/launches/**");
	}

}
