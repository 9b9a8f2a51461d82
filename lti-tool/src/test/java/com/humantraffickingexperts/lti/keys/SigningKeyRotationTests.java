package com.humantraffickingexperts.lti.keys;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.keys.SigningKey.State;
import com.humantraffickingexperts.lti.keys.ToolKeyRing.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The tool's keys change, and whoever checks its signatures never notices. */
@OnEachDatabase
class SigningKeyRotationTests {

	private static final Duration SEASON = Duration.ofDays(90);

	private final SettableClock clock = new SettableClock();

	private final TestDatabase database;

	private final TestKeyNode node;

	SigningKeyRotationTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.node = TestKeyNode.start(this.database, this.clock);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private static String signer(TestKeyNode node) {
		try {
			SignedJWT signed = SignedJWT.parse(node.keys().sign(new JWTClaimsSet.Builder().issuer("us").build()));
			String kid = signed.getHeader().getKeyID();
			JWK published = JWKSet.parse(node.published()).getKeyByKeyId(kid);
			assertThat(signed.verify(new RSASSAVerifier(published.toRSAKey()))).as("what signs is published").isTrue();
			return kid;
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Set<String> published(TestKeyNode node) {
		try {
			return JWKSet.parse(node.published()).getKeys().stream().map(JWK::getKeyID).collect(Collectors.toSet());
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private List<State> states() {
		return this.node.ring().keys().stream().map(SigningKey::state).toList();
	}

	private String kid(State state) {
		return this.node.ring()
			.keys()
			.stream()
			.filter((key) -> key.state() == state)
			.map(SigningKey::kid)
			.findFirst()
			.orElseThrow();
	}

	private List<String> stored() {
		return this.database.jdbc()
			.sql("select jwk from signing_key order by slot")
			.query((row, number) -> row.getString(1))
			.list();
	}

	@Test
	void theFirstStartMakesTheKeyThatSignsAndTheNextOne() {
		assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
		assertThat(signer(this.node)).isEqualTo(kid(State.CURRENT));
		assertThat(published(this.node)).containsExactlyInAnyOrder(kid(State.CURRENT), kid(State.NEXT));
	}

	@Test
	void nodesThatStartAtOnceAgree() throws Exception {
		try (TestDatabase empty = TestDatabase.create(this.database.product())) {
			List<TestKeyNode> nodes = atOnce(4, () -> TestKeyNode.start(empty, this.clock));
			assertThat(nodes).extracting(SigningKeyRotationTests::signer).containsOnly(signer(nodes.getFirst()));
			assertThat(nodes.getFirst().ring().keys()).extracting(SigningKey::state)
				.containsExactly(State.CURRENT, State.NEXT);
			assertThat(nodes).extracting((one) -> one.secrets().derived("x"))
				.containsOnly(nodes.getFirst().secrets().derived("x"));
		}
	}

	@Test
	void whereTheCurrentKeyWasTakenAwayByHandTheNextOneSigns() {
		String next = kid(State.NEXT);
		this.database.jdbc().sql("delete from signing_key where in_use_since is not null").update();
		assertThat(signer(TestKeyNode.start(this.database, this.clock))).isEqualTo(next);
		assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
	}

	@Test
	void whereAllKeysWereTakenAwayNewOnesAreMade() {
		this.database.jdbc().sql("delete from signing_key").update();
		assertThat(signer(TestKeyNode.start(this.database, this.clock))).isEqualTo(kid(State.CURRENT));
		assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
	}

	@Nested
	class Rotation {

		@Test
		void leavesTheNextKeyAloneUntilItHasBeenPublishedForADay() {
			String before = signer(SigningKeyRotationTests.this.node);
			SigningKeyRotationTests.this.clock.advance(SigningKey.PUBLISHED_BEFORE.minusSeconds(1));
			assertThat(SigningKeyRotationTests.this.node.ring().rotateNow()).isEqualTo(Outcome.NEXT_TOO_NEW);
			assertThat(signer(SigningKeyRotationTests.this.node)).isEqualTo(before);
			SigningKeyRotationTests.this.clock.advance(Duration.ofSeconds(1));
			assertThat(SigningKeyRotationTests.this.node.ring().rotateNow()).isEqualTo(Outcome.ROTATED);
		}

		@Test
		void letsTheNextKeySignPublishesAnotherAndKeepsTheOldOnePublished() {
			TestKeyNode node = SigningKeyRotationTests.this.node;
			String old = signer(node);
			String next = kid(State.NEXT);
			SigningKeyRotationTests.this.clock.advance(Duration.ofDays(2));
			node.ring().rotateNow();
			assertThat(signer(node)).isEqualTo(next);
			assertThat(states()).containsExactly(State.RETIRED, State.CURRENT, State.NEXT);
			assertThat(published(node)).hasSize(3).contains(old, next);
			SigningKey retired = node.ring().keys().getFirst();
			assertThat(retired.publishedUntil())
				.isEqualTo(SigningKeyRotationTests.this.clock.instant().plus(SigningKey.PUBLISHED_AFTER));
		}

		@Test
		void destroysThePrivatePartOfTheOldKey() {
			SigningKeyRotationTests.this.clock.advance(Duration.ofDays(2));
			assertThat(stored()).allMatch((jwk) -> jwk.contains("\"d\":"));
			SigningKeyRotationTests.this.node.ring().rotateNow();
			assertThat(stored().getFirst()).contains("\"n\":").doesNotContain("\"d\":", "\"p\":", "\"q\":");
		}

		@Test
		void reachesTheOtherNodesAtTheirNextLook() {
			TestKeyNode other = TestKeyNode.start(SigningKeyRotationTests.this.database,
					SigningKeyRotationTests.this.clock);
			SigningKeyRotationTests.this.clock.advance(Duration.ofDays(2));
			String old = signer(other);
			SigningKeyRotationTests.this.node.ring().rotateNow();
			assertThat(signer(other)).isEqualTo(old);
			assertThat(published(SigningKeyRotationTests.this.node)).as("a late signature is still explained")
				.contains(old);
			other.looks();
			assertThat(signer(other)).isEqualTo(signer(SigningKeyRotationTests.this.node)).isNotEqualTo(old);
			assertThat(other.published()).isEqualTo(SigningKeyRotationTests.this.node.published());
		}

		@Test
		void happensOnceWhenNodesDoItAtOnce() throws Exception {
			SigningKeyRotationTests.this.clock.advance(Duration.ofDays(2));
			List<TestKeyNode> nodes = IntStream.range(0, 4)
				.mapToObj((i) -> TestKeyNode.start(SigningKeyRotationTests.this.database,
						SigningKeyRotationTests.this.clock))
				.toList();
			var waiting = nodes.iterator();
			List<Outcome> outcomes = atOnce(4, () -> {
				TestKeyNode one;
				synchronized (waiting) {
					one = waiting.next();
				}
				return one.ring().rotateNow();
			});
			assertThat(outcomes).containsOnlyOnce(Outcome.ROTATED);
			assertThat(states()).containsExactly(State.RETIRED, State.CURRENT, State.NEXT);
		}

	}

	@Nested
	class TheJob {

		@Test
		void rotatesWhenTheSeasonIsOver() {
			SigningKeyRotationTests.this.clock.advance(SEASON.minusHours(1));
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
			SigningKeyRotationTests.this.clock.advance(Duration.ofHours(1));
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			assertThat(states()).containsExactly(State.RETIRED, State.CURRENT, State.NEXT);
		}

		@Test
		void doesNothingByItselfWhereRotationIsLeftToPeople() {
			SigningKeyRotationTests.this.clock.advance(Duration.ofDays(1000));
			SigningKeyRotationTests.this.node.keepsUp(Duration.ZERO);
			assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
		}

		@Test
		void forgetsAnOldKeyAfterAWeek() {
			SigningKeyRotationTests.this.clock.advance(SEASON);
			String old = signer(SigningKeyRotationTests.this.node);
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			SigningKeyRotationTests.this.clock.advance(SigningKey.PUBLISHED_AFTER);
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			assertThat(published(SigningKeyRotationTests.this.node)).contains(old);
			SigningKeyRotationTests.this.clock.advance(Duration.ofSeconds(1));
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			assertThat(published(SigningKeyRotationTests.this.node)).hasSize(2).doesNotContain(old);
		}

		@Test
		void makesAnotherNextKeyWhereNoneIsLeft() {
			SigningKeyRotationTests.this.database.jdbc()
				.sql("delete from signing_key where in_use_since is null")
				.update();
			SigningKeyRotationTests.this.node.keepsUp(SEASON);
			assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
			assertThat(published(SigningKeyRotationTests.this.node)).contains(kid(State.NEXT));
		}

	}

	@Nested
	class ARevokedKey {

		@Test
		void vanishesAtOnceAndTheNextOneSigns() {
			TestKeyNode node = SigningKeyRotationTests.this.node;
			String lost = signer(node);
			String next = kid(State.NEXT);
			assertThat(node.ring().revoke(lost)).isTrue();
			assertThat(signer(node)).isEqualTo(next);
			assertThat(published(node)).hasSize(2).contains(next).doesNotContain(lost);
			assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
		}

		@Test
		void canBeTheOneThatHasNotSignedYet() {
			TestKeyNode node = SigningKeyRotationTests.this.node;
			String signing = signer(node);
			String lost = kid(State.NEXT);
			node.ring().revoke(lost);
			assertThat(signer(node)).isEqualTo(signing);
			assertThat(published(node)).hasSize(2).doesNotContain(lost);
		}

		@Test
		void canBeOneThatHasRetired() {
			TestKeyNode node = SigningKeyRotationTests.this.node;
			String lost = signer(node);
			SigningKeyRotationTests.this.clock.advance(Duration.ofDays(2));
			node.ring().rotateNow();
			node.ring().revoke(lost);
			assertThat(published(node)).hasSize(2).doesNotContain(lost);
			assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
		}

		@Test
		void hasToExist() {
			assertThat(SigningKeyRotationTests.this.node.ring().revoke("nobody")).isFalse();
			assertThat(states()).containsExactly(State.CURRENT, State.NEXT);
		}

	}

	private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(count);
		try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
			List<Callable<T>> all = IntStream.range(0, count).<Callable<T>>mapToObj((i) -> () -> {
				barrier.await();
				return work.call();
			}).toList();
			return threads.invokeAll(all).stream().map(SigningKeyRotationTests::result).toList();
		}
	}

	private static <T> T result(Future<T> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
