package com.humantraffickingexperts.sandbox.services;

/**
 * Ends a service call with a refusal.
 */
public class Refused extends RuntimeException {

	private final transient Reply reply;

	public Refused(Reply reply) {
		super("Refused with " + reply.status());
		this.reply = reply;
	}

	public Reply reply() {
		return this.reply;
	}

}
