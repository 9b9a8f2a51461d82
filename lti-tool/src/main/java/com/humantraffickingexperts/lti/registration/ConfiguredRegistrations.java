package com.humantraffickingexperts.lti.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** The registrations that the configuration names. */
@Component
class ConfiguredRegistrations implements Registrations {

	private final List<Registration> all;

	private final Map<RegistrationId, Registration> byId;

	private final Map<String, List<Registration>> byIssuer;

	ConfiguredRegistrations(PlatformsSettings settings) {
		this.all = settings.platforms().stream().map(PlatformsSettings.Platform::toRegistration).toList();
		this.byId = this.all.stream().collect(Collectors.toMap(Registration::id, Function.identity(), (one, other) -> {
			throw new IllegalArgumentException("htmse.platforms names issuer " + one.issuer() + " with client id "
					+ one.clientId() + " twice: keep one entry and list its deployments there");
		}));
		this.byIssuer = this.all.stream().collect(Collectors.groupingBy(Registration::issuer));
	}

	@Override
	public Optional<Registration> find(RegistrationId id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	@Override
	public List<Registration> ofIssuer(String issuer) {
		return this.byIssuer.getOrDefault(issuer, List.of());
	}

	@Override
	public List<Registration> all() {
		return this.all;
	}

}
