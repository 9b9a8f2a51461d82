package com.humantraffickingexperts.lti.admin.entry;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import com.humantraffickingexperts.lti.admin.Administrator;

/** An administrator who is signed in, for one request. */
final class AdminAuthentication extends AbstractAuthenticationToken {

	private final transient Administrator administrator;

	AdminAuthentication(Administrator administrator) {
		super(List.of());
		this.administrator = administrator;
		setAuthenticated(true);
	}

	@Override
	public Administrator getPrincipal() {
		return this.administrator;
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public String getName() {
		return this.administrator.id().value();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AdminAuthentication that && this.administrator.equals(that.administrator);
	}

	@Override
	public int hashCode() {
		return this.administrator.hashCode();
	}

}
