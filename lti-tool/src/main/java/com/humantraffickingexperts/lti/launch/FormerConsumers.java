package com.humantraffickingexperts.lti.launch;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * The LTI 1.1 consumers from which platforms migrated. Their secrets are of no other use,
 * so they are kept apart from the registrations.
 *
 * @param platforms one entry for each registration
 */
@ConfigurationProperties("htmse")
record FormerConsumers(@DefaultValue List<Platform> platforms) {

	/**
	 * The secret of a consumer.
	 * @param registration the registration that replaced it
	 * @param consumerKey its key
	 * @return its secret; null when it is not known
	 */
	@Nullable String secret(Registration registration, String consumerKey) {
		return this.platforms.stream()
			.filter((platform) -> registration.issuer().equals(platform.issuer())
					&& registration.clientId().equals(platform.clientId()))
			.map((platform) -> platform.lti11Consumers().get(consumerKey))
			.filter((secret) -> secret != null)
			.findFirst()
			.orElse(null);
	}

	/**
	 * The consumers of one platform.
	 *
	 * @param issuer the issuer of the registration
	 * @param clientId the client id of the registration
	 * @param lti11Consumers secrets by consumer key
	 */
	record Platform(@Nullable String issuer, @Nullable String clientId,
			@DefaultValue Map<String, String> lti11Consumers) {

		@Override
		public String toString() {
			return "Platform[" + this.issuer + "]";
		}

	}

}
