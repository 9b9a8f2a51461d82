package com.humantraffickingexperts.lti.launch;

/** A feature that answers launches. Exactly one destination answers each launch. */
public interface LaunchDestination {

	/**
	 * Whether this feature answers the launch.
	 * @param launch the verified launch
	 * @return true when {@link #pathFor} may be asked
	 */
	boolean answers(CurrentLaunch launch);

	/**
	 * The page at which the person arrives. Called before the launch is recorded; must
	 * not write.
	 * @param launch the verified launch
	 * @return the part of the address after the session's own; begins with a slash
	 */
	String pathFor(CurrentLaunch launch);

	/**
	 * Whether a learner whom this feature answers takes a seat, where their number is
	 * limited.
	 * @return false unless there is something to be learned
	 */
	default boolean takesSeat() {
		return false;
	}

}
