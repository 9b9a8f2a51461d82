package com.humantraffickingexperts.lti.registration;

/** Whether a stored registration is in use. */
public enum RegistrationState {

	/** It arrived without an invitation and waits for an operator. */
	PENDING,
	/** Launches and service calls are allowed. */
	ENABLED,
	/** An administrator switched it off. */
	DISABLED

}
