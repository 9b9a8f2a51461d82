package com.humantraffickingexperts.sandbox.manners;

/**
 * The learning platforms the sandbox can take after.
 */
public enum Manners {

	/** Nothing but the specifications. */
	GENERIC("The specifications alone", "sandbox", "1"),
	/** Moodle 4.5, as recorded. */
	MOODLE("Moodle 4.5", "moodle", "2024100706"),
	/** Canvas, as its source and published captures show it. */
	CANVAS("Canvas", "canvas", "cloud"),
	/** Blackboard Learn, as its documentation shows it. */
	BLACKBOARD("Blackboard Learn", "BlackboardLearn", "4000.1.0"),
	/** Brightspace, as its documentation shows it. */
	BRIGHTSPACE("Brightspace", "desire2learn", ""),
	/** Sakai, as its source shows it. */
	SAKAI("Sakai", "sakai", "25.1");

	private final String title;

	private final String family;

	private final String version;

	Manners(String title, String family, String version) {
		this.title = title;
		this.family = family;
		this.version = version;
	}

	public String title() {
		return this.title;
	}

	/**
	 * The {@code product_family_code} in launches.
	 * @return the code
	 */
	public String family() {
		return this.family;
	}

	public String version() {
		return this.version;
	}

	/**
	 * Whether this platform offers the
	 * <a href="https://www.imsglobal.org/spec/lti-cs-pm/v0p1">platform storage</a>.
	 * @return whether it does
	 */
	public boolean hasPlatformStorage() {
		return this != GENERIC && this != MOODLE;
	}

	/**
	 * The frame that answers storage messages, as named in {@code lti_storage_target}.
	 * @return the frame's name
	 */
	public String storageFrame() {
		return switch (this) {
			case CANVAS -> "post_message_forwarding";
			case BLACKBOARD -> "lti_storage_frame";
			default -> "_parent";
		};
	}

}
