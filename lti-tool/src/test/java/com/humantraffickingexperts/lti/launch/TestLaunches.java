package com.humantraffickingexperts.lti.launch;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.launch.claims.LaunchPresentation;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

/** Launches as tests need them: by default of a learner in a course with a gradebook. */
public final class TestLaunches {

	private static final String SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	private static final RegistrationId REGISTRATION = new RegistrationId("college");

	private String key = "0123456789abcdef0123456789abcdef";

	private String subject = "student-1";

	private @Nullable String name = "Ngozi Adeyemi";

	private Standing standing = Standing.LEARNER;

	private boolean testUser;

	private boolean anonymous;

	private boolean gradebook = true;

	private String link = "link-1";

	private @Nullable String module = "national-referral-mechanism";

	private RegistrationTerms terms = RegistrationTerms.NONE;

	private boolean moduleChosen;

	private @Nullable DeepLinkingSettings deepLinking;

	private PlatformFamily family = PlatformFamily.MOODLE;

	private MessageType type = MessageType.RESOURCE_LINK;

	private @Nullable String context = "1";

	private @Nullable URI memberships;

	private @Nullable GroupsService groups;

	private @Nullable String forUser;

	private @Nullable Registration registration;

	private TestLaunches() {
	}

	public static TestLaunches learner() {
		return new TestLaunches();
	}

	public static TestLaunches learner(String subject) {
		TestLaunches launch = new TestLaunches();
		launch.subject = subject;
		return launch;
	}

	public static TestLaunches teacher() {
		TestLaunches launch = learner("teacher-1");
		launch.name = "Siân Price";
		launch.standing = Standing.INSTRUCTOR;
		return launch;
	}

	public TestLaunches key(String value) {
		this.key = value;
		return this;
	}

	public TestLaunches name(@Nullable String value) {
		this.name = value;
		return this;
	}

	public TestLaunches standing(Standing value) {
		this.standing = value;
		return this;
	}

	public TestLaunches testUser() {
		this.testUser = true;
		return this;
	}

	public TestLaunches anonymous() {
		this.anonymous = true;
		this.name = null;
		return this;
	}

	public TestLaunches withoutGradebook() {
		this.gradebook = false;
		return this;
	}

	public TestLaunches link(String value) {
		this.link = value;
		return this;
	}

	public TestLaunches module(@Nullable String value) {
		this.module = value;
		return this;
	}

	public TestLaunches type(MessageType value) {
		this.type = value;
		return this;
	}

	public TestLaunches terms(RegistrationTerms value) {
		this.terms = value;
		return this;
	}

	/** Comes from another course; null for none. */
	public TestLaunches context(@Nullable String value) {
		this.context = value;
		return this;
	}

	/** Names a list of the course's members. */
	public TestLaunches memberships(@Nullable URI value) {
		this.memberships = value;
		return this;
	}

	/** Names where the course's groups are told. */
	public TestLaunches groups(@Nullable GroupsService value) {
		this.groups = value;
		return this;
	}

	/** Is about the submission of somebody. */
	public TestLaunches forUser(String value) {
		this.forUser = value;
		return type(MessageType.SUBMISSION_REVIEW);
	}

	/** Comes through another registration. */
	public TestLaunches registration(Registration value) {
		this.registration = value;
		return this;
	}

	/** Opens a module that a teacher chose in the tool. */
	public TestLaunches chosen(String value) {
		this.moduleChosen = true;
		return module(value);
	}

	/** Asks for modules to place. */
	public TestLaunches choosing(DeepLinkingSettings value) {
		this.deepLinking = value;
		return type(MessageType.DEEP_LINKING);
	}

	public TestLaunches family(PlatformFamily value) {
		this.family = value;
		return this;
	}

	public CurrentLaunch build() {
		Registration through = (this.registration != null) ? this.registration : registration();
		User user = new User(new UserId(Ids.derived("user", through.id().value(), this.subject)), through.id(),
				this.anonymous ? null : this.subject, this.name);
		return new CurrentLaunch(new LaunchId(Ids.derived("launch", this.key)), this.key, this.type, through,
				this.family, "Example College Moodle", "1", user, this.standing, this.testUser,
				(this.context == null) ? null
						: new CurrentLaunch.Course(new ContextId(Ids.derived("context", this.context)),
								"Safeguarding in practice", "SG1"),
				(this.deepLinking != null) ? null
						: new CurrentLaunch.Link(new ResourceLinkId(Ids.derived("link", this.link)), this.link,
								"Referral"),
				this.module, this.moduleChosen,
				new LaunchPresentation("iframe", "en-GB", "https://moodle.example.org/course/view.php?id=2"),
				this.gradebook ? new AgsEndpoint(Set.of(SCORES),
						URI.create("https://moodle.example.org/mod/lti/services.php/2/lineitems/7/lineitem"), null)
						: null,
				this.memberships, this.groups, this.deepLinking, this.forUser, Instant.parse("2026-11-24T09:00:00Z"));
	}

	private Registration registration() {
		URI endpoint = URI.create("https://moodle.example.org/mod/lti/token.php");
		return new Registration(REGISTRATION, "Example College", "https://moodle.example.org", "client", Set.of("1"),
				endpoint, endpoint, endpoint.toString(), endpoint, Set.of(), Set.of(),
				Registration.UnknownDeployments.ASK, true, true, PlatformFamily.MOODLE, Set.of(), null, this.terms);
	}

	/** All launches of a database. */
	static JdbcLaunches stored(TestDatabase database) {
		return new JdbcLaunches(database.jdbc(), new NamedParameterJdbcTemplate(database.dataSource()),
				JsonMapper.builder().build());
	}

}
