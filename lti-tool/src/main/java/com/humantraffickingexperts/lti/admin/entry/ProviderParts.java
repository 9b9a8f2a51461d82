package com.humantraffickingexperts.lti.admin.entry;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * Spring Security's parts of OpenID Connect, put together so that all calls go through
 * the guarded client, and the provider is asked for its configuration when somebody wants
 * to sign in: the tool starts without it.
 */
@Component
class ProviderParts {

	private static final TypeReference<Map<String, Object>> CONFIGURATION = new TypeReference<>() {
	};

	private static final Duration KEPT = Duration.ofHours(1);

	private final OutboundHttp http;

	private final JsonMapper json;

	private final ToolAddress address;

	private final Clock clock;

	private final OidcAuthorizationCodeAuthenticationProvider authentication;

	private volatile @Nullable Known known;

	ProviderParts(OutboundHttp http, JsonMapper json, ToolAddress address, Clock clock) {
		this.http = http;
		this.json = json;
		this.address = address;
		this.clock = clock;
		RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.builder()
			.requestFactory(new OutboundRequestFactory(http))
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		this.authentication = new OidcAuthorizationCodeAuthenticationProvider(tokens,
				(request) -> new DefaultOidcUser(List.of(), request.getIdToken()));
		this.authentication.setJwtDecoderFactory(this::decoder);
	}

	OidcAuthorizationCodeAuthenticationProvider authentication() {
		return this.authentication;
	}

	/** The tool as a client of the provider, by the configuration that this publishes. */
	ClientRegistration registration(AdminSettings.Oidc settings) throws IOException {
		Known remembered = this.known;
		if (remembered != null && remembered.until().isAfter(this.clock.instant())) {
			return remembered.registration();
		}
		ClientRegistration fresh = ClientRegistrations.fromOidcConfiguration(configuration(settings.issuer()))
			.registrationId("admin")
			.clientId(settings.clientId())
			.clientSecret(settings.clientSecret())
			.clientName(settings.name())
			.redirectUri(this.address.url(Provider.CALLBACK).toString())
			.scope("openid")
			.build();
		this.known = new Known(fresh, decoderFor(fresh), this.clock.instant().plus(KEPT));
		return fresh;
	}

	private Map<String, Object> configuration(URI issuer) throws IOException {
		URI place = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
		try {
			OutboundAnswer answer = this.http.send(OutboundRequest.get(place, MediaType.APPLICATION_JSON_VALUE));
			if (!answer.successful()) {
				throw new IOException("status " + answer.status() + " from " + place);
			}
			Map<String, Object> configuration = this.json.readValue(answer.body(), CONFIGURATION);
			if (!issuer.toString().equals(configuration.get("issuer"))) {
				throw new IOException("the configuration at " + place + " is another issuer's");
			}
			return configuration;
		}
		catch (OutboundFailure | JacksonException ex) {
			throw new IOException(ex);
		}
	}

	private JwtDecoder decoder(ClientRegistration registration) {
		Known remembered = this.known;
		return (remembered != null && remembered.registration() == registration) ? remembered.decoder()
				: decoderFor(registration);
	}

	private JwtDecoder decoderFor(ClientRegistration registration) {
		String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.jwsAlgorithms((algorithms) -> algorithms
				.addAll(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
			.restOperations(new RestTemplate(new OutboundRequestFactory(this.http)))
			.build();
		OidcIdTokenValidator oidc = new OidcIdTokenValidator(registration);
		oidc.setClock(this.clock);
		JwtTimestampValidator times = new JwtTimestampValidator();
		times.setClock(this.clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, oidc));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		return decoder;
	}

	/** The provider's configuration, as long as it is believed. */
	private record Known(ClientRegistration registration, JwtDecoder decoder, Instant until) {
	}

}
