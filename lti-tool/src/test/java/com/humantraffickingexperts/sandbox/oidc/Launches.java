package com.humantraffickingexperts.sandbox.oidc;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.Json;
import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;

/**
 * The launches under way. Each is good for five minutes; on Moodle and Canvas for one
 * use. The message hint names the launch by an unguessable number, so that the platform
 * knows who launches even where the browser keeps its cookie from a frame.
 */
@Component
public class Launches {

	private static final Duration LIFETIME = Duration.ofMinutes(5);

	private final SecureRandom random = new SecureRandom();

	private final SandboxClock clock;

	private final CurrentManners manners;

	private final PlatformIds ids;

	private final Map<String, Launch> launches = new LinkedHashMap<>();

	Launches(SandboxClock clock, CurrentManners manners, PlatformIds ids) {
		this.clock = clock;
		this.manners = manners;
		this.ids = ids;
	}

	/**
	 * Begins the launch of a placed link.
	 * @param registration the tool
	 * @param person who launches
	 * @param course the course
	 * @param link the link
	 * @param target {@code iframe} or {@code window}
	 * @return the launch
	 */
	public Launch ofLink(Registration registration, Person person, Course course, PlacedLink link, String target) {
		String url = Objects.requireNonNullElse(link.url(), registration.targetLinkUri());
		return begin(registration, person, Launch.Message.RESOURCE_LINK, course, link, null, url, target);
	}

	/**
	 * Begins the choosing of content
	 * (<a href="https://www.imsglobal.org/spec/lti-dl/v2p0">Deep Linking 2.0</a>).
	 * @param registration the tool
	 * @param person who chooses
	 * @param course the course the choice is for
	 * @return the launch
	 */
	public Launch ofChoosing(Registration registration, Person person, Course course) {
		return begin(registration, person, Launch.Message.DEEP_LINKING, course, null, null,
				registration.deepLinkingUri(), "iframe");
	}

	/**
	 * Begins the review of somebody's work
	 * (<a href="https://www.imsglobal.org/spec/lti-sr/v1p0">Submission Review 1.0</a>).
	 * @param registration the tool
	 * @param person who reviews
	 * @param course the course
	 * @param link the link
	 * @param forUser whose work
	 * @return the launch
	 */
	public Launch ofReview(Registration registration, Person person, Course course, PlacedLink link, Person forUser) {
		String url = Objects.requireNonNullElse(link.url(), registration.targetLinkUri());
		return begin(registration, person, Launch.Message.SUBMISSION_REVIEW, course, link, forUser, url, "iframe");
	}

	private synchronized Launch begin(Registration registration, Person person, Launch.Message message, Course course,
			@Nullable PlacedLink link, @Nullable Person forUser, String url, String target) {
		this.launches.values().removeIf(this::isOver);
		String id = unguessable();
		Launch launch = new Launch(id, registration, person, message, course, link, forUser, url, target,
				new Launch.Hints(loginHint(id, person, course, link), messageHint(id, link)), this.clock.instant());
		this.launches.put(id, launch);
		return launch;
	}

	private String loginHint(String id, Person person, Course course, @Nullable PlacedLink link) {
		return switch (this.manners.get()) {
			case MOODLE -> this.ids.subject(person);
			case SAKAI -> "/access/lti/site/" + this.ids.context(course) + "/"
					+ ((link == null) ? "tool:1" : this.ids.resourceLink(link));
			case GENERIC, CANVAS, BLACKBOARD, BRIGHTSPACE -> id.substring(0, 10) + person.uuid().hashCode();
		};
	}

	private @Nullable String messageHint(String id, @Nullable PlacedLink link) {
		return switch (this.manners.get()) {
			case SAKAI -> null;
			case MOODLE -> Json.write((link == null) ? Map.of("launchid", "ltilaunch_" + id)
					: new LinkedHashMap<>(Map.of("cmid", link.number(), "launchid", "ltilaunch_" + id)));
			case GENERIC, CANVAS, BLACKBOARD, BRIGHTSPACE -> id;
		};
	}

	/**
	 * Finds the launch that hints belong to.
	 * @param loginHint the login hint that came back
	 * @param messageHint the message hint that came back, if any
	 * @return the launch under way, if there is one
	 */
	public synchronized Optional<Launch> find(String loginHint, @Nullable String messageHint) {
		this.launches.values().removeIf(this::isOver);
		return this.launches.values()
			.stream()
			.filter((launch) -> Objects.equals(messageHint, launch.hints().message())
					&& (messageHint != null || loginHint.equals(launch.hints().login())))
			.reduce((earlier, later) -> later);
	}

	/**
	 * Marks a launch as answered.
	 * @param launch the launch
	 */
	public synchronized void answered(Launch launch) {
		if (this.manners.are(Manners.MOODLE) || this.manners.are(Manners.CANVAS)) {
			this.launches.remove(launch.id());
		}
	}

	private boolean isOver(Launch launch) {
		return launch.begun().plus(LIFETIME).isBefore(this.clock.instant());
	}

	private String unguessable() {
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
