package com.humantraffickingexperts.lti.deeplinking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.keys.ToolKeys;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;

/**
 * Writes and signs answers to deep linking requests.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/lti-dl/v2p0/#deep-linking-response-message">Deep
 * Linking 2.0, response message</a>
 */
@Component
class ResponseMessages {

	private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";

	/**
	 * Moodle refuses what is issued one second ahead of its own clock; Canvas refuses
	 * what is older than five minutes.
	 */
	private static final Duration BACK_DATED = Duration.ofSeconds(5);

	private static final Duration LIFE = Duration.ofMinutes(5);

	private final ToolKeys keys;

	private final Clock clock;

	ResponseMessages(ToolKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * An answer with modules to place.
	 * @param launch the deep linking request
	 * @param items content items
	 * @return a compact JWS for the form parameter {@code JWT}
	 */
	String placing(CurrentLaunch launch, List<Map<String, Object>> items) {
		return this.keys.sign(answer(launch, items).build());
	}

	/**
	 * An answer that places nothing, because the person wants it so.
	 * @param launch the deep linking request
	 * @param message what the platform may show
	 * @return a compact JWS for the form parameter {@code JWT}
	 */
	String placingNothing(CurrentLaunch launch, String message) {
		return this.keys.sign(answer(launch, List.of()).claim(DEEP_LINKING + "msg", message)
			.claim(DEEP_LINKING + "log", message)
			.build());
	}

	/**
	 * An answer that places nothing, because it is not possible.
	 * @param launch the deep linking request
	 * @param message what the platform may show
	 * @param log what its administrator needs to know
	 * @return a compact JWS for the form parameter {@code JWT}
	 */
	String failing(CurrentLaunch launch, String message, String log) {
		return this.keys.sign(answer(launch, List.of()).claim(DEEP_LINKING + "errormsg", message)
			.claim(DEEP_LINKING + "errorlog", log)
			.build());
	}

	/** Blackboard wants a subject too: the issuer. */
	private JWTClaimsSet.Builder answer(CurrentLaunch launch, List<Map<String, Object>> items) {
		Instant issued = this.clock.instant().minus(BACK_DATED);
		String clientId = launch.registration().clientId();
		JWTClaimsSet.Builder answer = new JWTClaimsSet.Builder().issuer(clientId)
			.subject(clientId)
			.audience(launch.registration().issuer())
			.issueTime(Date.from(issued))
			.expirationTime(Date.from(issued.plus(LIFE)))
			.claim("nonce", UUID.randomUUID().toString())
			.claim(LTI + "deployment_id", launch.deploymentId())
			.claim(LTI + "message_type", "LtiDeepLinkingResponse")
			.claim(LTI + "version", "1.3.0")
			.claim(DEEP_LINKING + "content_items", items);
		DeepLinkingSettings settings = launch.deepLinking();
		if (settings != null && settings.data() != null) {
			answer.claim(DEEP_LINKING + "data", settings.data());
		}
		return answer;
	}

}
