package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where and how the platform's gradebook can be reached for this launch: the endpoint
 * claim of <a href=
 * "https://www.imsglobal.org/spec/lti-ags/v2p0#assignment-and-grade-service-claim">AGS
 * 2.0</a>. The addresses lie at an origin of the platform; others are dropped when the
 * launch is read.
 *
 * @param scopes the scopes that the platform offers
 * @param lineItem the line item of this resource link; null when it has none, or several
 * @param lineItems the line item container of the context; null when the platform offers
 * none
 */
public record AgsEndpoint(Set<String> scopes, @Nullable URI lineItem, @Nullable URI lineItems) {

	public AgsEndpoint {
		scopes = Set.copyOf(scopes);
	}

}
