package com.humantraffickingexperts.sandbox.oidc;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;

/**
 * A launch under way: what a person asked for, kept until the tool comes back for the
 * message.
 *
 * @param id an unguessable name for it
 * @param registration the tool to launch
 * @param person who launches
 * @param message the kind of message
 * @param course the course it starts in
 * @param link the link, unless content is chosen
 * @param forUser whose work is to be reviewed, or null
 * @param targetLinkUri where it shall lead
 * @param target where it opens: {@code iframe} or {@code window}
 * @param hints what the tool must bring back
 * @param begun when it began
 */
public record Launch(String id, Registration registration, Person person, Message message, Course course,
		@Nullable PlacedLink link, @Nullable Person forUser, String targetLinkUri, String target, Hints hints,
		Instant begun) {

	/**
	 * The <a href="https://www.imsglobal.org/spec/lti/v1p3/#message-type-claim">message
	 * types</a>.
	 */
	public enum Message {

		RESOURCE_LINK("LtiResourceLinkRequest"), DEEP_LINKING("LtiDeepLinkingRequest"),
		SUBMISSION_REVIEW("LtiSubmissionReviewRequest");

		private final String type;

		Message(String type) {
			this.type = type;
		}

		public String type() {
			return this.type;
		}

	}

	/**
	 * What the tool must bring back unaltered.
	 *
	 * @param login the {@code login_hint}
	 * @param message the {@code lti_message_hint}; null on platforms without
	 */
	public record Hints(String login, @Nullable String message) {
	}

	public boolean inFrame() {
		return this.target.equals("iframe");
	}

}
