package com.humantraffickingexperts.lti.admin.accounts;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

import com.humantraffickingexperts.lti.admin.AdministratorId;

/**
 * A passkey that a browser has just made.
 *
 * @param options what the browser was asked
 * @param credential what it answered, as JSON
 * @param name the owner's name for it
 */
public record NewPasskey(PublicKeyCredentialCreationOptions options, String credential, String name) implements WayIn {

	AdministratorId owner() {
		return JdbcPasskeys.owner(this.options.getUser().getId());
	}

}
