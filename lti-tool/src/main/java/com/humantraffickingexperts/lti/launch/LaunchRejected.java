package com.humantraffickingexperts.lti.launch;

import java.util.Map;

/** A check found something wrong with an id_token. */
class LaunchRejected extends Exception {

	private final LaunchRefusal refusal;

	private final String detail;

	/**
	 * What is wrong.
	 * @param refusal the kind of fault
	 * @param detail what an administrator of the platform needs to find it: names of
	 * claims, never their values
	 */
	LaunchRejected(LaunchRefusal refusal, String detail) {
		super(refusal.code() + ": " + detail, null, true, false);
		this.refusal = refusal;
		this.detail = detail;
	}

	LaunchRefusal refusal() {
		return this.refusal;
	}

	Map<String, String> facts() {
		return Map.of("detail", this.detail);
	}

}
