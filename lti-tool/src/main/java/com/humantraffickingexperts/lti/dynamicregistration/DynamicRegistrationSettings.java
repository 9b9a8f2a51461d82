package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the tool calls itself at a platform, and who may register it.
 *
 * @param name the name that administrators and teachers see in the platform
 * @param description one sentence about the tool
 * @param website what the tool is, for people
 * @param policy the privacy notice; none is named when it is not set
 * @param terms the terms of use; none are named when they are not set
 * @param contacts e-mail addresses for administrators of platforms
 * @param invitationsValidFor how long an invitation can be used
 * @param consentValidFor how long the page that names what is asked waits for an answer
 * @param withoutInvitation what happens to a registration that nobody invited
 * @param uninvitedPerDay how many of those are taken in a day
 * @param trustedConfigurations issuers whose configuration lies at a host of its own
 */
@ConfigurationProperties("htmse.dynamic-registration")
record DynamicRegistrationSettings(@DefaultValue("HTMSE modules") String name,
		@DefaultValue("Training on human trafficking and modern slavery, with progress and grades.") String description,
		@DefaultValue("https://www.humantraffickingexperts.com") URI website, @Nullable URI policy, @Nullable URI terms,
		@DefaultValue List<String> contacts, @DefaultValue("7d") Duration invitationsValidFor,
		@DefaultValue("30m") Duration consentValidFor, @DefaultValue("pending") WithoutInvitation withoutInvitation,
		@DefaultValue("20") int uninvitedPerDay, @DefaultValue List<TrustedConfiguration> trustedConfigurations) {

	/** What happens to a registration that nobody invited. */
	enum WithoutInvitation {

		/** It waits, switched off, for an operator. */
		PENDING,
		/** It is refused before the tool calls anybody. */
		REFUSED

	}

	/**
	 * An issuer and the one other host that may speak for it.
	 *
	 * @param issuer the issuer, byte for byte
	 * @param host the host of its {@code openid_configuration}
	 */
	record TrustedConfiguration(String issuer, String host) {
	}

}
