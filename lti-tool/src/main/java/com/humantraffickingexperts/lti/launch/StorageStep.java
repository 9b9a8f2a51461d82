package com.humantraffickingexperts.lti.launch;

import java.util.Objects;

import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * What a page needs to put a value into the platform's storage, or to get it back, by
 * messages between windows.
 *
 * @param target the frame of the platform that answers; {@code _parent} for the window
 * around ours
 * @param origin the only origin to which messages are sent and from which they are taken
 * @param key the name of the value
 * @param value the value to put; empty when it is to be got
 * @param next where to go when it is done
 * @param otherwise where to go when the platform does not answer
 * @see <a href="https://www.imsglobal.org/spec/lti-pm-s/v0p1">LTI postMessage storage
 * 0.1</a>
 */
record StorageStep(String target, String origin, String key, String value, String next, String otherwise) {

	static StorageStep put(String target, Registration registration, String key, String value, String next,
			String otherwise) {
		return new StorageStep(target, origin(registration), key, value, next, otherwise);
	}

	static StorageStep get(String target, Registration registration, String key) {
		return new StorageStep(target, origin(registration), key, "", "", "");
	}

	static String key(String flow) {
		return "htmse_lti_" + flow;
	}

	private static String origin(Registration registration) {
		return Objects.requireNonNullElse(Origin.of(registration.authorizationEndpoint()), "");
	}

}
