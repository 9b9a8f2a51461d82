package com.humantraffickingexperts.lti.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.keys.PlatformKeysUnavailable;
import com.humantraffickingexperts.lti.launch.LaunchTargets.Target;
import com.humantraffickingexperts.lti.launch.OpenedModules.OpenedModule;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.ClaimFault;
import com.humantraffickingexperts.lti.launch.claims.CustomParameter;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessage;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessages;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;
import com.humantraffickingexperts.lti.web.ToolError;

/** Turns what a platform posted into a launch that can be trusted, or says why not. */
@Component
class LaunchAuthentication {

	private static final Duration KEYS_RETRY = Duration.ofSeconds(15);

	private static final int LONGEST_TITLE = 255;

	private final IdTokenVerifier verifier;

	private final MigrationClaim migration;

	private final LaunchTargets targets;

	private final Users users;

	private final OpenedModules modules;

	private final LaunchSessions sessions;

	private final Deployments deployments;

	private final Clock clock;

	LaunchAuthentication(IdTokenVerifier verifier, MigrationClaim migration, LaunchTargets targets, Users users,
			OpenedModules modules, LaunchSessions sessions, Deployments deployments, Clock clock) {
		this.verifier = verifier;
		this.migration = migration;
		this.targets = targets;
		this.users = users;
		this.modules = modules;
		this.sessions = sessions;
		this.deployments = deployments;
		this.clock = clock;
	}

	/**
	 * Verifies an id_token and reads its message. Nothing is written.
	 * @param idToken what the platform posted
	 * @param state the login that it answers
	 * @param registration the registration of that login
	 * @param trace takes down how far it gets
	 * @return the message with the token that carried it
	 */
	Verified verify(String idToken, LoginState state, Registration registration, LaunchTrace trace) {
		try {
			trace.at(LaunchStep.TOKEN);
			IdToken token = IdToken.parse(idToken);
			trace.token(token);
			this.verifier.verify(token, registration, state, trace);
			trace.at(LaunchStep.MESSAGE);
			LaunchMessage message = LaunchMessages.read(token.claims(), registration::servesAt);
			this.migration.check(token.claims(), registration, message.deploymentId());
			trace.messageType(message.type());
			trace.at(LaunchStep.ADDRESS);
			return new Verified(registration, state, token, message, target(message, state), trace);
		}
		catch (LaunchRejected ex) {
			throw new ToolError(ex.refusal(), facts(registration, ex.facts()));
		}
		catch (ClaimFault ex) {
			throw new ToolError(refusal(ex), facts(registration, Map.of("claim", Objects.toString(ex.getMessage()))));
		}
		catch (PlatformKeysUnavailable ex) {
			throw new ToolError(LaunchRefusal.KEYS_UNAVAILABLE,
					facts(registration, Map.of("detail", Objects.toString(ex.getMessage()))), null, KEYS_RETRY, null);
		}
	}

	private Target target(LaunchMessage message, LoginState state) throws LaunchRejected {
		if (message.targetLinkUri() == null) {
			return new Target(null);
		}
		Target target = this.targets.read(message.targetLinkUri())
			.orElseThrow(() -> new LaunchRejected(LaunchRefusal.TARGET_FOREIGN, "target_link_uri is not ours"));
		if (!Digests.equal(state.targetDigest(), Digests.sha256(message.targetLinkUri()))) {
			throw new LaunchRejected(LaunchRefusal.TARGET_MISMATCH, "target_link_uri differs from the login's");
		}
		return target;
	}

	private static LaunchRefusal refusal(ClaimFault fault) {
		return switch (fault.kind()) {
			case MISSING -> LaunchRefusal.CLAIM_MISSING;
			case MALFORMED -> LaunchRefusal.CLAIM_MALFORMED;
			case VERSION -> LaunchRefusal.VERSION_UNSUPPORTED;
			case MESSAGE_TYPE -> LaunchRefusal.MESSAGE_UNSUPPORTED;
		};
	}

	static Map<String, String> facts(Registration registration, Map<String, String> more) {
		Map<String, String> facts = new LinkedHashMap<>(more);
		facts.put("issuer", registration.issuer());
		facts.put("client_id", registration.clientId());
		return facts;
	}

	/**
	 * Decides whether the person may come in.
	 * @param verified a verified message
	 * @param bindingSecret the secret by which the browser showed that it began the login
	 * @param inCookie whether the session's secret will be kept in a cookie
	 * @return the launch, ready to be recorded
	 */
	Admitted admit(Verified verified, String bindingSecret, boolean inCookie) {
		LaunchMessage message = verified.message();
		Registration registration = verified.registration();
		String returnUrl = message.presentation().returnUrl();
		verified.trace().at(LaunchStep.DEPLOYMENT);
		checkDeployment(verified, returnUrl);
		verified.trace().at(LaunchStep.TERM);
		if (!registration.terms().inForce(this.clock.instant())) {
			throw new ToolError(LaunchRefusal.REGISTRATION_OUT_OF_TERM, facts(registration, Map.of()), returnUrl, null,
					null);
		}
		verified.trace().at(LaunchStep.PERSON);
		if (message.subject() == null && !registration.anonymousAllowed()) {
			throw new ToolError(LaunchRefusal.USER_MISSING, facts(registration, Map.of("claim", "sub")), returnUrl,
					null, null);
		}
		Instant now = this.clock.instant();
		String secret = Digests.derived(bindingSecret, "session:" + verified.state().nonce());
		LaunchKey key = new LaunchKey(new LaunchId(Ids.inTimeOrder(now)), inCookie ? null : secret);
		LaunchDetails details = details(verified);
		CurrentLaunch launch = launch(verified, details, key, now);
		NewLaunch fresh = new NewLaunch(launch, details, (message.context() == null) ? null : message.context().id(),
				verified.nonceDigest(), verified.tokenDigest(), Digests.sha256(secret), this.sessions.firstExpiry(now),
				launch.graded());
		return new Admitted(fresh, secret);
	}

	/**
	 * The deployment in the signed message decides. Sakai names the server's at login,
	 * and the site's own in the message.
	 */
	private void checkDeployment(Verified verified, @Nullable String returnUrl) {
		Registration registration = verified.registration();
		String deployment = verified.message().deploymentId();
		String announced = verified.state().deploymentDigest();
		Map<String, String> facts = facts(registration, Map.of("deployment", deployment));
		if (announced != null && !Digests.equal(announced, Digests.sha256(deployment))
				&& family(verified) != PlatformFamily.SAKAI) {
			throw new ToolError(LaunchRefusal.DEPLOYMENT_MISMATCH, facts, returnUrl, null, null);
		}
		if (registration.acceptsDeployment(deployment)) {
			return;
		}
		if (registration.unknownDeployments() == UnknownDeployments.REFUSE
				|| registration.refusesDeployment(deployment)) {
			throw new ToolError(LaunchRefusal.DEPLOYMENT_REFUSED, facts, returnUrl, null, null);
		}
		this.deployments.hold(registration.id(), deployment);
		throw new ToolError(LaunchRefusal.DEPLOYMENT_UNKNOWN, facts, returnUrl, null, null);
	}

	private CurrentLaunch launch(Verified verified, LaunchDetails details, LaunchKey key, Instant now) {
		LaunchMessage message = verified.message();
		Registration registration = verified.registration();
		User user = (message.subject() == null) ? this.users.anonymous(registration.id()) : this.users
			.named(registration.id(), message.subject(), registration.terms().pseudonymous() ? null : message.name());
		CurrentLaunch.Course context = (message.context() == null) ? null
				: new CurrentLaunch.Course(
						ContextId.of(registration.id(), message.deploymentId(), message.context().id()),
						details.contextTitle(), details.contextLabel());
		CurrentLaunch.Link link = (message.resourceLink() == null) ? null
				: new CurrentLaunch.Link(
						ResourceLinkId.of(registration.id(), message.deploymentId(), message.resourceLink().id()),
						message.resourceLink().id(), details.linkTitle());
		OpenedModule module = this.modules.of(registration.id(), link, details);
		return new CurrentLaunch(key.id(), key.text(), message.type(), registration, details.family(),
				details.platformName(), message.deploymentId(), user, message.standing(), message.testUser(), context,
				link, module.id(), module.chosen(), details.presentation(), details.ags(), details.memberships(),
				details.groups(), details.deepLinking(), details.forUser(), now);
	}

	private static PlatformFamily family(Verified verified) {
		PlatformFamily registered = verified.registration().family();
		return (registered != null) ? registered
				: PlatformFamily.ofCode(verified.message().platform().productFamilyCode());
	}

	private static LaunchDetails details(Verified verified) {
		LaunchMessage message = verified.message();
		Registration registration = verified.registration();
		return new LaunchDetails(family(verified), message.platform().name(),
				(message.context() == null) ? null : message.context().title(),
				(message.context() == null) ? null : message.context().label(),
				(message.resourceLink() == null) ? null : message.resourceLink().id(),
				(message.resourceLink() == null) ? null : message.resourceLink().title(), module(verified),
				LinkHistory.links(message, registration.id()), LinkHistory.contexts(message, registration.id()),
				message.presentation(), ags(message), message.memberships(), message.groups(), message.deepLinking(),
				message.forUser(), frameAncestors(registration, message));
	}

	/** For an activity that was placed without a grade, no line item is made. */
	private static @Nullable AgsEndpoint ags(LaunchMessage message) {
		AgsEndpoint ags = message.ags();
		if (ags == null || !CustomParameter.NO_GRADE.equals(message.custom().get(CustomParameter.GRADE))) {
			return ags;
		}
		return (ags.lineItem() == null) ? null : new AgsEndpoint(ags.scopes(), ags.lineItem(), null);
	}

	/**
	 * The custom parameter wins, because it survives course copies and edited addresses.
	 */
	private static @Nullable String module(Verified verified) {
		String module = verified.message().custom().get(CustomParameter.MODULE);
		if (module == null || module.isBlank() || module.startsWith("$")) {
			return verified.target().module();
		}
		String stripped = module.strip();
		return stripped.substring(0, Math.min(LONGEST_TITLE, stripped.length()));
	}

	private static List<String> frameAncestors(Registration registration, LaunchMessage message) {
		Set<String> origins = new LinkedHashSet<>(registration.pageOrigins());
		AgsEndpoint ags = message.ags();
		Stream
			.of(message.presentation().returnUrl(), (message.memberships() == null) ? null : message.memberships(),
					(ags == null) ? null : ags.lineItem(), (ags == null) ? null : ags.lineItems(),
					(message.deepLinking() == null) ? null : message.deepLinking().returnUrl())
			.filter(Objects::nonNull)
			.map((address) -> Origin.of(address.toString()))
			.filter(Objects::nonNull)
			.forEach(origins::add);
		return List.copyOf(origins);
	}

	/**
	 * A message that the platform signed, for us, in answer to a login.
	 */
	record Verified(Registration registration, LoginState state, IdToken token, LaunchMessage message, Target target,
			LaunchTrace trace) {

		String nonceDigest() {
			return Digests.sha256(this.registration.id().value() + " " + this.state.nonce());
		}

		String tokenDigest() {
			return Digests.sha256(this.token.signedPart());
		}

	}

	/**
	 * A launch that may be recorded, with the secret of its session.
	 */
	record Admitted(NewLaunch fresh, String secret) {
	}

}
