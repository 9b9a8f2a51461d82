package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * What the platform's administrator is asked.
 *
 * @param form the secret of the form
 * @param tool the tool's name
 * @param host the platform's host
 * @param family the product; a key of the messages
 * @param product what the platform calls its product, when it is none that we know
 * @param institution who was invited; null when nobody was
 * @param canvas whether the places have Canvas's names
 * @param deepLinking whether teachers can choose modules
 * @param signedRequests whether the platform says that grades can be sent
 * @param hosts the hosts with which the tool will speak
 * @param toolAddresses the tool's own addresses
 */
record ConsentView(String form, String tool, String host, PlatformFamily family, @Nullable String product,
		@Nullable String institution, boolean canvas, boolean deepLinking, boolean signedRequests, Set<String> hosts,
		List<URI> toolAddresses) {

	static ConsentView of(DynamicRegistration.Begun begun, @Nullable String institution, ToolMetadata tool) {
		PlatformConfiguration platform = begun.platform();
		Set<String> hosts = new TreeSet<>(Stream
			.of(platform.authorizationEndpoint(), platform.tokenEndpoint(), platform.jwksUri(),
					platform.registrationEndpoint())
			.map(URI::getAuthority)
			.filter(Objects::nonNull)
			.toList());
		return new ConsentView(begun.form(), tool.name(), URI.create(platform.issuer()).getAuthority(),
				platform.family(), platform.product(), institution, platform.family() == PlatformFamily.CANVAS,
				platform.knows(Requirements.DEEP_LINKING), platform.signedRequests(), hosts,
				List.of(tool.login(), tool.launch(), tool.keySet()));
	}

}
