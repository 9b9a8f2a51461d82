package com.humantraffickingexperts.lti.admin.entry;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.Accounts;

/**
 * Finds out who is signed in. The account is read anew for each request: who is disabled
 * or changes role is so at once.
 */
class SignedInFilter extends OncePerRequestFilter {

	private final AdminSessions sessions;

	private final Accounts accounts;

	SignedInFilter(AdminSessions sessions, Accounts accounts) {
		this.sessions = sessions;
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<AdministratorId> id = this.sessions.administrator(request);
		if (id.isPresent()) {
			Optional<Administrator> administrator = this.accounts.find(id.get()).flatMap(Account::administrator);
			if (administrator.isPresent()) {
				SecurityContext context = SecurityContextHolder.createEmptyContext();
				context.setAuthentication(new AdminAuthentication(administrator.get()));
				SecurityContextHolder.setContext(context);
			}
			else {
				this.sessions.end(request);
			}
		}
		chain.doFilter(request, response);
	}

}
