package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.web.QuotingError;
import com.humantraffickingexperts.lti.web.ToolError;

/** What the tool says to a platform while it registers, and what it hears. */
@Component
class PlatformDialogue {

	/** No configuration and no registration comes near this. */
	private static final int LARGEST_ANSWER = 256 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** A registration may take longer, and must not be sent again. */
	private static final Duration LONG_PATIENCE = Duration.ofSeconds(20);

	private static final int REDIRECTS = 3;

	private static final int LONGEST_ADDRESS = 2000;

	private static final String JSON = "application/json";

	private final OutboundHttp http;

	PlatformDialogue(OutboundHttp http) {
		this.http = http;
	}

	/**
	 * Fetches a platform's configuration. Redirects are followed within its own origin
	 * only, so that the token goes nowhere else.
	 * @param address where it lies
	 * @param token the registration token, which Canvas wants here too; null for none
	 * @return where it was found, and its text
	 * @throws ToolError when there is none
	 */
	Found configuration(URI address, @Nullable String token) {
		URI uri = address;
		for (int followed = 0; followed <= REDIRECTS; followed++) {
			OutboundAnswer answer = send(
					authorized(OutboundRequest.get(uri, JSON).within(PATIENCE, LARGEST_ANSWER), token));
			if (answer.successful()) {
				return new Found(uri, answer.text());
			}
			if (answer.status() / 100 != 3) {
				throw refused(uri, answer, token);
			}
			uri = sameOrigin(uri, answer.header("Location"));
		}
		throw redirected(uri);
	}

	/**
	 * Sends the registration, once.
	 * @param endpoint the registration endpoint
	 * @param token the registration token; null for none
	 * @param body the registration
	 * @return the text of the answer
	 * @throws ToolError when the platform does not register the tool, or does not answer
	 */
	String register(URI endpoint, @Nullable String token, byte[] body) {
		OutboundAnswer answer = send(authorized(
				OutboundRequest.withBody("POST", endpoint, JSON, JSON, body).within(LONG_PATIENCE, LARGEST_ANSWER),
				token));
		if (!answer.successful()) {
			throw refused(endpoint, answer, token);
		}
		return answer.text();
	}

	private static OutboundRequest authorized(OutboundRequest request, @Nullable String token) {
		return (token == null) ? request : request.header("Authorization", "Bearer " + token);
	}

	private OutboundAnswer send(OutboundRequest request) {
		try {
			return this.http.send(request);
		}
		catch (OutboundFailure ex) {
			DynamicRegistrationRefusal code = switch (ex.kind()) {
				case ADDRESS_REFUSED -> DynamicRegistrationRefusal.ADDRESS_REFUSED;
				case TOO_LARGE -> DynamicRegistrationRefusal.ANSWER_UNREADABLE;
				case UNREACHABLE, TIMEOUT -> DynamicRegistrationRefusal.PLATFORM_UNREACHABLE;
			};
			throw new ToolError(code,
					Map.of("host", String.valueOf(request.uri().getRawAuthority()), "failure", ex.kind().toString()),
					null, null, null);
		}
	}

	private static URI sameOrigin(URI from, @Nullable String location) {
		if (location != null) {
			try {
				URI to = from.resolve(new URI(location));
				String origin = Origin.of(from);
				if (origin != null && origin.equals(Origin.of(to)) && to.getRawUserInfo() == null
						&& location.length() <= LONGEST_ADDRESS) {
					return to;
				}
			}
			catch (URISyntaxException ex) {
				// refused below
			}
		}
		throw redirected(from);
	}

	private static ToolError redirected(URI from) {
		return new ToolError(DynamicRegistrationRefusal.PLATFORM_UNREACHABLE,
				Map.of("host", from.getRawAuthority(), "failure", "redirect"));
	}

	private static ToolError refused(URI uri, OutboundAnswer answer, @Nullable String token) {
		String words = answer.text();
		String said = (token == null) ? words : words.replace(token, "…");
		return new QuotingError(DynamicRegistrationRefusal.PLATFORM_REFUSED,
				Map.of("host", uri.getRawAuthority(), "answer", Integer.toString(answer.status())),
				"registration.quote.platform", (answer.status() + " " + answer.reason()).strip() + "\n" + said, null);
	}

	/**
	 * A configuration, unread.
	 *
	 * @param uri where it was found
	 * @param text what came
	 */
	record Found(URI uri, String text) {
	}

}
