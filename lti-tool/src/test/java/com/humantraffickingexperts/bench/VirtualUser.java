package com.humantraffickingexperts.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Launches again and again, each time as a person at a browser of their own. */
final class VirtualUser implements Closeable {

	private static final int LONGEST_WAY = 5;

	private final Target target;

	private final Browser browser;

	private final String tool;

	VirtualUser(Target target) {
		this.target = target;
		this.browser = new Browser(target.tool(), target.headers());
		this.tool = target.tool().toString();
	}

	/**
	 * One whole launch.
	 * @return how long it took
	 * @throws WrongLaunch when anything is not as it must be
	 */
	Timing launch() throws WrongLaunch {
		Visit visit = this.target.population().nextVisit();
		this.browser.forget();
		long began = System.nanoTime();
		String request = login(visit);
		long loggedIn = System.nanoTime();
		String form = message(visit, request);
		long posted = System.nanoTime();
		Answer answer = send("launch", () -> this.browser.post("/lti/launch", form));
		long launched = System.nanoTime();
		if (answer.status() != 303) {
			throw new WrongLaunch("launch-" + answer.status(), answer.begin());
		}
		Answer page = follow(answer);
		long arrived = System.nanoTime();
		if (page.status() != 200) {
			throw new WrongLaunch("page-" + page.status(), page.begin());
		}
		if (!visit.isShownBy(page.body())) {
			throw new WrongLaunch("page-of-nobody-or-another", visit.name() + " expected: " + page.begin());
		}
		return new Timing(loggedIn - began, launched - posted, arrived - launched);
	}

	/**
	 * A login initiation alone.
	 * @throws WrongLaunch when it does not lead to the platform
	 */
	void loginOnly() throws WrongLaunch {
		this.browser.forget();
		login(this.target.population().nextVisit());
	}

	/**
	 * A login and its launch message, without the page that follows.
	 * @throws WrongLaunch when the message is not accepted
	 */
	void loginAndLaunchOnly() throws WrongLaunch {
		this.browser.forget();
		Visit visit = this.target.population().nextVisit();
		String form = message(visit, login(visit));
		Answer answer = send("launch", () -> this.browser.post("/lti/launch", form));
		if (answer.status() != 303) {
			throw new WrongLaunch("launch-" + answer.status(), answer.begin());
		}
	}

	private String login(Visit visit) throws WrongLaunch {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("iss", this.target.platform().issuer());
		parameters.put("login_hint", visit.subject());
		parameters.put("target_link_uri", this.tool + "/");
		parameters.put("lti_message_hint", "hint-" + visit.linkId());
		parameters.put("client_id", Platform.CLIENT_ID);
		parameters.put("lti_deployment_id", Platform.DEPLOYMENT_ID);
		String path = "/lti/login?" + form(parameters);
		String platform = this.target.platform().authorizationEndpoint() + "?";
		for (int hop = 0; hop < LONGEST_WAY; hop++) {
			String at = path;
			Answer answer = send("login", () -> this.browser.get(at));
			if (answer.status() != 302) {
				throw new WrongLaunch("login-" + answer.status(), answer.begin());
			}
			String location = Objects.requireNonNullElse(answer.header("location"), "");
			if (location.startsWith(platform)) {
				return location.substring(platform.length());
			}
			path = ownPath("login", location);
		}
		throw new WrongLaunch("login-too-many-redirects", path);
	}

	/** Checks the authentication request as a strict platform does, and answers it. */
	private String message(Visit visit, String request) throws WrongLaunch {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : request.split("&", -1)) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
			if (parameters.put(name, value) != null) {
				throw new WrongLaunch("request-repeats-" + name, request);
			}
		}
		expect(parameters, "scope", "openid");
		expect(parameters, "response_type", "id_token");
		expect(parameters, "response_mode", "form_post");
		expect(parameters, "prompt", "none");
		expect(parameters, "client_id", Platform.CLIENT_ID);
		expect(parameters, "redirect_uri", this.tool + "/lti/launch");
		expect(parameters, "login_hint", visit.subject());
		expect(parameters, "lti_message_hint", "hint-" + visit.linkId());
		String state = parameters.getOrDefault("state", "");
		String nonce = parameters.getOrDefault("nonce", "");
		if (state.isEmpty() || nonce.isEmpty()) {
			throw new WrongLaunch("request-without-state-or-nonce", request);
		}
		return "id_token=" + this.target.platform().idToken(visit, this.tool + "/", nonce) + "&state=" + encoded(state);
	}

	private static void expect(Map<String, String> parameters, String name, String value) throws WrongLaunch {
		if (!value.equals(parameters.get(name))) {
			throw new WrongLaunch("request-" + name, name + "=" + parameters.get(name));
		}
	}

	private Answer follow(Answer first) throws WrongLaunch {
		Answer answer = first;
		for (int hop = 0; hop < LONGEST_WAY && answer.redirects(); hop++) {
			String path = ownPath("follow", Objects.requireNonNullElse(answer.header("location"), ""));
			answer = send("follow", () -> this.browser.get(path));
		}
		return answer;
	}

	private String ownPath(String step, String location) throws WrongLaunch {
		URI address = this.target.tool().resolve(location);
		if (!Objects.equals(address.getAuthority(), this.target.tool().getAuthority())) {
			throw new WrongLaunch(step + "-leads-elsewhere", location);
		}
		String query = address.getRawQuery();
		return address.getRawPath() + ((query == null) ? "" : "?" + query);
	}

	private Answer send(String step, Exchange exchange) throws WrongLaunch {
		try {
			return exchange.run();
		}
		catch (IOException | RuntimeException ex) {
			this.browser.close();
			throw new WrongLaunch(step + "-" + ex.getClass().getSimpleName(), String.valueOf(ex.getMessage()));
		}
	}

	private static String form(Map<String, String> parameters) {
		StringBuilder form = new StringBuilder();
		parameters.forEach((name,
				value) -> form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value)));
		return form.toString();
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.browser.close();
	}

	/** A request with its answer. */
	@FunctionalInterface
	private interface Exchange {

		Answer run() throws IOException;

	}

}
