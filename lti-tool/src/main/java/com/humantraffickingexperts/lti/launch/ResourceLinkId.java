package com.humantraffickingexperts.lti.launch;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Our name for a resource link (one placed activity), derived from registration,
 * deployment and the platform's id.
 *
 * @param value 32 hexadecimal digits
 */
public record ResourceLinkId(String value) {

	/**
	 * Our name for what a platform names.
	 * @param registration the registration through which it is known
	 * @param deploymentId the deployment to which it belongs
	 * @param platformId the platform's name for it
	 * @return the id, always the same
	 */
	static ResourceLinkId of(RegistrationId registration, String deploymentId, String platformId) {
		return new ResourceLinkId(Ids.derived("resource_link", registration.value(), deploymentId, platformId));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
