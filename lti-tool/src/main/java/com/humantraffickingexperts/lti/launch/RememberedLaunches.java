package com.humantraffickingexperts.lti.launch;

import java.util.Optional;

/**
 * Launches as they were, for work that goes on without their person. No session is opened
 * by it.
 */
@FunctionalInterface
public interface RememberedLaunches {

	/**
	 * A launch that is still kept.
	 * @param id the launch
	 * @return the launch, or empty when it was forgotten or its registration is no longer
	 * in use
	 */
	Optional<CurrentLaunch> find(LaunchId id);

}
