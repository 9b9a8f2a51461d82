package com.humantraffickingexperts.lti.admin.accounts;

import com.humantraffickingexperts.lti.database.Ids;

/** What a person will sign in with. */
public sealed interface WayIn permits WayIn.Password, NewPasskey, WayIn.Provider {

	/**
	 * A password that the rules accept.
	 *
	 * @param value the password
	 */
	record Password(String value) implements WayIn {

		@Override
		public String toString() {
			return "a password";
		}

	}

	/**
	 * The organisation's sign-in.
	 *
	 * @param identity the digest of the provider's issuer and its subject
	 */
	record Provider(String identity) implements WayIn {

		/**
		 * A person as the provider names them; never an e-mail address.
		 * @param issuer the provider ({@code iss})
		 * @param subject the person ({@code sub})
		 * @return the identity
		 */
		public static Provider of(String issuer, String subject) {
			return new Provider(Ids.derived("oidc", issuer, subject));
		}

	}

}
