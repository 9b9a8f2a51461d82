package com.humantraffickingexperts.lti.launch.claims;

import java.util.Optional;

/** The launch messages that the tool answers. */
public enum MessageType {

	/** Open a placed module: LTI Core 1.3. */
	RESOURCE_LINK("LtiResourceLinkRequest"),
	/** Choose modules to place: Deep Linking 2.0. */
	DEEP_LINKING("LtiDeepLinkingRequest"),
	/** Look at one learner's submission from the gradebook: Submission Review 1.0. */
	SUBMISSION_REVIEW("LtiSubmissionReviewRequest"),
	/** See and manage the data held about people: Data Privacy Launch 1.0. */
	DATA_PRIVACY("LtiDataPrivacyLaunchRequest");

	private final String claimValue;

	MessageType(String claimValue) {
		this.claimValue = claimValue;
	}

	/**
	 * The value of the {@code message_type} claim.
	 * @return for instance {@code LtiResourceLinkRequest}
	 */
	public String claimValue() {
		return this.claimValue;
	}

	/**
	 * The message type that a claim names.
	 * @param claimValue the value of the {@code message_type} claim, compared exactly
	 * @return the type, or empty when the tool does not answer it
	 */
	public static Optional<MessageType> of(String claimValue) {
		for (MessageType type : values()) {
			if (type.claimValue.equals(claimValue)) {
				return Optional.of(type);
			}
		}
		return Optional.empty();
	}

}
