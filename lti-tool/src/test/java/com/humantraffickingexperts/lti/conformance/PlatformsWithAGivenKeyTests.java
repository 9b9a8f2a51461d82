package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.GivenKey;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

import static org.assertj.core.api.Assertions.assertThat;

/** A platform that publishes no key set, and whose key was given in PEM (KEY-074). */
@OnTheWholeTool
class PlatformsWithAGivenKeyTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final URI PLATFORM = URI.create("https://lms-a.example/");

	private final String client = "c-given-" + NUMBER.incrementAndGet();

	private final ToolUnderTest tool;

	private final RegistrationStore store;

	private final Deployments deployments;

	private Stage stage;

	private RegistrationId platform;

	@Autowired
	PlatformsWithAGivenKeyTests(ToolUnderTest tool, RegistrationStore store, Deployments deployments) {
		this.tool = tool;
		this.store = store;
		this.deployments = deployments;
	}

	@BeforeEach
	void open() {
		this.stage = new Stage(this.tool);
		this.platform = this.store.add(draft("platform.k1"), RegistrationState.ENABLED, RegistrationSource.BY_HAND);
		this.deployments.approve(this.platform, "dG1", null);
	}

	@AfterEach
	void close() {
		this.store.delete(this.platform);
		this.stage.close();
	}

	private RegistrationDraft draft(String key) {
		String pem = "-----BEGIN PUBLIC KEY-----\n"
				+ Base64.getMimeEncoder().encodeToString(Keys.pair(key).getPublic().getEncoded())
				+ "\n-----END PUBLIC KEY-----";
		return new RegistrationDraft(null, "College", "https://lms-a.example", this.client, PLATFORM.resolve("auth"),
				PLATFORM.resolve("token"), null, GivenKey.address(pem).orElseThrow(), Set.of(), Set.of(),
				UnknownDeployments.ASK, false, PlatformFamily.GENERIC, RegistrationTerms.NONE, null, Set.of());
	}

	private Draft message() {
		return Draft.student()
			.param("client_id", this.client)
			.param("lti_deployment_id", "dG1")
			.claim("aud", this.client)
			.lti("deployment_id", "dG1");
	}

	private Answer launch(Draft draft) {
		Browser browser = this.stage.browser();
		return this.stage.launch(draft, this.stage.login(draft, browser), browser);
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
		Answer answer = launch(draft);
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.header("Set-Cookie")).isNull();
	}

	@Test
	void isRefusedWhenSomebodyElseSigned() {
		this.store.change(this.platform, 1, draft("platform.other"));
		Answer answer = launch(message());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).contains(">LTI-SIGNATURE-INVALID<");
	}

	@Test
	void isTrustedAgainAsSoonAsItsNewKeyIsEntered() {
		this.store.change(this.platform, 1, draft("platform.other"));
		assertThat(launch(message()).status()).isEqualTo(401);
		this.store.change(this.platform, 2, draft("platform.k1"));
		assertThat(this.stage.visit(message()).arrive().status()).isEqualTo(200);
	}

}
