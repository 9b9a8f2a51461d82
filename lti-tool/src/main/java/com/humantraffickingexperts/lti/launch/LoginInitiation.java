package com.humantraffickingexperts.lti.launch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;
import com.humantraffickingexperts.lti.web.PageHeaders;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * {@code /lti/login}: answers a third-party initiated login with an authentication
 * request. Writes nothing; what the launch needs travels sealed in the {@code state}.
 *
 * @see <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#openid_connect_launch_flow">Security
 * Framework 1.0, section 5.1.1</a>
 */
@Controller
class LoginInitiation {

	/** Marks the second request of a browser whose cookies are being tried. */
	private static final String COOKIE_CHECK = "cookie_check";

	private final Registrations registrations;

	private final LoginStates states;

	private final LaunchTargets targets;

	private final ToolAddress address;

	private final Clock clock;

	LoginInitiation(Registrations registrations, LoginStates states, LaunchTargets targets, ToolAddress address,
			Clock clock) {
		this.registrations = registrations;
		this.states = states;
		this.targets = targets;
		this.address = address;
		this.clock = clock;
	}

	@GetMapping("/lti/login")
	@Nullable String byGet(HttpServletRequest request, HttpServletResponse response, Model model) {
		return initiate(request, response, model, null);
	}

	@PostMapping(path = "/lti/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Nullable String byPost(HttpServletRequest request, HttpServletResponse response, Model model) {
		return initiate(request, response, model, null);
	}

	@GetMapping("/lti/login/{registrationKey:[a-z0-9]{1,64}}")
	@Nullable String byGet(@PathVariable String registrationKey, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		return initiate(request, response, model, new RegistrationId(registrationKey));
	}

	@PostMapping(path = "/lti/login/{registrationKey:[a-z0-9]{1,64}}",
			consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Nullable String byPost(@PathVariable String registrationKey, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		return initiate(request, response, model, new RegistrationId(registrationKey));
	}

	private @Nullable String initiate(HttpServletRequest request, HttpServletResponse response, Model model,
			@Nullable RegistrationId named) {
		PageHeaders.frameableByAnybody(response);
		LaunchTrace trace = LaunchTrace.begin(request);
		trace.at(LaunchStep.LOGIN);
		LoginRequest login = LoginRequest.read(request);
		trace.at(LaunchStep.REGISTRATION);
		Registration registration = registration(login, named);
		trace.registration(registration);
		trace.at(LaunchStep.ADDRESS);
		if (this.targets.read(login.targetLinkUri()).isEmpty()) {
			throw new ToolError(LaunchRefusal.TARGET_FOREIGN, LaunchAuthentication.facts(registration, Map.of()));
		}
		boolean checked = request.getParameter(COOKIE_CHECK) != null;
		if (framed(request) && (login.storageTarget() == null || checked) && !BrowserCookies.work(request)) {
			return checked ? cookiesBlocked(login, registration, request, response, model)
					: tryCookies(login, request, response);
		}
		return authenticate(login, registration, checked, request, response, model);
	}

	private Registration registration(LoginRequest login, @Nullable RegistrationId named) {
		List<Registration> fitting = this.registrations.ofIssuer(login.issuer())
			.stream()
			.filter((registration) -> named == null || registration.id().equals(named))
			.filter((registration) -> login.clientId() == null || registration.clientId().equals(login.clientId()))
			.toList();
		if (fitting.isEmpty()) {
			Map<String, String> facts = new LinkedHashMap<>();
			facts.put("issuer", login.issuer());
			facts.put("client_id", Objects.requireNonNullElse(login.clientId(), ""));
			throw new ToolError(LaunchRefusal.PLATFORM_UNKNOWN, facts);
		}
		if (fitting.size() > 1) {
			throw new ToolError(LaunchRefusal.PLATFORM_AMBIGUOUS, Map.of("issuer", login.issuer()));
		}
		Registration registration = fitting.getFirst();
		if (!registration.enabled()) {
			throw new ToolError(LaunchRefusal.REGISTRATION_DISABLED,
					LaunchAuthentication.facts(registration, Map.of()));
		}
		return registration;
	}

	/**
	 * Browsers say so since 2020 (Safari since 2023); of one that does not, nothing is
	 * known beforehand.
	 */
	private static boolean framed(HttpServletRequest request) {
		String destination = request.getHeader("Sec-Fetch-Dest");
		return "iframe".equals(destination) || "frame".equals(destination);
	}

	private @Nullable String tryCookies(LoginRequest login, HttpServletRequest request, HttpServletResponse response) {
		BrowserCookies.probe(response);
		redirect(response, again(request.getRequestURI(), login, request));
		return null;
	}

	private String again(String path, LoginRequest login, HttpServletRequest request) {
		StringBuilder query = new StringBuilder(COOKIE_CHECK + "=1");
		parameters(request).forEach((name, value) -> query.append('&').append(name).append('=').append(encoded(value)));
		return this.address.url(path) + "?" + query;
	}

	/**
	 * Asks for a new tab before anything is spent: a platform's {@code lti_message_hint}
	 * may be good for one use only.
	 */
	private String cookiesBlocked(LoginRequest login, Registration registration, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		PageHeaders.frameableByAnybody(response, formTargets(registration));
		model.addAttribute("action", request.getRequestURI());
		model.addAttribute("parameters", parameters(request));
		return "launch/cookies-blocked";
	}

	private static List<String> formTargets(Registration registration) {
		String origin = Origin.of(registration.authorizationEndpoint());
		return (origin == null) ? List.of() : List.of(origin);
	}

	private @Nullable String authenticate(LoginRequest login, Registration registration, boolean checked,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		String secret = Digests.newSecret();
		String flow = Digests.newSecret().substring(0, 16);
		String storageTarget = checked ? null : login.storageTarget();
		LoginState state = new LoginState(registration.id(), Digests.newSecret(), flow, Digests.sha256(secret),
				Digests.sha256(login.targetLinkUri()),
				(login.deploymentId() == null) ? null : Digests.sha256(login.deploymentId()), storageTarget,
				this.clock.instant());
		BrowserCookies.keepLogin(response, flow, secret);
		String authenticationRequest = authenticationRequest(login, registration, state);
		if (storageTarget == null) {
			redirect(response, authenticationRequest);
			return null;
		}
		model.addAttribute("storage", StorageStep.put(storageTarget, registration, StorageStep.key(flow), secret,
				authenticationRequest, again(request.getRequestURI(), login, request)));
		return "launch/storage-put";
	}

	private String authenticationRequest(LoginRequest login, Registration registration, LoginState state) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("scope", "openid");
		parameters.put("response_type", "id_token");
		parameters.put("response_mode", "form_post");
		parameters.put("prompt", "none");
		parameters.put("client_id", registration.clientId());
		parameters.put("redirect_uri", this.address.url("/lti/launch").toString());
		parameters.put("login_hint", login.loginHint());
		parameters.put("state", this.states.seal(state));
		parameters.put("nonce", state.nonce());
		if (login.messageHint() != null) {
			parameters.put("lti_message_hint", login.messageHint());
		}
		StringBuilder query = new StringBuilder();
		parameters.forEach((name,
				value) -> query.append((query.isEmpty()) ? "" : "&").append(name).append('=').append(encoded(value)));
		URI endpoint = registration.authorizationEndpoint();
		return endpoint + ((endpoint.getRawQuery() == null) ? "?" : "&") + query;
	}

	private static Map<String, String> parameters(HttpServletRequest request) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String name : LoginRequest.PARAMETERS) {
			String value = request.getParameter(name);
			if (value != null) {
				parameters.put(name, value);
			}
		}
		return parameters;
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static void redirect(HttpServletResponse response, String location) {
		response.setStatus(HttpStatus.FOUND.value());
		response.setHeader(HttpHeaders.LOCATION, location);
	}

}
