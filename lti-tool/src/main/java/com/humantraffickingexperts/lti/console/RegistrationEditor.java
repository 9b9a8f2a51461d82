package com.humantraffickingexperts.lti.console;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.registration.Deployment;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationSource;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

/** What administrators do to registrations, written down in the audit log. */
@Component
class RegistrationEditor {

	private final RegistrationStore registrations;

	private final Deployments deployments;

	private final Users users;

	private final ClaimsSeen claims;

	private final AuditLog log;

	RegistrationEditor(RegistrationStore registrations, Deployments deployments, Users users, ClaimsSeen claims,
			AuditLog log) {
		this.registrations = registrations;
		this.deployments = deployments;
		this.users = users;
		this.claims = claims;
		this.log = log;
	}

	/**
	 * Adds a registration with the deployments that are known already. What an
	 * institution's own administrator enters waits for an operator, who agrees the terms.
	 */
	@Transactional
	RegistrationId add(Administrator administrator, RegistrationDraft draft, Set<String> approved) {
		RegistrationState state = administrator.operator() ? RegistrationState.ENABLED : RegistrationState.PENDING;
		RegistrationId id = this.registrations.add(draft, state, RegistrationSource.BY_HAND);
		approved.forEach((deployment) -> this.deployments.approve(id, deployment, null));
		Map<String, String> after = AuditedFields.of(draft);
		after.put("state", state.name());
		after.put("deployments", String.join(", ", approved));
		record(administrator, "registration.added", id, draft, Map.of(), after);
		return id;
	}

	@Transactional
	void change(Administrator administrator, ManagedRegistration before, int revision, RegistrationDraft after) {
		RegistrationDraft was = Drafts.of(before);
		this.registrations.change(before.id(), revision, after);
		if (after.terms().pseudonymous() && !was.terms().pseudonymous()) {
			this.users.forgetNames(before.id());
		}
		record(administrator, "registration.changed", before.id(), after, AuditedFields.of(was),
				AuditedFields.of(after));
	}

	@Transactional
	void setState(Administrator administrator, ManagedRegistration before, RegistrationState state) {
		this.registrations.setState(before.id(), state);
		record(administrator, (state == RegistrationState.ENABLED) ? "registration.enabled" : "registration.disabled",
				before.id(), Drafts.of(before), Map.of("state", before.state().name()), Map.of("state", state.name()));
	}

	@Transactional
	void delete(Administrator administrator, ManagedRegistration before) {
		this.registrations.delete(before.id());
		this.claims.forget(before.id());
		RegistrationDraft was = Drafts.of(before);
		record(administrator, "registration.deleted", before.id(), was, AuditedFields.of(was), Map.of());
	}

	@Transactional
	void approve(Administrator administrator, ManagedRegistration managed, String deployment, @Nullable String label) {
		decided(administrator, managed, "deployment.approved", deployment, label, Deployment.State.APPROVED);
		this.deployments.approve(managed.id(), deployment, label);
	}

	@Transactional
	void refuse(Administrator administrator, ManagedRegistration managed, String deployment) {
		decided(administrator, managed, "deployment.refused", deployment, null, Deployment.State.REFUSED);
		this.deployments.refuse(managed.id(), deployment);
	}

	private void decided(Administrator administrator, ManagedRegistration managed, String action, String deployment,
			@Nullable String label, Deployment.State state) {
		String was = this.deployments.of(managed.id())
			.stream()
			.filter((known) -> known.deploymentId().equals(deployment))
			.findFirst()
			.map((known) -> known.state().name())
			.orElse("");
		String field = "deployment " + deployment;
		Map<String, String> after = (label == null) ? Map.of(field, state.name())
				: Map.of(field, state.name(), "label", label);
		record(administrator, action, managed.id(), Drafts.of(managed), Map.of(field, was), after);
	}

	private void record(Administrator administrator, String action, RegistrationId id, RegistrationDraft draft,
			Map<String, String> before, Map<String, String> after) {
		AuditedChange change = AuditedChange.of(action, new AuditSubject("registration", id.value(), draft.name()))
			.in((draft.institution() == null) ? null : draft.institution().value())
			.changing(before, after);
		this.log.record(administrator.actor(), change);
	}

}
