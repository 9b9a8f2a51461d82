package com.humantraffickingexperts.lti.platform;

import java.util.Set;

import com.humantraffickingexperts.lti.registration.Registration;

/**
 * In whose name a platform's services are called, and what the platform offers there.
 *
 * @param registration the registration
 * @param deploymentId the deployment from which the launch came; named in the assertion
 * and never mixed with another one's tokens
 * @param offered the scopes that the launch offers; nothing else is ever asked for,
 * because many platforms refuse the whole request for one scope too many
 */
public record ServiceAccess(Registration registration, String deploymentId, Set<String> offered) {

	public ServiceAccess {
		offered = Set.copyOf(offered);
	}

}
