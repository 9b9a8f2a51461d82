package com.humantraffickingexperts.lti.launch;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.launch.claims.LaunchPresentation;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * The launch in whose session a request runs. A controller below
 * {@code /launches/{launch}} takes it as a parameter. It was verified when it began, and
 * its registration is still enabled.
 *
 * @param id our name for the launch
 * @param key the path segment by which the launch's session is addressed; holds the
 * session's secret where the browser keeps no cookies, so it is never logged
 * @param messageType what kind of message began it
 * @param registration the registration through which it came
 * @param family the platform's product
 * @param platformName the platform's name for itself, for people
 * @param deploymentId the deployment from which it came
 * @param user who it is
 * @param standing what the person may do, here and now
 * @param testUser whether the platform marked the person as a test user (for instance
 * Canvas's Student View)
 * @param context the course it came from; null when the platform named none
 * @param link the placed activity; null when the message is not about one
 * @param module the module that the activity opens; null when it opens none
 * @param moduleChosen whether a teacher chose that module in the tool, because the
 * platform names none that the tool has
 * @param presentation how and where the platform shows the tool
 * @param ags the gradebook services; null when the platform offers none
 * @param memberships the roster service; null when the platform offers none
 * @param groups the service that tells the course's groups; null when the platform offers
 * none
 * @param deepLinking what may be returned; only in a deep linking request
 * @param forUser the platform's subject whose submission is to be shown; only in a
 * submission review request
 * @param launchedAt when it was accepted
 */
public record CurrentLaunch(LaunchId id, String key, MessageType messageType, Registration registration,
		PlatformFamily family, @Nullable String platformName, String deploymentId, User user, Standing standing,
		boolean testUser, @Nullable Course context, @Nullable Link link, @Nullable String module, boolean moduleChosen,
		LaunchPresentation presentation, @Nullable AgsEndpoint ags, @Nullable URI memberships,
		@Nullable GroupsService groups, @Nullable DeepLinkingSettings deepLinking, @Nullable String forUser,
		Instant launchedAt) {

	/**
	 * The address of a page within this launch's session.
	 * @param rest the part after the session's address; begins with a slash
	 * @return a path for links, forms and redirects
	 */
	public String path(String rest) {
		return "/launches/" + this.key + rest;
	}

	/**
	 * Whether what this person achieves is reported to the gradebook.
	 * @return true for a learner whom the platform names and does not mark as a test user
	 */
	public boolean graded() {
		return this.standing == Standing.LEARNER && !this.testUser && !this.user.anonymous();
	}

	/**
	 * Without the key, which may hold the session's secret, and without the person's
	 * name.
	 */
	@Override
	public String toString() {
		return "CurrentLaunch[" + this.id + "]";
	}

	/**
	 * The course from which a launch came.
	 *
	 * @param id our name for the context
	 * @param title its title, or null when the platform does not share it
	 * @param label its short name, or null when the platform does not share it
	 */
	public record Course(ContextId id, @Nullable String title, @Nullable String label) {
	}

	/**
	 * The placed activity from which a launch came.
	 *
	 * @param id our name for the resource link
	 * @param platformId the platform's name for it
	 * @param title its title, or null when the platform does not share it
	 */
	public record Link(ResourceLinkId id, String platformId, @Nullable String title) {
	}

}
