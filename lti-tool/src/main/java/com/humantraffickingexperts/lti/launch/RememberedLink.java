package com.humantraffickingexperts.lti.launch;

import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * An activity as a learner's launch told of it.
 *
 * @param registration the registration through which it came
 * @param deploymentId the deployment from which it came
 * @param family the platform's product
 * @param link the activity
 * @param ags the gradebook services
 */
public record RememberedLink(RegistrationId registration, String deploymentId, PlatformFamily family,
		CurrentLaunch.Link link, AgsEndpoint ags) {
}
