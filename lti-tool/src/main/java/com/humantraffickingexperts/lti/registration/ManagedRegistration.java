package com.humantraffickingexperts.lti.registration;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A registration with what administrators see of it.
 *
 * @param registration the trust itself
 * @param state whether it is in use
 * @param source how it came to the tool
 * @param notes what operators want to remember; null for nothing
 * @param grantedScopes the service scopes that the platform granted in a dynamic
 * registration; empty when it did not say
 * @param revision grows with each change; a change names the revision that it is based on
 * @param createdAt when it was added; null when it comes from the configuration
 * @param updatedAt when it was last changed; null when it comes from the configuration
 */
public record ManagedRegistration(Registration registration, RegistrationState state, RegistrationSource source,
		@Nullable String notes, Set<String> grantedScopes, int revision, @Nullable Instant createdAt,
		@Nullable Instant updatedAt) {

	static ManagedRegistration configured(Registration registration) {
		return new ManagedRegistration(registration,
				registration.enabled() ? RegistrationState.ENABLED : RegistrationState.DISABLED,
				RegistrationSource.CONFIGURATION, null, Set.of(), 0, null, null);
	}

	ManagedRegistration with(Registration changed) {
		return new ManagedRegistration(changed, this.state, this.source, this.notes, this.grantedScopes, this.revision,
				this.createdAt, this.updatedAt);
	}

	/**
	 * Our name for the registration.
	 * @return the id
	 */
	public RegistrationId id() {
		return this.registration.id();
	}

	/**
	 * Whether the console can change the registration.
	 * @return false when it comes from the configuration
	 */
	public boolean editable() {
		return this.source != RegistrationSource.CONFIGURATION;
	}

}
