package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.people.TestUsers;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

/** A platform with a list of members, and the tool that reads it, stepped by hand. */
final class RosterBench implements AutoCloseable {

	static final String MEMBERSHIPS = "/nrps?memberships=7";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	final SteppedClock clock = new SteppedClock();

	final WireMockServer platform = new WireMockServer(wireMockConfig().dynamicPort());

	final Registration registration;

	final JdbcRosters stored;

	final Users users;

	final ScheduledRosters rosters;

	final ManualScheduler scheduler;

	private final SettableClock schedulerClock = new SettableClock();

	private Optional<Registration> known;

	RosterBench(TestDatabase database, PlatformFamily family) {
		this.platform.start();
		this.platform.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH))
			.willReturn(okJson(TestPlatformCalls.tokenJson("t", Memberships.SCOPE))));
		this.registration = TestPlatformCalls.registration(this.platform.baseUrl(), "r" + NUMBER.incrementAndGet(),
				family);
		this.known = Optional.of(this.registration);
		this.stored = new JdbcRosters(database.jdbc(), new NamedParameterJdbcTemplate(database.dataSource()));
		this.users = TestUsers.on(database, this.clock);
		Memberships memberships = new Memberships(
				TestPlatformCalls.create(limited(new PlainHttp(Duration.ofSeconds(4))), this.clock), this.clock);
		Groups groups = new Groups(TestPlatformCalls.create(new PlainHttp(Duration.ofSeconds(4)), this.clock),
				this.clock);
		RosterReader reader = new RosterReader(this.stored, memberships, groups, new Known(), this.users,
				database.transactions(), this.clock);
		this.schedulerClock.set(this.clock.instant());
		this.scheduler = TestHelper
			.createManualScheduler(new TransactionAwareDataSourceProxy(database.dataSource()),
					new RosterTasks().readRoster(reader))
			.clock(this.schedulerClock)
			.build();
		this.rosters = new ScheduledRosters(this.stored, this.scheduler, this.clock);
	}

	/** The guard's limit, which plain calls do not have. */
	private static OutboundHttp limited(OutboundHttp http) {
		return (request) -> {
			OutboundAnswer answer = http.send(request);
			if (answer.body().length > request.maximumBytes()) {
				throw new OutboundFailure(OutboundFailure.Kind.TOO_LARGE, request.uri(), null);
			}
			return answer;
		};
	}

	String url(String path) {
		return this.platform.baseUrl() + path;
	}

	/** The platform gives a token for groups too, and tells these. */
	GroupsService tellsGroups(String... groups) {
		this.platform
			.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH)).withRequestBody(containing("contextgroup"))
				.willReturn(okJson(TestPlatformCalls.tokenJson("g", GroupsService.SCOPE))));
		answersAt("/groups", okJson("{\"id\":\"x\",\"groups\":[" + String.join(",", groups) + "]}"));
		return new GroupsService(URI.create(url("/groups")), URI.create(url("/groupsets")));
	}

	TestLaunches teacher() {
		return TestLaunches.teacher()
			.registration(this.registration)
			.context(this.registration.id().value())
			.family(PlatformFamily.GENERIC)
			.memberships(URI.create(url(MEMBERSHIPS)));
	}

	void answers(ResponseDefinitionBuilder answer) {
		answersAt(MEMBERSHIPS, answer);
	}

	void answersAt(String address, ResponseDefinitionBuilder answer) {
		this.platform.stubFor(get(urlEqualTo(address)).willReturn(answer));
	}

	void lists(String... members) {
		answers(okJson("{\"id\":\"x\",\"context\":{\"id\":\"c1\"},\"members\":[" + String.join(",", members) + "]}"));
	}

	static String learner(String subject) {
		return member(subject, "Learner");
	}

	static String member(String subject, String role) {
		return """
				{"user_id":"%s","roles":["http://purl.imsglobal.org/vocab/lis/v2/membership#%s"],"status":"Active"}"""
			.formatted(subject, role);
	}

	static String named(String subject, String name) {
		return """
				{"user_id":"%s","name":"%s","roles":["Learner"],"status":"Active"}""".formatted(subject, name);
	}

	/** Somebody who teaches opens the tool, and what is due happens. */
	void aTeacherComes() {
		aTeacherComes(teacher().build());
	}

	void aTeacherComes(CurrentLaunch launch) {
		this.rosters.refresh(launch);
		runsWhatIsDue();
	}

	/** Lets so much time pass that the list is read again. */
	void aTeacherComesLater() {
		this.clock.advance(Duration.ofMinutes(10));
		aTeacherComes();
	}

	void passes(Duration time) {
		this.clock.advance(time);
		runsWhatIsDue();
	}

	void runsWhatIsDue() {
		this.schedulerClock.set(this.clock.instant());
		this.scheduler.runAnyDueExecutions();
	}

	void forgetsTheRegistration() {
		this.known = Optional.empty();
	}

	Membership member(String subject) {
		return Objects.requireNonNull(members().get(subject));
	}

	Map<String, Membership> members() {
		Map<String, Membership> members = new TreeMap<>();
		this.rosters.members(this.registration.id(), course())
			.forEach((member) -> members.put(String.valueOf(member.user().subject()), member));
		return members;
	}

	ContextId course() {
		CurrentLaunch.Course course = teacher().build().context();
		return Objects.requireNonNull(course).id();
	}

	RosterStatus status() {
		return this.rosters.status(this.registration.id(), course());
	}

	List<LoggedRequest> asked() {
		return this.platform.findAll(getRequestedFor(anyUrl()));
	}

	List<LoggedRequest> tokensAsked() {
		return this.platform.findAll(postRequestedFor(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH)));
	}

	int tasks() {
		return this.scheduler.getScheduledExecutions().size();
	}

	@Override
	public void close() {
		this.platform.stop();
	}

	private final class Known implements Registrations {

		@Override
		public Optional<Registration> find(RegistrationId id) {
			return RosterBench.this.known.filter((registration) -> registration.id().equals(id));
		}

		@Override
		public List<Registration> ofIssuer(String issuer) {
			return List.of();
		}

		@Override
		public List<Registration> all() {
			return RosterBench.this.known.stream().toList();
		}

	}

}
