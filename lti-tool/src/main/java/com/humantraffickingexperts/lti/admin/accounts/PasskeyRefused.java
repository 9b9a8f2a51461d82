package com.humantraffickingexperts.lti.admin.accounts;

/** What a browser sent as a passkey is none, or not one that is known here. */
public class PasskeyRefused extends RuntimeException {

	PasskeyRefused(String reason, Throwable cause) {
		super(reason, cause);
	}

	PasskeyRefused(String reason) {
		super(reason);
	}

}
