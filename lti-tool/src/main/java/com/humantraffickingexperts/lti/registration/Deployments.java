package com.humantraffickingexperts.lti.registration;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deployments of all registrations: those that wait for an administrator, and what
 * was decided about the others.
 */
@Component
public class Deployments {

	/**
	 * More deployments than this of one registration never wait at a time, so that a
	 * platform that names a new one in each launch cannot fill the database.
	 */
	private static final int MOST_WAITING = 200;

	private final KnownRegistrations known;

	private final JdbcDeployments stored;

	private final Clock clock;

	Deployments(KnownRegistrations known, JdbcDeployments stored, Clock clock) {
		this.known = known;
		this.stored = stored;
		this.clock = clock;
	}

	/**
	 * The deployments of one registration that were seen or decided about.
	 * @param registration the registration
	 * @return in the order in which they were first seen
	 */
	public List<Deployment> of(RegistrationId registration) {
		return this.stored.of(registration);
	}

	/**
	 * The deployments of all registrations that wait for an administrator.
	 * @return by registration, in the order in which they were first seen
	 */
	public List<Deployment> waiting() {
		return this.stored.all()
			.stream()
			.filter((deployment) -> deployment.state() == Deployment.State.WAITING)
			.toList();
	}

	/**
	 * Notes that a verified launch from an unknown deployment has to wait.
	 * @param registration the registration
	 * @param deploymentId the platform's name for the deployment
	 */
	public void hold(RegistrationId registration, String deploymentId) {
		if (this.stored.find(registration, deploymentId).isPresent()
				|| this.stored.countWaiting(registration) < MOST_WAITING) {
			this.stored.held(registration, deploymentId, this.clock.instant());
		}
	}

	/**
	 * Accepts launches from a deployment from now on.
	 * @param registration the registration
	 * @param deploymentId the platform's name for the deployment
	 * @param label what administrators call it; null to keep what it is called
	 */
	@Transactional
	public void approve(RegistrationId registration, String deploymentId, @Nullable String label) {
		decide(registration, deploymentId, Deployment.State.APPROVED, label);
	}

	/**
	 * Refuses launches from a deployment from now on, also when unknown ones are allowed.
	 * @param registration the registration
	 * @param deploymentId the platform's name for the deployment
	 */
	@Transactional
	public void refuse(RegistrationId registration, String deploymentId) {
		decide(registration, deploymentId, Deployment.State.REFUSED, null);
	}

	private void decide(RegistrationId registration, String deploymentId, Deployment.State state,
			@Nullable String label) {
		this.stored.decided(registration, deploymentId, state, label, this.clock.instant());
		this.known.changed();
	}

}
