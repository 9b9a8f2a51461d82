package com.humantraffickingexperts.lti.registration;

/** A change that cannot be made, because the registration is not what it was based on. */
public class RegistrationConflict extends RuntimeException {

	private final Kind kind;

	private final transient RegistrationId registration;

	RegistrationConflict(Kind kind, RegistrationId registration) {
		super(kind + " " + registration);
		this.kind = kind;
		this.registration = registration;
	}

	/**
	 * What is in the way.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The registration in question.
	 * @return our name for it
	 */
	public RegistrationId registration() {
		return this.registration;
	}

	/** What is in the way of a change. */
	public enum Kind {

		/** There is a registration of this issuer and client id already. */
		EXISTS,
		/** Somebody else changed it in the meantime. */
		CHANGED,
		/** There is none, or it comes from the configuration. */
		ABSENT

	}

}
