package com.humantraffickingexperts.lti.launch.claims;

/**
 * A claim without which a message cannot be understood is missing or has the wrong shape.
 */
public class ClaimFault extends Exception {

	private final Kind kind;

	/**
	 * A fault of one claim.
	 * @param kind what is wrong
	 * @param claim the claim's name; never its value
	 */
	public ClaimFault(Kind kind, String claim) {
		super(claim, null, true, false);
		this.kind = kind;
	}

	/**
	 * What is wrong.
	 * @return the kind of fault
	 */
	public Kind kind() {
		return this.kind;
	}

	/** What is wrong with a claim. */
	public enum Kind {

		/** It is not there. */
		MISSING,
		/** It is there, but not as the specification writes it. */
		MALFORMED,
		/** The message is of another version of LTI. */
		VERSION,
		/** The tool does not answer this kind of message. */
		MESSAGE_TYPE

	}

}
