package com.humantraffickingexperts.lti.conformance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole lecture hall reaches the tool from one address; a flood from one does not. */
@OnTheWholeTool
class LectureHallTests {

	private static final int PEOPLE = 500;

	private static final int FLOOD = 20_000;

	private final ToolUnderTest tool;

	@Autowired
	LectureHallTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	private static Map<String, String> from(String address) {
		return Map.of("X-Forwarded-For", address);
	}

	@Test
	void fiveHundredPeopleBehindOneAddressAllGetIn() {
		try (Stage stage = new Stage(this.tool)) {
			for (int person = 0; person < PEOPLE; person++) {
				Draft draft = Draft.student().claim("sub", "hall-" + person);
				draft.loginHttp.headers.putAll(from("198.51.100.7"));
				draft.launchHttp.headers.putAll(from("198.51.100.7"));
				Browser browser = stage.browser();
				Answer answer = stage.launch(draft, stage.login(draft, browser), browser);
				assertThat(answer.status()).as("person %s", person).isEqualTo(303);
			}
		}
	}

	@Test
	void aFloodIsToldWhenToComeBackAndNobodyElseSuffers() {
		try (Stage stage = new Stage(this.tool)) {
			int served = 0;
			Answer answer = ask(stage, "2001:db8:7:7::");
			while (answer.status() == 200 && served < FLOOD) {
				served++;
				answer = ask(stage, "2001:db8:7:7::" + Integer.toHexString(served % 1000));
			}
			assertThat(served).as("requests before the first refusal").isGreaterThanOrEqualTo(3000).isLessThan(FLOOD);
			assertThat(answer.status()).isEqualTo(429);
			assertThat(Verdict.code(answer)).isEqualTo("TOO-MANY-REQUESTS");
			assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
			assertThat(answer.header("Content-Security-Policy")).endsWith("frame-ancestors *");
			assertThat(ask(stage, "2001:db8:7:8::1").status()).as("the next network").isEqualTo(200);
		}
	}

	private static Answer ask(Stage stage, String address) {
		return stage.browser().send("GET", "/lti/jwks.json", from(address), null);
	}

}
