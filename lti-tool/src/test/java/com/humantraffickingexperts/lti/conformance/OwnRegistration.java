package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/**
 * A registration that one test has for itself, and may change. People stay known when it
 * is deleted, so no two have the same client id.
 */
final class OwnRegistration implements AutoCloseable {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final URI PLATFORM = URI.create("https://lms-a.example/");

	private static final String DEPLOYMENT = "dT1";

	private final String client = "c-own-" + NUMBER.incrementAndGet();

	private final Stage stage;

	private final RegistrationStore store;

	private final RegistrationId id;

	OwnRegistration(Stage stage, RegistrationStore store, Deployments deployments) {
		this.stage = stage;
		this.store = store;
		this.id = store.add(draft(stage.keysOfA().uri(), RegistrationTerms.NONE), RegistrationState.ENABLED,
				RegistrationSource.BY_HAND);
		deployments.approve(this.id, DEPLOYMENT, null);
	}

	private RegistrationDraft draft(URI keySet, RegistrationTerms terms) {
		return new RegistrationDraft(null, "College", "https://lms-a.example", this.client, PLATFORM.resolve("auth"),
				PLATFORM.resolve("token"), null, keySet, Set.of(), Set.of(), UnknownDeployments.ASK, false,
				PlatformFamily.GENERIC, terms, null, Set.of());
	}

	RegistrationId id() {
		return this.id;
	}

	void agree(RegistrationTerms terms) {
		change(draft(this.stage.keysOfA().uri(), terms));
	}

	void keysAt(URI keySet) {
		change(draft(keySet, RegistrationTerms.NONE));
	}

	private void change(RegistrationDraft draft) {
		this.store.change(this.id, this.store.find(this.id).orElseThrow().revision(), draft);
	}

	/** The message as this registration's platform sends it. */
	Draft as(Draft draft, String subject) {
		return draft.param("client_id", this.client)
			.param("lti_deployment_id", DEPLOYMENT)
			.claim("aud", this.client)
			.lti("deployment_id", DEPLOYMENT)
			.claim("sub", subject);
	}

	Answer launch(Draft draft) {
		Browser browser = this.stage.browser();
		return this.stage.launch(draft, this.stage.login(draft, browser), browser);
	}

	@Override
	public void close() {
		this.store.delete(this.id);
	}

}
