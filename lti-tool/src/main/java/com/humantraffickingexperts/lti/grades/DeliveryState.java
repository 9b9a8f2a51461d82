package com.humantraffickingexperts.lti.grades;

/** Where a score is on its way. */
public enum DeliveryState {

	/** It will be sent shortly. */
	WAITING,
	/** It could not be sent yet and is tried again. */
	RETRYING,
	/** The platform has confirmed it. */
	SENT,
	/** It cannot be sent until somebody changes something; it stays owed. */
	REFUSED

}
