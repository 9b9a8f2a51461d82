package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.keys.KeySetProbe;
import com.humantraffickingexperts.lti.keys.KeySetProbe.KeySetReport;
import com.humantraffickingexperts.lti.keys.KeySetProbe.SeenKey;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.platform.TokenProbe;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;

class CanaryTests {

	private static final DoctorSettings SETTINGS = new DoctorSettings(true, Duration.ofMinutes(30), 6);

	private final SettableClock clock = new SettableClock();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Registration college = TestPlatformCalls.registration("https://lms.example", "college",
			PlatformFamily.MOODLE);

	private List<Registration> registered = List.of(this.college);

	private TokenProbe.State token = TokenProbe.State.GRANTED;

	private TestDatabase database;

	private JdbcCanary canaries;

	private Canary canary;

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(TestDatabase.Product.H2);
		this.canaries = new JdbcCanary(this.database.jdbc(), JsonMapper.builder().build());
		KeySetProbe keys = (uri) -> new KeySetReport(KeySetProbe.State.READ, 200,
				List.of(new SeenKey("k1", "RSA", "RS256", 2048, true)), Duration.ZERO);
		TokenProbe tokens = (registration, deployment, scopes) -> new TokenReport(this.token,
				(this.token == TokenProbe.State.GRANTED) ? scopes : Set.of(), 400, null, null, Duration.ZERO);
		this.canary = new Canary(new Known(), new Probes(keys, tokens), this.canaries, SETTINGS, this.meters,
				this.clock);
		this.log.start();
		logger().addAppender(this.log);
	}

	@AfterEach
	void close() {
		logger().detachAppender(this.log);
		this.database.close();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(Canary.class);
	}

	/** Enough time for every registration to have had its turn once. */
	private void everybodysTurn() {
		this.canary.round();
		this.clock.advance(SETTINGS.canaryEvery());
		this.canary.round();
	}

	@Test
	void oneFailureIsNoAlert() {
		this.token = TokenProbe.State.REFUSED;
		everybodysTurn();
		assertThat(this.canaries.open()).isEmpty();
		assertThat(this.meters.counter("htmse.doctor.canary", "outcome", "failed").count()).isEqualTo(1);
	}

	@Test
	void theSecondFailureInARowRaisesOneAlertAndOneWarning() {
		this.token = TokenProbe.State.REFUSED;
		everybodysTurn();
		everybodysTurn();
		everybodysTurn();
		assertThat(this.canaries.open()).singleElement()
			.satisfies((alert) -> assertThat(alert.findings()).extracting(Finding::check).containsExactly(Check.TOKEN));
		assertThat(this.log.list).filteredOn((event) -> event.getLevel() == Level.WARN).hasSize(1);
	}

	@Test
	void theAlertIsOverWhenAllIsWellAgain() {
		this.token = TokenProbe.State.UNREACHABLE;
		everybodysTurn();
		everybodysTurn();
		this.token = TokenProbe.State.GRANTED;
		everybodysTurn();
		assertThat(this.canaries.open()).isEmpty();
		assertThat(this.canaries.history(this.college.id())).hasSize(1);
	}

	@Test
	void aRefusedScopeIsNoFailure() {
		this.token = TokenProbe.State.SCOPE_REFUSED;
		everybodysTurn();
		everybodysTurn();
		assertThat(this.canaries.open()).isEmpty();
	}

	@Test
	void whatIsSwitchedOffIsNotAskedAndHasNoAlert() {
		this.token = TokenProbe.State.REFUSED;
		everybodysTurn();
		everybodysTurn();
		this.registered = List.of();
		this.canary.round();
		assertThat(this.canaries.open()).isEmpty();
		assertThat(this.canaries.scheduled()).isEmpty();
	}

	@Test
	void anAlertIsShownToThoseWhoLookAfterTheRegistrationOnly() {
		this.token = TokenProbe.State.REFUSED;
		everybodysTurn();
		everybodysTurn();
		DoctorNotices notices = new DoctorNotices(this.canaries, new Known());
		AdministratorId id = new AdministratorId("0".repeat(32));
		assertThat(notices.noticesFor(new Administrator(id, "Ada", AdminRole.OPERATOR, null))).singleElement()
			.satisfies((notice) -> assertThat(notice.path()).isEqualTo("/admin/registrations/college/doctor"));
		assertThat(notices
			.noticesFor(new Administrator(id, "Bo", AdminRole.INSTITUTION, new InstitutionId("1".repeat(32)))))
			.isEmpty();
	}

	/** The registrations of the test. */
	private final class Known implements Registrations {

		@Override
		public Optional<Registration> find(RegistrationId id) {
			return all().stream().filter((registration) -> registration.id().equals(id)).findFirst();
		}

		@Override
		public List<Registration> ofIssuer(String issuer) {
			return all();
		}

		@Override
		public List<Registration> all() {
			return CanaryTests.this.registered;
		}

	}

}
