package com.humantraffickingexperts.lti.inspector;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * What became of one login or launch.
 *
 * @param id its id, which grows with time
 * @param registration the registration; null when none fits
 * @param reference what the person saw on the page; null when the launch was accepted
 * @param accepted whether the launch was accepted
 * @param proven whether the platform's signature stands behind what the claims say
 * @param code the error code; null when it was accepted
 * @param step the last step that was begun: where it failed, unless it was accepted
 * @param messageType the name of the message's type; null when it was not understood
 * @param framed whether a frame asked for it
 * @param frameAllowed whether the page around that frame is one that may show the tool
 * @param browser the browser's family
 * @param details what only the record's own page shows
 * @param recordedAt when it was
 */
record LaunchRecord(String id, @Nullable RegistrationId registration, @Nullable String reference, boolean accepted,
		boolean proven, @Nullable String code, LaunchStep step, @Nullable String messageType, boolean framed,
		boolean frameAllowed, BrowserFamily browser, Details details, Instant recordedAt) {

	/**
	 * What only the record's own page shows; stored as JSON.
	 *
	 * @param steps the steps that were begun, in order
	 * @param header the header of the id_token
	 * @param claims its claims
	 * @param facts what the log has of the error, by name
	 * @param origin the origin of the page that sent it; null when the browser did not
	 * say
	 * @param storage whether the platform's storage was used instead of cookies
	 * @param subject whether the platform says who the person is
	 * @param name whether a name came
	 * @param email whether an e-mail address came
	 * @param scopes the service scopes that the message offers
	 */
	record Details(List<LaunchStep> steps, List<ShownClaim> header, List<ShownClaim> claims, Map<String, String> facts,
			@Nullable String origin, boolean storage, boolean subject, boolean name, boolean email,
			List<String> scopes) {
	}

}
