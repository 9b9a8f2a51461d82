package com.humantraffickingexperts.lti.conformance;

/** How a case is played that is more than one request with something changed. */
@FunctionalInterface
interface Scenario {

	void play(Stage stage, Case played);

}
