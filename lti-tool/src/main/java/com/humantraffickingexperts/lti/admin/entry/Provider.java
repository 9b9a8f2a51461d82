package com.humantraffickingexperts.lti.admin.entry;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import com.humantraffickingexperts.lti.admin.AdminErrorCode;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.accounts.WayIn;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * The organisation's sign-in: the authorization code flow of
 * <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect</a>,
 * with PKCE, state and nonce. Who a person is follows from the provider's issuer and
 * subject alone, never from an e-mail address.
 */
@Component
class Provider {

	static final String CALLBACK = "/admin/sign-in/provider/callback";

	private static final Duration SOON = Duration.ofSeconds(30);

	/**
	 * How old the proof may be that the provider gives when it is asked for a new one.
	 */
	private static final Duration FRESH = Duration.ofMinutes(5);

	private final AdminSettings.@Nullable Oidc settings;

	private final ProviderParts parts;

	private final ToolAddress address;

	private final Clock clock;

	Provider(AdminSettings settings, ProviderParts parts, ToolAddress address, Clock clock) {
		this.settings = settings.oidc();
		this.parts = parts;
		this.address = address;
		this.clock = clock;
	}

	/** The provider's name for people, or null when there is none. */
	@Nullable String name() {
		return (this.settings == null) ? null : this.settings.name();
	}

	/**
	 * Begins a sign-in.
	 * @param request the request, in whose session the question is kept
	 * @param purpose what the answer is for
	 * @param detail what belongs to the purpose: a page to open, or an invitation's token
	 * @return where the browser goes
	 */
	URI begin(HttpServletRequest request, Purpose purpose, String detail) {
		ClientRegistration registration = registration();
		DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
				(id) -> registration);
		resolver
			.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce().andThen((builder) -> {
				if (purpose == Purpose.PROOF) {
					builder.additionalParameters(Map.of("prompt", "login", "max_age", "0"));
				}
			}));
		OAuth2AuthorizationRequest question = Objects
			.requireNonNull(resolver.resolve(request, registration.getRegistrationId()));
		Challenges.keep(request, new Asked(question, purpose, detail));
		return URI.create(question.getAuthorizationRequestUri());
	}

	/**
	 * Reads the provider's answer.
	 * @param request the request that brings it
	 * @return who it is
	 * @throws ToolError when it is not genuine, or the provider cannot be reached
	 */
	Answer finish(HttpServletRequest request) {
		Asked asked = Challenges.take(request, Asked.class).orElseThrow(() -> refused("no sign-in was begun", null));
		String code = request.getParameter("code");
		if (code == null) {
			throw refused("the provider says: " + request.getParameter("error"), null);
		}
		OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
			.state(String.valueOf(request.getParameter("state")))
			.redirectUri(this.address.url(CALLBACK).toString())
			.build();
		OidcIdToken token = redeem(new OAuth2AuthorizationExchange(asked.request(), response));
		if (asked.purpose() == Purpose.PROOF && !fresh(token.getAuthenticatedAt())) {
			throw refused("the provider did not ask the person again", null);
		}
		return new Answer(asked.purpose(), asked.detail(),
				WayIn.Provider.of(String.valueOf(token.getIssuer()), Objects.requireNonNull(token.getSubject())));
	}

	private boolean fresh(@Nullable Instant authenticatedAt) {
		return authenticatedAt != null && authenticatedAt.plus(FRESH).isAfter(this.clock.instant());
	}

	private OidcIdToken redeem(OAuth2AuthorizationExchange exchange) {
		try {
			Authentication person = Objects.requireNonNull(this.parts.authentication()
				.authenticate(new OAuth2LoginAuthenticationToken(registration(), exchange)));
			return ((OidcUser) Objects.requireNonNull(person.getPrincipal())).getIdToken();
		}
		catch (AuthenticationException ex) {
			throw networkFailure(ex) ? unavailable(ex) : refused(ex.toString(), ex);
		}
	}

	private ClientRegistration registration() {
		if (this.settings == null) {
			throw Administrator.notFound();
		}
		try {
			return this.parts.registration(this.settings);
		}
		catch (IOException | RestClientException | IllegalArgumentException ex) {
			throw unavailable(ex);
		}
	}

	private static boolean networkFailure(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException) {
				return true;
			}
		}
		return false;
	}

	private static ToolError unavailable(Exception cause) {
		return new ToolError(AdminErrorCode.PROVIDER_UNAVAILABLE, Map.of("cause", String.valueOf(cause.getMessage())),
				null, SOON, cause);
	}

	private static ToolError refused(String reason, @Nullable Exception cause) {
		return new ToolError(AdminErrorCode.PROVIDER_REFUSED, Map.of("reason", reason), null, null, cause);
	}

	/** What a person's answer from the provider is for. */
	enum Purpose {

		SIGN_IN, INVITATION, PROOF

	}

	/** What the provider was asked. */
	record Asked(OAuth2AuthorizationRequest request, Purpose purpose, String detail) implements Serializable {
	}

	/** Who came back, and for what. */
	record Answer(Purpose purpose, String detail, WayIn.Provider person) {
	}

}
