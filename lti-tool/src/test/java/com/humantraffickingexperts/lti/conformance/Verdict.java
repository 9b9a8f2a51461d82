package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Browser.StoredCookie;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.conformance.Stage.Visit;

import static org.assertj.core.api.Assertions.assertThat;

/** What is true of every login that goes on, every launch let in, and every refusal. */
final class Verdict {

	/** Parts of the fixtures that say who somebody is. */
	private static final List<String> PERSONAL = List.of("Lovelace", "ada@lms-a.example", "u1-hint", "mh-1");

	private static final Pattern CODE = Pattern.compile(">((?:[A-Z0-9]+-)+[A-Z0-9]+)<");

	private static final Pattern REFERENCE = Pattern.compile(">([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})<");

	private static final Set<String> REQUESTED = Set.of("scope", "response_type", "response_mode", "prompt",
			"client_id", "redirect_uri", "login_hint", "state", "nonce");

	private Verdict() {
	}

	/**
	 * The tool asks the platform who is there, with everything it has to say and nothing
	 * else.
	 */
	static void asksPlatform(Draft draft, String clientId, String endpoint, Answer answer, Login login) {
		assertThat(login.address()).startsWith(endpoint + (endpoint.contains("?") ? "&" : "?"));
		assertThat(login.one("scope")).isEqualTo("openid");
		assertThat(login.one("response_type")).isEqualTo("id_token");
		assertThat(login.one("response_mode")).isEqualTo("form_post");
		assertThat(login.one("prompt")).isEqualTo("none");
		assertThat(login.one("client_id")).isEqualTo(clientId);
		assertThat(login.one("redirect_uri")).isEqualTo(ToolUnderTest.BASE + "/lti/launch");
		assertThat(login.one("login_hint")).isEqualTo(draft.param("login_hint"));
		assertThat(login.state()).hasSizeGreaterThan(40).isNotEqualTo(draft.param("state"));
		assertThat(login.nonce()).matches("[A-Za-z0-9_-]{32,128}").isNotEqualTo(draft.param("nonce"));
		@Nullable String hint = draft.param("lti_message_hint");
		if (hint == null) {
			assertThat(login.request()).doesNotContainKey("lti_message_hint");
		}
		else {
			assertThat(login.one("lti_message_hint")).isEqualTo(hint);
		}
		assertThat(login.request().keySet()).containsAll(REQUESTED)
			.allMatch((name) -> REQUESTED.contains(name) || name.equals("lti_message_hint")
					|| endpoint.contains("?" + name + "="));
		assertThat(answer.cookies()).singleElement().satisfies((cookie) -> {
			assertThat(cookie.name()).startsWith("__Host-");
			keptOnlyHere(cookie);
			assertThat(cookie.path()).isEqualTo("/");
		});
		neverCached(answer);
		assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(answer.header("X-Frame-Options")).isNull();
		assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
	}

	private static void keptOnlyHere(StoredCookie cookie) {
		assertThat(cookie.attributes()).containsKeys("secure", "httponly", "partitioned").doesNotContainKey("domain");
		assertThat(cookie.attribute("SameSite")).hasValue("None");
	}

	private static void neverCached(Answer answer) {
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
	}

	/**
	 * The person is in: a session of this launch's own, at a clean address, and the page
	 * opens.
	 */
	static Visit letIn(Draft draft, Answer answer, Browser browser) {
		Visit visit = Visit.of(answer, browser);
		URI location = URI.create(answer.location());
		assertThat(location.getQuery()).isNull();
		assertThat(answer.location()).startsWith(ToolUnderTest.BASE + "/");
		neverCached(answer);
		assertThat(answer.cookies()).singleElement().satisfies((cookie) -> {
			assertThat(cookie.name()).startsWith("__Secure-");
			keptOnlyHere(cookie);
			assertThat(cookie.path()).isEqualTo(visit.path());
			assertThat(answer.location()).doesNotContain(cookie.value());
		});
		visit.arrive();
		if (draft.payload.path("sub").isString()) {
			assertThat(visit.who("subject")).isEqualTo(Symbols.text(draft.payload.path("sub")));
		}
		assertThat(visit.who("launch")).isEqualTo(visit.path().substring("/launches/".length()));
		return visit;
	}

	/** The page opens, and it is the fixture's student who is there. */
	static void atHome(Visit visit) {
		assertThat(visit.arrive().body()).contains("Ada Lovelace");
	}

	/**
	 * The refusal: a page for the person, a line for the administrator, nothing for
	 * anybody else, and nothing changed.
	 */
	static void refused(Stage stage, String code, Answer answer, Map<String, List<String>> rowsBefore) {
		assertThat(answer.body()).as("status %s", answer.status()).contains(">" + code + "<");
		refused(stage, Contract.status(code), answer);
		assertThat(stage.rows()).isEqualTo(rowsBefore);
	}

	private static void refused(Stage stage, int status, Answer answer) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("text/html");
		neverCached(answer);
		framesWork(answer);
		assertThat(answer.header("WWW-Authenticate")).isNull();
		assertThat(answer.header("Location")).isNull();
		assertThat(answer.cookies()).noneMatch((cookie) -> cookie.name().contains("session"));
		assertThat(answer.body()).contains("<html").doesNotContain("Exception", "\tat ", "Caused by");
		saysNothingOf(stage, answer.body());
		Matcher reference = REFERENCE.matcher(answer.body());
		assertThat(reference.find()).as("a reference on the page").isTrue();
		assertThat(stage.log()).filteredOn((event) -> event.getFormattedMessage().contains(reference.group(1)))
			.singleElement()
			.satisfies((event) -> assertThat(event.getFormattedMessage()).doesNotContain("\n", "\r"));
		logSaysNothing(stage);
		asksOnlyForKeys(stage);
		if (status == 503) {
			assertThat(answer.header("Retry-After")).isNotNull();
		}
	}

	static @Nullable String code(Answer answer) {
		Matcher matcher = CODE.matcher(answer.body());
		return matcher.find() ? matcher.group(1) : null;
	}

	private static void framesWork(Answer answer) {
		assertThat(answer.header("X-Frame-Options")).isNull();
		assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors")
			.doesNotContain("frame-ancestors 'none'")
			.doesNotContain("unsafe-inline");
	}

	static void logSaysNothing(Stage stage) {
		for (ILoggingEvent event : stage.log()) {
			saysNothingOf(stage, event.getFormattedMessage());
		}
	}

	private static void saysNothingOf(Stage stage, String text) {
		assertThat(text).doesNotContain(PERSONAL);
		for (String token : stage.tokens()) {
			for (String part : token.split("\\.")) {
				if (part.length() > 40) {
					assertThat(text).doesNotContain(part);
				}
			}
		}
	}

	static void asksOnlyForKeys(Stage stage) {
		assertThat(stage.tool().outbound().asked())
			.allMatch((uri) -> uri.equals(stage.keysOfA().uri()) || uri.equals(stage.keysOfB().uri()));
	}

}
