package com.humantraffickingexperts.lti.registration;

/** How a registration came to the tool. */
public enum RegistrationSource {

	/** From the configuration; it cannot be changed at run time. */
	CONFIGURATION,
	/** An administrator entered it. */
	BY_HAND,
	/** The platform was registered by LTI Dynamic Registration. */
	DYNAMIC

}
