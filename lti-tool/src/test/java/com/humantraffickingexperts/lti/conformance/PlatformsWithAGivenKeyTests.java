package com.humantraffickingexperts.lti.conformance;

import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.GivenKey;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

import static org.assertj.core.api.Assertions.assertThat;

/** A platform that publishes no key set, and whose key was given in PEM (KEY-074). */
@OnTheWholeTool
class PlatformsWithAGivenKeyTests {

	private final ToolUnderTest tool;

	private final RegistrationStore store;

	private final Deployments deployments;

	private Stage stage;

	private OwnRegistration platform;

	@Autowired
	PlatformsWithAGivenKeyTests(ToolUnderTest tool, RegistrationStore store, Deployments deployments) {
		this.tool = tool;
		this.store = store;
		this.deployments = deployments;
	}

	@BeforeEach
	void open() {
		this.stage = new Stage(this.tool);
		this.platform = new OwnRegistration(this.stage, this.store, this.deployments);
		give("platform.k1");
	}

	@AfterEach
	void close() {
		this.platform.close();
		this.stage.close();
	}

	private void give(String key) {
		this.platform.keysAt(
				GivenKey
					.address("-----BEGIN PUBLIC KEY-----\n"
							+ Base64.getMimeEncoder().encodeToString(Keys.pair(key).getPublic().getEncoded())
							+ "\n-----END PUBLIC KEY-----")
					.orElseThrow());
	}

	private Draft message() {
		return this.platform.as(Draft.student(), "learner");
	}

	private static Draft named(Draft draft, String kid) {
		draft.header.put("kid", kid);
		return draft;
	}

	@Test
	@DisplayName("KEY-074: is trusted, under whatever name it signs")
	void isTrusted() {
		assertThat(this.stage.visit(message()).arrive().status()).isEqualTo(200);
		assertThat(this.stage.visit(named(message(), "another-name")).arrive().status()).isEqualTo(200);
	}

	@Test
	void stillHasToNameAKey() {
		Draft draft = message();
		draft.header.remove("kid");
		Answer answer = this.platform.launch(draft);
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.header("Set-Cookie")).isNull();
	}

	@Test
	void isRefusedWhenSomebodyElseSigned() {
		give("platform.other");
		Answer answer = this.platform.launch(message());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).contains(">LTI-SIGNATURE-INVALID<");
	}

	@Test
	void isTrustedAgainAsSoonAsItsNewKeyIsEntered() {
		give("platform.other");
		assertThat(this.platform.launch(message()).status()).isEqualTo(401);
		give("platform.k1");
		assertThat(this.stage.visit(message()).arrive().status()).isEqualTo(200);
	}

}
