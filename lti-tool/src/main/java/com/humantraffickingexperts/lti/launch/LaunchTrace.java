package com.humantraffickingexperts.lti.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * What was looked at in one login or launch, for those who explain it afterwards. Lives
 * as long as its request; what it holds of the id_token may be of anybody's making until
 * the step {@link LaunchStep#SIGNATURE} is passed.
 */
public final class LaunchTrace {

	private static final String ATTRIBUTE = LaunchTrace.class.getName();

	private final List<LaunchStep> steps = new ArrayList<>();

	private @Nullable Registration registration;

	private @Nullable IdToken token;

	private @Nullable MessageType messageType;

	private List<String> frameAncestors = List.of();

	private boolean storage;

	static LaunchTrace begin(HttpServletRequest request) {
		LaunchTrace trace = new LaunchTrace();
		request.setAttribute(ATTRIBUTE, trace);
		return trace;
	}

	/**
	 * The trace of a request.
	 * @param request the request
	 * @return its trace; empty when it is neither a login nor a launch
	 */
	public static Optional<LaunchTrace> of(HttpServletRequest request) {
		return Optional.ofNullable((LaunchTrace) request.getAttribute(ATTRIBUTE));
	}

	void at(LaunchStep step) {
		this.steps.add(step);
	}

	void registration(Registration found) {
		this.registration = found;
	}

	void token(IdToken read) {
		this.token = read;
	}

	void messageType(MessageType type) {
		this.messageType = type;
	}

	void frameAncestors(List<String> origins) {
		this.frameAncestors = List.copyOf(origins);
	}

	void storage() {
		this.storage = true;
	}

	/**
	 * The steps that were begun, in order: all but the last were passed.
	 * @return the steps
	 */
	public List<LaunchStep> steps() {
		return List.copyOf(this.steps);
	}

	/**
	 * The registration.
	 * @return null when none was found, or not yet
	 */
	public @Nullable Registration registration() {
		return this.registration;
	}

	/**
	 * The header of the id_token.
	 * @return empty when it could not be read, or not yet
	 */
	public Map<String, Object> header() {
		IdToken read = this.token;
		return (read == null) ? Map.of() : read.header();
	}

	/**
	 * The claims of the id_token, personal ones among them: never to be stored or logged
	 * as they are.
	 * @return empty when they could not be read, or not yet
	 */
	public Map<String, Object> claims() {
		IdToken read = this.token;
		return (read == null) ? Map.of() : read.claims();
	}

	/**
	 * What kind of message it is.
	 * @return null when it was not understood, or not yet
	 */
	public @Nullable MessageType messageType() {
		return this.messageType;
	}

	/**
	 * The origins that may show the launch in a frame.
	 * @return origins and patterns; empty when the launch did not get so far
	 */
	public List<String> frameAncestors() {
		return this.frameAncestors;
	}

	/**
	 * Whether the platform's storage kept the browser's secret, because cookies do not
	 * work there.
	 * @return false for a cookie
	 */
	public boolean inStorage() {
		return this.storage;
	}

}
