package com.humantraffickingexperts.lti.console;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

/**
 * Blackboard knows a tool by one client id for all institutions, and tells them apart by
 * the deployment. So a further institution is a further deployment of the registration
 * that is there already.
 */
@Component
class CentralClient {

	private final RegistrationStore registrations;

	private final RegistrationEditor editor;

	CentralClient(RegistrationStore registrations, RegistrationEditor editor) {
		this.registrations = registrations;
		this.editor = editor;
	}

	/**
	 * The client id that the vendor gave to the tool; null when none is registered yet.
	 */
	@Nullable String clientId(Administrator administrator) {
		return this.registrations.all(null)
			.stream()
			.map(ManagedRegistration::registration)
			.filter((registration) -> PlatformAddresses.BLACKBOARD.equals(registration.issuer()))
			.filter((registration) -> administrator.mayManage(registration.institution())
					|| registration.institution() == null)
			.findFirst()
			.map((registration) -> registration.clientId())
			.orElse(null);
	}

	/**
	 * Approves the deployments of a further institution.
	 * @return the registration that was there; empty when the form was about something
	 * else, or the person may not decide
	 */
	@Transactional
	Optional<RegistrationId> join(Administrator administrator, RegistrationId existing, RegistrationDraft draft,
			Set<String> deployments) {
		if (!PlatformAddresses.BLACKBOARD.equals(draft.issuer()) || deployments.isEmpty()) {
			return Optional.empty();
		}
		return this.registrations.find(existing)
			.filter((managed) -> administrator.mayManage(managed.registration().institution()))
			.map((managed) -> {
				trust(administrator, managed, draft.serviceOrigins());
				deployments
					.forEach((deployment) -> this.editor.approve(administrator, managed, deployment, draft.name()));
				return managed.id();
			});
	}

	/** Grades go to the institution's own server, which may lie anywhere. */
	private void trust(Administrator administrator, ManagedRegistration managed, Set<String> origins) {
		RegistrationDraft before = Drafts.of(managed);
		Set<String> all = new TreeSet<>(before.serviceOrigins());
		if (all.addAll(origins)) {
			this.editor.change(administrator, managed, managed.revision(),
					Drafts.with(before,
							new Drafts.Connection(before.authorizationEndpoint(), before.tokenEndpoint(),
									before.tokenAudience(), before.jwksUri(), before.trustedAudiences(), all,
									before.unknownDeployments(), before.anonymousAllowed(), before.family())));
		}
	}

}
