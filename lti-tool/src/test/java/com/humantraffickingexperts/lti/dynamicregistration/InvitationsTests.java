package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.web.ToolAddress;
import com.humantraffickingexperts.lti.web.ToolError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnEachDatabase
class InvitationsTests {

	private static final InstitutionId COLLEGE = new InstitutionId("0123456789abcdef0123456789abcdef");

	private static final RegistrationId REGISTRATION = new RegistrationId("registration1");

	private final TestDatabase.Product product;

	private final SettableClock clock = new SettableClock();

	private TestDatabase database;

	private Invitations invitations;

	private JdbcInitiations initiations;

	InvitationsTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.invitations = new Invitations(new JdbcInvitations(this.database.jdbc()), Platforms.settings(),
				new ToolAddress(URI.create("https://learn.example")), this.clock);
		this.initiations = new JdbcInitiations(this.database.jdbc());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private static String secret(Invitations.Made made) {
		return made.link().getPath().substring("/lti/register/".length());
	}

	private Invitations.Made made() {
		return this.invitations.make(COLLEGE, PlatformFamily.SAKAI);
	}

	private void refused(DynamicRegistrationRefusal code, ThrowingCallable call) {
		assertThatExceptionOfType(ToolError.class).isThrownBy(call)
			.satisfies((error) -> assertThat(error.code()).isEqualTo(code));
	}

	private Invitation.State state(InvitationId id) {
		return this.invitations.find(id).orElseThrow().state(this.clock.instant());
	}

	@Nested
	class AnInvitation {

		@Test
		void isKnownByItsLinkOnly() {
			Invitations.Made made = made();
			assertThat(invitations.open(secret(made)).id()).isEqualTo(made.invitation().id());
			refused(DynamicRegistrationRefusal.INVITATION_UNKNOWN, () -> invitations.open("A".repeat(43)));
			refused(DynamicRegistrationRefusal.INVITATION_UNKNOWN, () -> invitations.open("not a secret"));
			refused(DynamicRegistrationRefusal.INVITATION_UNKNOWN,
					() -> invitations.open(made.invitation().id().value()));
		}

		@Test
		void isStoredWithoutItsSecret() {
			Invitations.Made made = made();
			assertThat(database.jdbc().sql("select * from registration_invitation").query().listOfRows().toString())
				.doesNotContain(secret(made));
		}

		@Test
		void tellsWhatBecameOfIt() {
			Invitations.Made made = made();
			InvitationId id = made.invitation().id();
			assertThat(state(id)).isEqualTo(Invitation.State.UNUSED);
			invitations.open(secret(made));
			assertThat(state(id)).isEqualTo(Invitation.State.OPENED);
			invitations.claim(id);
			invitations.used(id, REGISTRATION);
			assertThat(state(id)).isEqualTo(Invitation.State.REGISTERED);
			assertThat(invitations.find(id).orElseThrow().registration()).isEqualTo(REGISTRATION);
			refused(DynamicRegistrationRefusal.INVITATION_USED, () -> invitations.open(secret(made)));
			refused(DynamicRegistrationRefusal.INVITATION_USED, () -> invitations.claim(id));
			assertThat(invitations.revoke(id)).isFalse();
		}

		@Test
		void expires() {
			Invitations.Made made = made();
			clock.advance(Duration.ofDays(7));
			assertThat(state(made.invitation().id())).isEqualTo(Invitation.State.EXPIRED);
			refused(DynamicRegistrationRefusal.INVITATION_EXPIRED, () -> invitations.open(secret(made)));
			refused(DynamicRegistrationRefusal.INVITATION_EXPIRED, () -> invitations.claim(made.invitation().id()));
		}

		@Test
		void canBeTakenBack() {
			Invitations.Made made = made();
			assertThat(invitations.revoke(made.invitation().id())).isTrue();
			refused(DynamicRegistrationRefusal.INVITATION_UNKNOWN, () -> invitations.open(secret(made)));
			assertThat(state(made.invitation().id())).isEqualTo(Invitation.State.REVOKED);
		}

		@Test
		void isSeenByItsInstitution() {
			Invitations.Made made = made();
			invitations.make(new InstitutionId("f".repeat(32)), PlatformFamily.CANVAS);
			assertThat(invitations.all(COLLEGE)).extracting(Invitation::id).containsExactly(made.invitation().id());
			assertThat(invitations.all(null)).hasSize(2);
		}

	}

	@Nested
	class WhileItsPlatformIsRegistering {

		@Test
		void nobodyElseCanUseIt() {
			InvitationId id = made().invitation().id();
			invitations.claim(id);
			refused(DynamicRegistrationRefusal.CONSENT_USED, () -> invitations.claim(id));
			invitations.release(id);
			invitations.claim(id);
		}

		@Test
		void aNodeThatDiedDoesNotKeepItForEver() {
			InvitationId id = made().invitation().id();
			invitations.claim(id);
			clock.advance(Duration.ofMinutes(2));
			invitations.claim(id);
		}

		@Test
		void oneOfManyAtOnceGetsIt() throws InterruptedException {
			InvitationId id = made().invitation().id();
			assertThat(succeeding(() -> {
				invitations.claim(id);
				return true;
			})).isEqualTo(1);
		}

		@Test
		void oneOfManyAtOnceSendsTheForm() throws InterruptedException {
			initiations.insert(new Initiation("form", made().invitation().id(), URI.create("https://lms.example/c"),
					"{}", "sealed", clock.instant(), clock.instant().plusSeconds(60)));
			assertThat(succeeding(() -> initiations.consume("form", clock.instant()))).isEqualTo(1);
			assertThat(initiations.find("form").orElseThrow().sealedToken()).as("the token is forgotten").isNull();
		}

		private long succeeding(Callable<Boolean> act) throws InterruptedException {
			try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
				List<Future<Boolean>> acts = threads.invokeAll(IntStream.range(0, 8).mapToObj((i) -> act).toList());
				return acts.stream().filter(InvitationsTests::succeeded).count();
			}
		}

	}

	private static boolean succeeded(Future<Boolean> act) {
		try {
			return act.get();
		}
		catch (ExecutionException ex) {
			assertThat(ex.getCause()).isInstanceOf(ToolError.class);
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Nested
	class WhoComesUninvited {

		@Test
		void isCountedAndForgottenAfterADay() {
			for (String form : List.of("a", "b")) {
				initiations.insert(new Initiation(form, null, URI.create("https://lms.example/c"), "{}", null,
						clock.instant(), clock.instant().plusSeconds(60)));
				clock.advance(Duration.ofHours(13));
			}
			assertThat(initiations.countUninvited(clock.instant().minus(Duration.ofDays(1)))).isEqualTo(1);
			initiations.forget(clock.instant().minus(Duration.ofDays(1)));
			assertThat(initiations.find("a")).isEmpty();
			assertThat(initiations.find("b")).isPresent();
		}

	}

}
