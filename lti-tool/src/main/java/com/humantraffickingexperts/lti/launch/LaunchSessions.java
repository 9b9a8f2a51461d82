package com.humantraffickingexperts.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.JdbcLaunches.StoredLaunch;
import com.humantraffickingexperts.lti.launch.OpenedModules.OpenedModule;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registrations;
import com.humantraffickingexperts.lti.web.ToolError;

/**
 * The sessions of launches: each launch has its own, with its own address and its own
 * secret.
 */
@Component
public class LaunchSessions implements RememberedLaunches {

	/**
	 * A session is extended when it has been used for this long since the last time, to
	 * spare the database.
	 */
	private static final Duration EXTEND_AFTER = Duration.ofMinutes(10);

	private final JdbcLaunches launches;

	private final FreshLaunches freshLaunches;

	private final Registrations registrations;

	private final OpenedModules modules;

	private final LaunchSettings settings;

	private final Clock clock;

	LaunchSessions(JdbcLaunches launches, FreshLaunches freshLaunches, Registrations registrations,
			OpenedModules modules, LaunchSettings settings, Clock clock) {
		this.launches = launches;
		this.freshLaunches = freshLaunches;
		this.registrations = registrations;
		this.modules = modules;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Opens the session of a launch for one request.
	 * @param key the path segment that addresses the session
	 * @param secret the secret that the request brought, or null
	 * @return the session
	 * @throws ToolError when there is no such launch for this secret, when its session
	 * has ended, or when its registration is no longer in use
	 */
	public LaunchSession open(LaunchKey key, @Nullable String secret) {
		StoredLaunch stored = this.freshLaunches.take(key.id())
			.or(() -> this.launches.find(key.id()))
			.orElseThrow(() -> new ToolError(LaunchRefusal.LAUNCH_UNKNOWN));
		if (secret == null || !Digests.equal(stored.sessionDigest(), Digests.sha256(secret))) {
			throw new ToolError(LaunchRefusal.LAUNCH_UNKNOWN, Map.of("launch", key.id().value()));
		}
		Registration registration = this.registrations.find(stored.registration())
			.filter(Registration::enabled)
			.orElseThrow(() -> refused(LaunchRefusal.REGISTRATION_DISABLED, stored));
		Instant now = this.clock.instant();
		if (!registration.terms().inForce(now)) {
			throw refused(LaunchRefusal.REGISTRATION_OUT_OF_TERM, stored);
		}
		if (!now.isBefore(stored.sessionExpiresAt())) {
			throw refused(LaunchRefusal.LAUNCH_ENDED, stored);
		}
		extend(stored, now);
		return new LaunchSession(launch(stored, registration, key), secret, stored.language(),
				stored.details().frameAncestors());
	}

	@Override
	public Optional<CurrentLaunch> find(LaunchId id) {
		return this.launches.find(id)
			.flatMap((stored) -> this.registrations.find(stored.registration())
				.filter(Registration::enabled)
				.map((registration) -> launch(stored, registration, new LaunchKey(id, null))));
	}

	private void extend(StoredLaunch stored, Instant now) {
		Instant idle = now.plus(this.settings.sessionIdle());
		Instant longest = stored.launchedAt().plus(this.settings.sessionLongest());
		Instant expires = idle.isBefore(longest) ? idle : longest;
		if (expires.isAfter(stored.sessionExpiresAt().plus(EXTEND_AFTER))) {
			this.launches.extend(stored.id(), expires);
		}
	}

	/**
	 * When a new session ends unless it is used.
	 * @param now the present
	 * @return an instant
	 */
	Instant firstExpiry(Instant now) {
		return now.plus(this.settings.sessionIdle());
	}

	/**
	 * Ends the session of a launch.
	 * @param id the launch
	 */
	public void end(LaunchId id) {
		this.launches.extend(id, this.clock.instant());
	}

	private CurrentLaunch launch(StoredLaunch stored, Registration registration, LaunchKey key) {
		LaunchDetails details = stored.details();
		CurrentLaunch.Course context = (stored.contextId() == null) ? null : new CurrentLaunch.Course(
				new ContextId(stored.contextId()), details.contextTitle(), details.contextLabel());
		CurrentLaunch.Link link = (stored.resourceLinkId() == null || details.linkPlatformId() == null) ? null
				: new CurrentLaunch.Link(new ResourceLinkId(stored.resourceLinkId()), details.linkPlatformId(),
						details.linkTitle());
		OpenedModule module = this.modules.of(registration.id(), link, details);
		return new CurrentLaunch(stored.id(), key.text(), stored.messageType(), registration, details.family(),
				details.platformName(), stored.deploymentId(), stored.user(), standingNow(stored), stored.testUser(),
				context, link, module.id(), module.chosen(), details.presentation(), details.ags(),
				details.memberships(), details.groups(), details.deepLinking(), details.forUser(), stored.launchedAt());
	}

	/**
	 * A person who came again with fewer rights keeps none of the old ones, in no tab.
	 */
	private Standing standingNow(StoredLaunch stored) {
		if (!stored.standing().seesEveryone()) {
			return stored.standing();
		}
		Standing newest = this.launches.newestStanding(stored.user().id(), stored.contextId())
			.orElse(stored.standing());
		return (newest == Standing.INSTRUCTOR) ? stored.standing() : newest;
	}

	private static ToolError refused(LaunchRefusal refusal, StoredLaunch stored) {
		return new ToolError(refusal, Map.of("launch", stored.id().value()),
				stored.details().presentation().returnUrl(), null, null);
	}

	/**
	 * The session in which one request runs.
	 *
	 * @param launch the launch
	 * @param secret the session's secret
	 * @param language the code of the language that the person chose, or null
	 * @param frameAncestors the origins that may show the launch's pages in a frame
	 */
	public record LaunchSession(CurrentLaunch launch, String secret, @Nullable String language,
			List<String> frameAncestors) {

		@Override
		public String toString() {
			return "LaunchSession[" + this.launch.id() + "]";
		}

	}

}
