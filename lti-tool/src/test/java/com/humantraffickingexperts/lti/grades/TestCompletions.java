package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchId;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.LaunchPresentation;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.AttemptCompleted;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * A learner's completion, to be varied.
 *
 * @param registration the platform
 * @param subject the platform's name for the learner, or null
 * @param link the platform's name for the resource link
 * @param standing what the person may do
 * @param testUser whether the platform calls the person a test user
 * @param ags the gradebook services
 * @param module the module
 * @param given the points given
 * @param maximum the points that can be had
 */
record TestCompletions(Registration registration, @Nullable String subject, String link, Standing standing,
		boolean testUser, @Nullable AgsEndpoint ags, String module, String given, String maximum) {

	static TestCompletions of(Registration registration, @Nullable AgsEndpoint ags) {
		return new TestCompletions(registration, "5", "link-1", Standing.LEARNER, false, ags, "spot-the-signs", "7",
				"10");
	}

	static AgsEndpoint ags(@Nullable String lineItem, @Nullable String lineItems, String... scopes) {
		return new AgsEndpoint(Set.of(scopes), (lineItem == null) ? null : URI.create(lineItem),
				(lineItems == null) ? null : URI.create(lineItems));
	}

	TestCompletions by(@Nullable String subject) {
		return new TestCompletions(this.registration, subject, this.link, this.standing, this.testUser, this.ags,
				this.module, this.given, this.maximum);
	}

	TestCompletions with(String given) {
		return new TestCompletions(this.registration, this.subject, this.link, this.standing, this.testUser, this.ags,
				this.module, given, this.maximum);
	}

	TestCompletions in(String link) {
		return new TestCompletions(this.registration, this.subject, link, this.standing, this.testUser, this.ags,
				this.module, this.given, this.maximum);
	}

	TestCompletions at(@Nullable AgsEndpoint ags) {
		return new TestCompletions(this.registration, this.subject, this.link, this.standing, this.testUser, ags,
				this.module, this.given, this.maximum);
	}

	TestCompletions as(Standing standing, boolean testUser) {
		return new TestCompletions(this.registration, this.subject, this.link, standing, testUser, this.ags,
				this.module, this.given, this.maximum);
	}

	AttemptId attempt() {
		return new AttemptId(
				Ids.derived("attempt", this.registration.id().value(), this.link, String.valueOf(this.subject)));
	}

	ScoreId score() {
		return ScoreId.of(linkId(), userId());
	}

	private ResourceLinkId linkId() {
		return new ResourceLinkId(Ids.derived("link", this.registration.id().value(), this.link));
	}

	private UserId userId() {
		return new UserId(Ids.derived("user", this.registration.id().value(), String.valueOf(this.subject)));
	}

	AttemptCompleted event(Instant at) {
		PlatformFamily family = this.registration.family();
		CurrentLaunch launch = new CurrentLaunch(new LaunchId(Ids.inTimeOrder(at)), "key", MessageType.RESOURCE_LINK,
				this.registration, (family == null) ? PlatformFamily.GENERIC : family, null, "1",
				new User(userId(), this.registration.id(), this.subject, "Ada"), this.standing, this.testUser, null,
				new CurrentLaunch.Link(linkId(), this.link, "Spot the signs"), this.module, false,
				LaunchPresentation.NONE, this.ags, null, null, null, null, at);
		return new AttemptCompleted(attempt(), launch, this.module, "1.2.0",
				new Points(new BigDecimal(this.given), new BigDecimal(this.maximum)), at);
	}

}
