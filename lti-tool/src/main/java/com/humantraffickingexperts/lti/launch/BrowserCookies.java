package com.humantraffickingexperts.lti.launch;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of a launch. All are {@code Partitioned}, so that they also work in a frame
 * where other cookies of third parties are blocked, and each belongs to one login or one
 * launch, so that tabs never mix.
 */
final class BrowserCookies {

	private static final String LOGIN = "__Host-lti_login_";

	private static final String PROBE = "__Host-lti_cookies";

	private static final String SESSION = "__Secure-lti_session";

	private static final Duration PROBE_LIFETIME = Duration.ofDays(30);

	private BrowserCookies() {
	}

	static void keepLogin(HttpServletResponse response, String flow, String secret) {
		add(response, LOGIN + flow, secret, "/", LoginState.LIFETIME);
	}

	static Optional<String> login(HttpServletRequest request, String flow) {
		return value(request, LOGIN + flow);
	}

	static void keepSession(HttpServletResponse response, LaunchId launch, String secret, Duration lifetime) {
		add(response, SESSION, secret, "/launches/" + launch.value(), lifetime);
	}

	static Optional<String> session(HttpServletRequest request) {
		return value(request, SESSION);
	}

	static void dropSession(HttpServletResponse response, LaunchId launch) {
		add(response, SESSION, "", "/launches/" + launch.value(), Duration.ZERO);
	}

	/** Leaves a cookie that says nothing, to see whether it comes back. */
	static void probe(HttpServletResponse response) {
		add(response, PROBE, "1", "/", PROBE_LIFETIME);
	}

	/** Whether this browser, in this frame, brings cookies back. */
	static boolean work(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(PROBE) || cookie.getName().startsWith(LOGIN)) {
					return true;
				}
			}
		}
		return false;
	}

	private static void add(HttpServletResponse response, String name, String value, String path, Duration lifetime) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.path(path)
					.maxAge(lifetime)
					.httpOnly(true)
					.secure(true)
					.sameSite("None")
					.partitioned(true)
					.build()
					.toString());
	}

	private static Optional<String> value(HttpServletRequest request, String name) {
		Cookie[] cookies = request.getCookies();
		if (cookies != null) {
			for (Cookie cookie : cookies) {
				if (cookie.getName().equals(name)) {
					return Optional.of(cookie.getValue());
				}
			}
		}
		return Optional.empty();
	}

}
