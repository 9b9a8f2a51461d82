package com.humantraffickingexperts.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

import com.humantraffickingexperts.lti.launch.JdbcLaunches.StoredLaunch;
import com.humantraffickingexperts.lti.launch.JdbcPendingLaunches.Pending;
import com.humantraffickingexperts.lti.launch.LaunchAuthentication.Admitted;
import com.humantraffickingexperts.lti.launch.LaunchAuthentication.Verified;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registrations;
import com.humantraffickingexperts.lti.web.Allowance;
import com.humantraffickingexperts.lti.web.LimitsSettings;
import com.humantraffickingexperts.lti.web.PageHeaders;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * {@code POST /lti/launch}: the one redirect URI. A launch is bound to the browser that
 * began the login by a cookie, or by the platform's storage where cookies are blocked.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#step-3-authentication-response">Security
 * Framework 1.0, section 5.1.1.3</a>
 */
@Controller
class LaunchController {

	private static final Duration PENDING_LIFETIME = Duration.ofMinutes(2);

	private static final Duration SESSION_COOKIE = Duration.ofHours(24);

	/**
	 * Errors that mean no more than that the person has to sign in to the platform again.
	 */
	private static final Set<String> SIGNED_OUT = Set.of("login_required", "interaction_required",
			"account_selection_required", "consent_required", "launch_no_longer_valid");

	private final LoginStates states;

	private final Registrations registrations;

	private final LaunchAuthentication authentication;

	private final LaunchRecorder recorder;

	private final JdbcLaunches launches;

	private final JdbcPendingLaunches pendingLaunches;

	private final List<LaunchDestination> destinations;

	private final ToolAddress address;

	private final Clock clock;

	private final Allowance launchesOfRegistration;

	private final List<LaunchObserver> observers;

	LaunchController(LoginStates states, Registrations registrations, LaunchAuthentication authentication,
			LaunchRecorder recorder, JdbcLaunches launches, JdbcPendingLaunches pendingLaunches,
			List<LaunchDestination> destinations, ToolAddress address, LimitsSettings limits, Clock clock,
			ObjectProvider<LaunchObserver> observers) {
		this.states = states;
		this.registrations = registrations;
		this.authentication = authentication;
		this.recorder = recorder;
		this.launches = launches;
		this.pendingLaunches = pendingLaunches;
		this.destinations = destinations;
		this.address = address;
		this.clock = clock;
		this.launchesOfRegistration = new Allowance(limits.launchesPerMinute());
		this.observers = observers.orderedStream().toList();
	}

	@PostMapping(path = "/lti/launch", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Nullable String launch(HttpServletRequest request, HttpServletResponse response, Model model) {
		PageHeaders.frameableByAnybody(response);
		LaunchTrace trace = LaunchTrace.begin(request);
		trace.at(LaunchStep.ANSWER);
		String error = once(request, "error");
		if (error != null) {
			throw platformError(error, once(request, "state"), trace);
		}
		String idToken = required(request, "id_token");
		String sealed = required(request, "state");
		LoginState state = state(sealed, trace);
		Registration registration = registration(state, trace);
		PageHeaders.frameableBy(response, registration.pageOrigins());
		String issuer = once(request, "iss");
		if (issuer != null && !issuer.equals(registration.issuer())) {
			trace.at(LaunchStep.ISSUER);
			throw refused(LaunchRefusal.ISSUER_MISMATCH, registration);
		}
		Optional<String> cookie = BrowserCookies.login(request, state.flow());
		if (cookie.isPresent()) {
			trace.at(LaunchStep.BROWSER);
			checkBinding(cookie.get(), state, registration);
			Verified verified = this.authentication.verify(idToken, state, registration, trace);
			return arrive(verified, cookie.get(), true, request, response);
		}
		if (state.storageTarget() == null) {
			trace.at(LaunchStep.BROWSER);
			throw refused(LaunchRefusal.BROWSER_UNKNOWN, registration);
		}
		trace.storage();
		Verified verified = this.authentication.verify(idToken, state, registration, trace);
		return askStorage(verified, state.storageTarget(), new Pending(sealed, idToken), model);
	}

	@PostMapping(path = "/lti/launch/confirm", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Nullable String confirm(HttpServletRequest request, HttpServletResponse response) {
		PageHeaders.frameableByAnybody(response);
		LaunchTrace trace = LaunchTrace.begin(request);
		trace.storage();
		trace.at(LaunchStep.ANSWER);
		String id = required(request, "pending");
		String secret = once(request, "value");
		Pending pending = this.pendingLaunches.take(Digests.sha256(id), this.clock.instant())
			.orElseThrow(() -> new ToolError(LaunchRefusal.LAUNCH_USED));
		LoginState state = state(pending.state(), trace);
		Registration registration = registration(state, trace);
		PageHeaders.frameableBy(response, registration.pageOrigins());
		trace.at(LaunchStep.BROWSER);
		if (secret == null || secret.isEmpty()) {
			throw refused(LaunchRefusal.BROWSER_UNKNOWN, registration);
		}
		checkBinding(secret, state, registration);
		Verified verified = this.authentication.verify(pending.idToken(), state, registration, trace);
		return arrive(verified, secret, false, request, response);
	}

	private static void checkBinding(String secret, LoginState state, Registration registration) {
		if (!Digests.equal(state.bindingDigest(), Digests.sha256(secret))) {
			throw refused(LaunchRefusal.STATE_MISMATCH, registration);
		}
	}

	private @Nullable String arrive(Verified verified, String bindingSecret, boolean inCookie,
			HttpServletRequest request, HttpServletResponse response) {
		this.launchesOfRegistration.use(verified.registration().id().value());
		Admitted admitted = this.authentication.admit(verified, bindingSecret, inCookie);
		CurrentLaunch launch = admitted.fresh().launch();
		LaunchTrace trace = verified.trace();
		trace.frameAncestors(admitted.fresh().details().frameAncestors());
		trace.at(LaunchStep.DESTINATION);
		LaunchDestination destination = destination(launch);
		String path = destination.pathFor(launch);
		NewLaunch fresh = destination.takesSeat() ? admitted.fresh() : admitted.fresh().withoutSeat();
		LaunchId id = launch.id();
		String location = launch.path(path);
		trace.at(LaunchStep.RECORD);
		if (this.recorder.record(fresh)) {
			this.observers.forEach((observer) -> observer.accepted(request, trace, launch));
		}
		else {
			LaunchKey resumed = resumed(verified, admitted, inCookie);
			id = resumed.id();
			location = "/launches/" + resumed.text() + path;
		}
		if (inCookie) {
			BrowserCookies.keepSession(response, id, admitted.secret(), SESSION_COOKIE);
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, this.address.url(location).toString());
		return null;
	}

	/**
	 * The same message posted again by the same browser (a reload, a double click) leads
	 * back to the session that it opened; anything else that uses the nonce again is
	 * refused.
	 */
	private LaunchKey resumed(Verified verified, Admitted admitted, boolean inCookie) {
		StoredLaunch first = this.launches.findByNonce(verified.nonceDigest())
			.orElseThrow(() -> refused(LaunchRefusal.LAUNCH_USED, verified.registration()));
		boolean same = Digests.equal(first.tokenDigest(), verified.tokenDigest())
				&& Digests.equal(first.sessionDigest(), Digests.sha256(admitted.secret()))
				&& this.clock.instant().isBefore(first.sessionExpiresAt());
		if (!same) {
			throw refused(LaunchRefusal.LAUNCH_USED, verified.registration());
		}
		return new LaunchKey(first.id(), inCookie ? null : admitted.secret());
	}

	private LaunchDestination destination(CurrentLaunch launch) {
		return this.destinations.stream()
			.filter((destination) -> destination.answers(launch))
			.findFirst()
			.orElseThrow(() -> refused(LaunchRefusal.MESSAGE_UNSUPPORTED, launch.registration()));
	}

	private String askStorage(Verified verified, String storageTarget, Pending pending, Model model) {
		String id = Digests.newSecret();
		this.pendingLaunches.park(Digests.sha256(id), pending, this.clock.instant().plus(PENDING_LIFETIME));
		model.addAttribute("pending", id);
		model.addAttribute("storage",
				StorageStep.get(storageTarget, verified.registration(), StorageStep.key(verified.state().flow())));
		return "launch/storage-get";
	}

	private ToolError platformError(String error, @Nullable String sealed, LaunchTrace trace) {
		Optional<Registration> registration = Optional.ofNullable(sealed)
			.flatMap(this.states::open)
			.filter((state) -> !state.expired(this.clock.instant()))
			.flatMap((state) -> this.registrations.find(state.registration()));
		LaunchRefusal refusal = SIGNED_OUT.contains(error) ? LaunchRefusal.PLATFORM_SIGNED_OUT
				: LaunchRefusal.PLATFORM_ERROR;
		registration.ifPresent(trace::registration);
		Map<String, String> facts = Map.of("error", error);
		return registration.map((known) -> new ToolError(refusal, LaunchAuthentication.facts(known, facts)))
			.orElseGet(() -> new ToolError(refusal, facts));
	}

	private LoginState state(String sealed, LaunchTrace trace) {
		trace.at(LaunchStep.STATE);
		LoginState state = this.states.open(sealed).orElseThrow(() -> new ToolError(LaunchRefusal.STATE_MISMATCH));
		this.registrations.find(state.registration()).ifPresent(trace::registration);
		if (state.expired(this.clock.instant())) {
			throw new ToolError(LaunchRefusal.STATE_EXPIRED, Map.of("registration", state.registration().value()));
		}
		return state;
	}

	private Registration registration(LoginState state, LaunchTrace trace) {
		trace.at(LaunchStep.REGISTRATION);
		Registration registration = this.registrations.find(state.registration())
			.orElseThrow(() -> new ToolError(LaunchRefusal.PLATFORM_UNKNOWN));
		if (!registration.enabled()) {
			throw refused(LaunchRefusal.REGISTRATION_DISABLED, registration);
		}
		return registration;
	}

	private static ToolError refused(LaunchRefusal refusal, Registration registration) {
		return new ToolError(refusal, LaunchAuthentication.facts(registration, Map.of()));
	}

	private static String required(HttpServletRequest request, String name) {
		String value = once(request, name);
		if (value == null || value.isBlank()) {
			throw new ToolError(LaunchRefusal.PARAMETER_MISSING, Map.of("parameter", name));
		}
		return value;
	}

	private static @Nullable String once(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values == null || values.length == 0) {
			return null;
		}
		if (values.length > 1) {
			throw new ToolError(LaunchRefusal.PARAMETER_REPEATED, Map.of("parameter", name));
		}
		return values[0];
	}

}
