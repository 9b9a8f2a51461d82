package com.humantraffickingexperts.lti.admin.entry;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.accounts.Accounts;
import com.humantraffickingexperts.lti.web.EnglishPaths;
import com.humantraffickingexperts.lti.web.ErrorPages;
import com.humantraffickingexperts.lti.web.Stateless;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/** Who may reach what of the console: nothing, without having signed in. */
@Configuration(proxyBeanMethods = false)
class AdminSecurity implements WebMvcConfigurer {

	/** What can be opened without having signed in. */
	private static final String[] OPEN = { "/admin/sign-in", "/admin/sign-in/**", "/admin/setup/{token}",
			"/admin/setup/{token}/passkey", "/admin/invitations/{token}", "/admin/invitations/{token}/passkey",
			"/admin/invitations/{token}/provider" };

	/**
	 * To Spring Security every request of a stateless chain looks like a sign-in, after
	 * which it would change the session's id and the token in forms, so that a second tab
	 * or a request under way would lose them. A sign-in begins a new session by itself.
	 */
	private static final SessionAuthenticationStrategy KEPT = new NullAuthenticatedSessionStrategy();

	private final Guards guards;

	AdminSecurity(Guards guards) {
		this.guards = guards;
	}

	@Bean
	EnglishPaths console() {
		return EnglishPaths.of("/admin");
	}

	@Bean
	@Order(20)
	SecurityFilterChain adminPages(HttpSecurity http, AdminSessions sessions, Accounts accounts, ErrorPages errors,
			ToolAddress address) {
		return Stateless.configured(http)
			.securityMatcher("/admin", "/admin/**")
			.sessionManagement((management) -> management.sessionAuthenticationStrategy(KEPT))
			.csrf((csrf) -> csrf.csrfTokenRepository(formTokens(address)).sessionAuthenticationStrategy(KEPT))
			.addFilterBefore(new SignedInFilter(sessions, accounts), CsrfFilter.class)
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, ex) -> signIn(request, response))
				.accessDeniedHandler((request, response, ex) -> errors.answer(request, response,
						(ex instanceof CsrfException) ? new ToolError(WebErrorCode.FORM_FOREIGN)
								: Administrator.notFound())))
			.build();
	}

	/**
	 * The token in the console's forms, kept in a cookie: pages that anybody can open
	 * need no session for it. The prefix keeps other hosts of the domain from setting it.
	 */
	private static CookieCsrfTokenRepository formTokens(ToolAddress address) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName(address.secure() ? "__Host-htmse_form" : "htmse_form");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.secure(address.secure()).httpOnly(true).sameSite("Lax"));
		return tokens;
	}

	/**
	 * Leads to the sign-in, and from there back to the page; a form is never sent again.
	 */
	private static void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String target = "/admin/sign-in";
		if ("GET".equals(request.getMethod()) && !"/admin".equals(request.getRequestURI())) {
			target += "?then=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8);
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, target);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new AdminArgument());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.guards).addPathPatterns("/admin", "/admin/**");
	}

}
