package com.humantraffickingexperts.lti.launch;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Our name for a context (a course section), derived from registration, deployment and
 * the platform's id.
 *
 * @param value 32 hexadecimal digits
 */
public record ContextId(String value) {

	/**
	 * Our name for what a platform names.
	 * @param registration the registration through which it is known
	 * @param deploymentId the deployment to which it belongs
	 * @param platformId the platform's name for it
	 * @return the id, always the same
	 */
	static ContextId of(RegistrationId registration, String deploymentId, String platformId) {
		return new ContextId(Ids.derived("context", registration.value(), deploymentId, platformId));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
