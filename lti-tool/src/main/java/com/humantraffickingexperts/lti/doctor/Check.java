package com.humantraffickingexperts.lti.doctor;

/** What the doctor looks at, in the order of its page. */
enum Check {

	/** The platform's key set can be fetched and holds a usable key. */
	KEY_SET,
	/** The platform gives service tokens. */
	TOKEN,
	/** The platform's clock agrees with ours. */
	CLOCK,
	/** The platform grants the scopes that the tool needs. */
	SCOPES,
	/** Teachers can choose modules. */
	DEEP_LINKING,
	/** Names arrive. */
	NAMES,
	/** Launches arrive. */
	LAUNCH,
	/** Grades arrive. */
	GRADE,
	/** The platform can show the tool in a frame. */
	FRAME

}
