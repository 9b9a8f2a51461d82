package com.humantraffickingexperts.lti.launch;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Knows which modules teachers chose in the tool itself, for placed activities that name
 * none, or none that the tool has. Implemented by the feature in which they choose.
 */
public interface ChosenModules {

	/**
	 * The module that an activity opens instead of the one that its platform names. Asked
	 * at each launch and each page of it.
	 * @param origin the activity
	 * @param named the module that the platform names; null when it names none
	 * @return the id of the module that was chosen; empty when none was, or when the one
	 * that the platform names is there
	 */
	Optional<String> instead(LinkOrigin origin, @Nullable String named);

}
