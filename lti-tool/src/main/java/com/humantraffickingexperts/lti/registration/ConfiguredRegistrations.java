package com.humantraffickingexperts.lti.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

/** The registrations that the configuration names. */
@Component
class ConfiguredRegistrations {

	private final List<Registration> all;

	ConfiguredRegistrations(PlatformsSettings settings) {
		this.all = settings.platforms().stream().map(PlatformsSettings.Platform::toRegistration).toList();
		Set<RegistrationId> ids = new HashSet<>();
		for (Registration registration : this.all) {
			if (!ids.add(registration.id())) {
				throw new IllegalArgumentException(
						"htmse.platforms names issuer " + registration.issuer() + " with client id "
								+ registration.clientId() + " twice: keep one entry and list its deployments there");
			}
		}
	}

	List<Registration> all() {
		return this.all;
	}

}
