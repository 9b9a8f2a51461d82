package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnEachDatabase
class RegistrationStoreTests {

	private static final String ISSUER = "https://lms.example";

	private final TestDatabase.Product product;

	private final SettableClock clock = new SettableClock();

	private TestDatabase database;

	private Node node;

	RegistrationStoreTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.node = new Node();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private static RegistrationDraft draft(String clientId) {
		return draft(clientId, null, RegistrationTerms.NONE);
	}

	private static RegistrationDraft draft(String clientId, @Nullable InstitutionId institution,
			RegistrationTerms terms) {
		return new RegistrationDraft(institution, "Example College", ISSUER, clientId, URI.create(ISSUER + "/auth?a=b"),
				URI.create(ISSUER + "/token"), null, URI.create(ISSUER + "/jwks"), Set.of("extra"),
				Set.of("https://files.lms.example"), UnknownDeployments.ASK, false, PlatformFamily.MOODLE, terms,
				"note", Set.of("scope-b", "scope-a"));
	}

	private RegistrationId added(String clientId) {
		return this.node.store.add(draft(clientId), RegistrationState.ENABLED, RegistrationSource.BY_HAND);
	}

	@Nested
	class AStoredRegistration {

		@Test
		void comesBackAsItWasEntered() {
			Institution college = node.institutions.add("Example College");
			Instant from = clock.instant();
			RegistrationTerms terms = new RegistrationTerms(from, from.plus(Duration.ofDays(365)), 200,
					Set.of("module-a", "module-b"), true);

			RegistrationId id = node.store.add(draft("client", college.id(), terms), RegistrationState.ENABLED,
					RegistrationSource.DYNAMIC);

			ManagedRegistration managed = new Node().store.find(id).orElseThrow();
			assertThat(managed.source()).isEqualTo(RegistrationSource.DYNAMIC);
			assertThat(managed.grantedScopes()).containsExactlyInAnyOrder("scope-a", "scope-b");
			assertThat(managed.notes()).isEqualTo("note");
			Registration registration = managed.registration();
			assertThat(registration.terms()).isEqualTo(terms);
			assertThat(registration.institution()).isEqualTo(college.id());
			assertThat(registration.tokenAudience()).isEqualTo(ISSUER + "/token");
			assertThat(registration.authorizationEndpoint()).hasToString(ISSUER + "/auth?a=b");
			assertThat(registration.trustedAudiences()).containsExactly("extra");
			assertThat(registration.enabled()).isTrue();
		}

		@Test
		void isFoundByItsIssuerAtOnce() {
			RegistrationId id = added("client");

			assertThat(node.known.ofIssuer(ISSUER)).extracting(Registration::id).containsExactly(id);
			assertThat(node.known.ofIssuer(ISSUER + "/")).isEmpty();
		}

		@Test
		void isKnownToAnotherNodeWhenThatLooks() {
			Node other = new Node();
			RegistrationId id = added("client");

			other.known.refresh();

			assertThat(other.known.find(id)).isPresent();
		}

		@Test
		void isNotThereWhenItsTransactionFails() {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> database.transactions().executeWithoutResult((status) -> {
					added("client");
					throw new IllegalStateException();
				}));

			assertThat(node.known.all()).isEmpty();
			assertThat(new Node().known.all()).isEmpty();
		}

		@Test
		void isNotReplacedByAnotherOfTheSameIssuerAndClientId() {
			Node other = new Node();
			added("client");

			for (Node late : List.of(node, other)) {
				assertThatExceptionOfType(RegistrationConflict.class).isThrownBy(
						() -> late.store.add(draft("client"), RegistrationState.PENDING, RegistrationSource.DYNAMIC))
					.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(RegistrationConflict.Kind.EXISTS));
			}
			assertThat(new Node().store.all(null)).hasSize(1);
		}

		@Test
		void isAnotherOneAsSoonAsOneByteOfTheClientIdDiffers() {
			added("client");
			added("Client");
			added("client ");

			assertThat(new Node().known.ofIssuer(ISSUER)).hasSize(3);
		}

	}

	@Nested
	class AChange {

		@Test
		void isRefusedWhenItIsBasedOnAnOldRevision() {
			RegistrationId id = added("client");
			int revision = node.store.find(id).orElseThrow().revision();
			node.store.change(id, revision, draft("client"));

			assertThatExceptionOfType(RegistrationConflict.class)
				.isThrownBy(() -> node.store.change(id, revision, draft("client")))
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(RegistrationConflict.Kind.CHANGED));
		}

		@Test
		void ofTheStateStopsLaunchesOnEveryNode() {
			RegistrationId id = added("client");
			Node other = new Node();

			node.store.setState(id, RegistrationState.DISABLED);
			other.known.refresh();

			assertThat(node.known.find(id).orElseThrow().enabled()).isFalse();
			assertThat(other.known.find(id).orElseThrow().enabled()).isFalse();
		}

		@Test
		void forgetsARegistrationWithItsDeployments() {
			RegistrationId id = added("client");
			node.deployments.approve(id, "1", null);

			node.store.delete(id);
			added("client");

			assertThat(node.known.find(id).orElseThrow().deploymentIds()).isEmpty();
		}

		@Test
		void doesNotReachWhatIsNotThere() {
			RegistrationId unknown = RegistrationStore.idOf(ISSUER, "unknown");

			assertThatExceptionOfType(RegistrationConflict.class).isThrownBy(() -> node.store.delete(unknown));
			assertThatExceptionOfType(RegistrationConflict.class)
				.isThrownBy(() -> node.store.change(unknown, 1, draft("unknown")));
		}

	}

	@Nested
	class AnUnknownDeployment {

		@Test
		void waitsAndIsCounted() {
			RegistrationId id = added("client");

			node.deployments.hold(id, "7");
			clock.advance(Duration.ofMinutes(5));
			node.deployments.hold(id, "7");

			Deployment waiting = node.deployments.waiting().getFirst();
			assertThat(waiting.deploymentId()).isEqualTo("7");
			assertThat(waiting.launchesHeld()).isEqualTo(2);
			assertThat(waiting.lastSeenAt()).isEqualTo(waiting.firstSeenAt().plus(Duration.ofMinutes(5)));
			assertThat(node.known.find(id).orElseThrow().acceptsDeployment("7")).isFalse();
		}

		@Test
		void isAcceptedOnceItIsApproved() {
			RegistrationId id = added("client");
			node.deployments.hold(id, "7");

			node.deployments.approve(id, "7", "Main site");
			node.deployments.hold(id, "7");

			assertThat(node.known.find(id).orElseThrow().acceptsDeployment("7")).isTrue();
			assertThat(node.known.find(id).orElseThrow().acceptsDeployment("07")).isFalse();
			assertThat(node.deployments.of(id)).singleElement().satisfies((deployment) -> {
				assertThat(deployment.state()).isEqualTo(Deployment.State.APPROVED);
				assertThat(deployment.label()).isEqualTo("Main site");
			});
		}

		@Test
		void isNotAcceptedOnceItIsRefusedAlsoWhereUnknownOnesAreAllowed() {
			RegistrationId id = added("client");
			node.deployments.approve(id, "7", null);

			node.deployments.refuse(id, "7");

			Registration registration = node.known.find(id).orElseThrow();
			assertThat(registration.acceptsDeployment("7")).isFalse();
			assertThat(registration.refusesDeployment("7")).isTrue();
		}

		@Test
		void isNotKeptWhenHundredsOfOthersWait() {
			RegistrationId id = added("client");
			for (int number = 0; number < 210; number++) {
				node.deployments.hold(id, "d" + number);
			}

			assertThat(node.deployments.waiting()).hasSize(200);
		}

		@Test
		void isKeptOnceWhenSeveralLaunchesMeetIt() throws Exception {
			RegistrationId id = added("client");
			try (ExecutorService together = Executors.newFixedThreadPool(8)) {
				List<Callable<Void>> launches = IntStream.range(0, 24).<Callable<Void>>mapToObj((number) -> () -> {
					node.deployments.hold(id, "7");
					return null;
				}).toList();
				for (var launch : together.invokeAll(launches)) {
					launch.get();
				}
			}

			assertThat(node.deployments.waiting()).singleElement()
				.satisfies((deployment) -> assertThat(deployment.launchesHeld()).isEqualTo(24));
		}

	}

	@Nested
	class Terms {

		private final Instant now = Instant.parse("2026-05-20T10:00:00Z");

		@Test
		void holdFromTheFirstInstantToTheLast() {
			RegistrationTerms terms = new RegistrationTerms(this.now, this.now.plusSeconds(10), null, Set.of(), false);

			assertThat(terms.inForce(this.now.minusNanos(1))).isFalse();
			assertThat(terms.inForce(this.now)).isTrue();
			assertThat(terms.inForce(this.now.plusSeconds(10))).isFalse();
			assertThat(RegistrationTerms.NONE.inForce(this.now)).isTrue();
		}

		@Test
		void offerTheModulesThatTheyListOrAll() {
			RegistrationTerms terms = new RegistrationTerms(null, null, null, Set.of("a"), false);

			assertThat(terms.offers("a")).isTrue();
			assertThat(terms.offers("b")).isFalse();
			assertThat(RegistrationTerms.NONE.offers("b")).isTrue();
		}

	}

	/** One of the tool's processes before the database. */
	private final class Node {

		final Institutions institutions = new Institutions(database.jdbc(), clock);

		final KnownRegistrations known = new KnownRegistrations(
				new ConfiguredRegistrations(new PlatformsSettings(List.of())), new JdbcRegistrations(database.jdbc()),
				new JdbcDeployments(database.jdbc()));

		final RegistrationStore store = new RegistrationStore(this.known, new JdbcRegistrations(database.jdbc()),
				new JdbcDeployments(database.jdbc()), clock);

		final Deployments deployments = new Deployments(this.known, new JdbcDeployments(database.jdbc()), clock);

	}

}
