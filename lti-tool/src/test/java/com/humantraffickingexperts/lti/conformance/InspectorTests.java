package com.humantraffickingexperts.lti.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.Stage.Login;

import static org.assertj.core.api.Assertions.assertThat;

/** What the launch inspector keeps of real requests. */
@OnTheWholeTool
class InspectorTests {

	private static final Pattern REFERENCE = Pattern.compile(">([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})<");

	private final ToolUnderTest tool;

	@Autowired
	InspectorTests(ToolUnderTest tool) {
		this.tool = tool;
	}

	private List<Map<String, @Nullable Object>> rows(String where, Object value) {
		return this.tool.jdbc()
			.sql("select * from launch_record where " + where + " order by id desc")
			.param(value)
			.query()
			.listOfRows();
	}

	/** The record is written behind the request. */
	private Map<String, @Nullable Object> record(String where, Object value) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !rows(where, value).isEmpty());
		return rows(where, value).getFirst();
	}

	private static String reference(Answer answer) {
		Matcher reference = REFERENCE.matcher(answer.body());
		assertThat(reference.find()).isTrue();
		return reference.group(1);
	}

	@Nested
	class ARefusedLaunch {

		@Test
		void isFoundByTheReferenceThatThePersonSawWithTheStepThatFailed() {
			try (Stage stage = new Stage(InspectorTests.this.tool)) {
				Browser browser = stage.browser();
				Login login = stage.login(Draft.student(), browser);
				stage.advance(Duration.ofMinutes(5));
				Answer answer = stage.launch(Draft.student().claim("exp", Json.parse("1")), login, browser);
				assertThat(answer.status()).isEqualTo(401);
				Map<String, @Nullable Object> record = record("reference = ?", reference(answer));
				assertThat(record).containsEntry("CODE", "LTI-TOKEN-EXPIRED")
					.containsEntry("STEP", "TIMES")
					.containsEntry("ACCEPTED", false)
					.containsEntry("PROVEN", true)
					.containsEntry("REGISTRATION_ID", stage.tool().registrations().of("cA1").id().value());
				assertThat(String.valueOf(record.get("DETAILS"))).contains("https://lms-a.example", "\"AUDIENCE\"")
					.doesNotContain("Lovelace", "ada@lms-a.example")
					.doesNotContain("\"NONCE\"");
			}
		}

		@Test
		void isProvenOnlyWhenThePlatformSignedIt() {
			try (Stage stage = new Stage(InspectorTests.this.tool)) {
				Browser browser = stage.browser();
				Login login = stage.login(Draft.student(), browser);
				String token = stage.token(Draft.student(), login);
				String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
				Answer answer = stage.post(Draft.student(), login, forged, browser);
				Map<String, @Nullable Object> record = record("reference = ?", reference(answer));
				assertThat(record).containsEntry("CODE", "LTI-SIGNATURE-INVALID")
					.containsEntry("STEP", "SIGNATURE")
					.containsEntry("PROVEN", false);
			}
		}

		@Test
		void ofAnUnknownPlatformBelongsToNoRegistration() {
			try (Stage stage = new Stage(InspectorTests.this.tool)) {
				Answer answer = stage.begin(Draft.student().param("client_id", "nobody"), stage.browser());
				Map<String, @Nullable Object> record = record("reference = ?", reference(answer));
				assertThat(record).containsEntry("CODE", "LTI-PLATFORM-UNKNOWN")
					.containsEntry("STEP", "REGISTRATION")
					.containsEntry("REGISTRATION_ID", null);
				assertThat(String.valueOf(record.get("DETAILS"))).contains("nobody");
			}
		}

	}

	@Nested
	class AnAcceptedLaunch {

		@Test
		void isKeptWithoutNames() {
			try (Stage stage = new Stage(InspectorTests.this.tool)) {
				stage.visit(Draft.student());
				String registration = stage.tool().registrations().of("cA1").id().value();
				Map<String, @Nullable Object> record = record("accepted = true and registration_id = ?", registration);
				assertThat(record).containsEntry("STEP", "RECORD").containsEntry("MESSAGE_TYPE", "RESOURCE_LINK");
				assertThat(String.valueOf(record.get("DETAILS"))).contains("LtiResourceLinkRequest")
					.doesNotContain("Lovelace", "ada@lms-a.example");
			}
		}

	}

	@Nested
	class AFlood {

		@Test
		void fillsNoMoreThanItsShareAndIsCounted() {
			try (Stage stage = new Stage(InspectorTests.this.tool)) {
				int before = rows("code = ?", "LTI-PLATFORM-UNKNOWN").size();
				for (int i = 0; i < 200; i++) {
					stage.begin(Draft.student().param("client_id", "flood" + i), stage.browser());
				}
				Awaitility.await()
					.atMost(Duration.ofSeconds(20))
					.until(() -> InspectorTests.this.tool.jdbc()
						.sql("select coalesce(sum(launches), 0) from launch_record_omitted where registration_id = '-'")
						.query(Long.class)
						.single() >= 140);
				assertThat(rows("code = ?", "LTI-PLATFORM-UNKNOWN").size() - before).isLessThanOrEqualTo(60);
			}
		}

	}

}
