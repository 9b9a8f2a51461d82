package com.humantraffickingexperts.lti.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.AfterCommit;

/**
 * The registrations of the configuration and of the database, held in memory so that a
 * login asks no database. {@link RegistrationRefresh} brings in what another node
 * changed.
 */
@Component
class KnownRegistrations implements Registrations {

	private final ConfiguredRegistrations configured;

	private final JdbcRegistrations stored;

	private final JdbcDeployments deployments;

	private volatile Snapshot snapshot;

	KnownRegistrations(ConfiguredRegistrations configured, JdbcRegistrations stored, JdbcDeployments deployments) {
		this.configured = configured;
		this.stored = stored;
		this.deployments = deployments;
		this.snapshot = read();
	}

	@Override
	public Optional<Registration> find(RegistrationId id) {
		return managed(id).map(ManagedRegistration::registration);
	}

	@Override
	public List<Registration> ofIssuer(String issuer) {
		return this.snapshot.byIssuer().getOrDefault(issuer, List.of());
	}

	@Override
	public List<Registration> all() {
		return this.snapshot.byId().values().stream().map(ManagedRegistration::registration).toList();
	}

	Optional<ManagedRegistration> managed(RegistrationId id) {
		return Optional.ofNullable(this.snapshot.byId().get(id));
	}

	List<ManagedRegistration> managed() {
		return List.copyOf(this.snapshot.byId().values());
	}

	/** Reads anew if anything changed since the last time. */
	void refresh() {
		if (this.stored.revision() != this.snapshot.revision()) {
			this.snapshot = read();
		}
	}

	/** Tells all nodes that something changed, as soon as the change is committed. */
	void changed() {
		this.stored.changed();
		AfterCommit.run(this::refresh);
	}

	/**
	 * The revision is read first: what changes in between is read once more, never
	 * missed.
	 */
	private Snapshot read() {
		long revision = this.stored.revision();
		Map<RegistrationId, List<Deployment>> decided = this.deployments.all()
			.stream()
			.collect(Collectors.groupingBy(Deployment::registration));
		Map<RegistrationId, ManagedRegistration> byId = new LinkedHashMap<>();
		List<ManagedRegistration> all = new ArrayList<>();
		this.configured.all().forEach((registration) -> all.add(ManagedRegistration.configured(registration)));
		all.addAll(this.stored.all());
		for (ManagedRegistration registration : all) {
			byId.putIfAbsent(registration.id(),
					withDeployments(registration, decided.getOrDefault(registration.id(), List.of())));
		}
		return new Snapshot(revision, byId,
				byId.values()
					.stream()
					.map(ManagedRegistration::registration)
					.collect(Collectors.groupingBy(Registration::issuer)));
	}

	private static ManagedRegistration withDeployments(ManagedRegistration managed, List<Deployment> deployments) {
		Registration registration = managed.registration();
		Set<String> approved = new HashSet<>(registration.deploymentIds());
		Set<String> refused = new HashSet<>();
		for (Deployment deployment : deployments) {
			if (deployment.state() == Deployment.State.APPROVED) {
				approved.add(deployment.deploymentId());
			}
			else if (deployment.state() == Deployment.State.REFUSED) {
				approved.remove(deployment.deploymentId());
				refused.add(deployment.deploymentId());
			}
		}
		return managed.with(registration.with(Set.copyOf(approved), Set.copyOf(refused)));
	}

	private record Snapshot(long revision, Map<RegistrationId, ManagedRegistration> byId,
			Map<String, List<Registration>> byIssuer) {
	}

}
