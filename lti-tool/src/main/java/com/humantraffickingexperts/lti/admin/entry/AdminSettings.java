package com.humantraffickingexperts.lti.admin.entry;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How administrators come in, and for how long.
 *
 * @param sessionIdle how long somebody stays signed in after the last request
 * @param sessionLongest how long somebody stays signed in at most
 * @param oidc the organisation's sign-in, or null when there is none
 */
@ConfigurationProperties("htmse.admin")
record AdminSettings(@DefaultValue("30m") Duration sessionIdle, @DefaultValue("12h") Duration sessionLongest,
		@Nullable Oidc oidc) {

	/**
	 * An OpenID Connect provider.
	 *
	 * @param name its name, for people
	 * @param issuer its issuer, compared byte for byte
	 * @param clientId its name for the tool
	 * @param clientSecret the secret that it shares with the tool
	 */
	record Oidc(String name, URI issuer, String clientId, String clientSecret) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
