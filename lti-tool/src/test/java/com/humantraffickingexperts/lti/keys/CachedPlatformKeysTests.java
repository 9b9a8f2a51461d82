package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.keys.PlatformKeys.Verification;
import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;
import com.humantraffickingexperts.lti.registration.GivenKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CachedPlatformKeysTests {

	private static final URI ADDRESS = URI.create("https://lms.example/jwks");

	private final SettableClock clock = new SettableClock();

	private final CountingHttp http = new CountingHttp();

	private final Queue<Runnable> background = new ArrayDeque<>();

	private final CachedPlatformKeys keys = new CachedPlatformKeys(this.http, this.clock, this.background::add);

	private Verification verify(RSAKey signer) throws PlatformKeysUnavailable {
		return this.keys.verify(ADDRESS, KeyFixtures.signedBy(signer));
	}

	private void runBackground() {
		for (Runnable task = this.background.poll(); task != null; task = this.background.poll()) {
			task.run();
		}
	}

	@Nested
	class Kept {

		@Test
		void keysAreFetchedOnceForManyLaunches() throws PlatformKeysUnavailable {
			for (int i = 0; i < 100; i++) {
				assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
			}
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isEqualTo(1);
		}

		@Test
		void eachPlatformHasItsOwn() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.OTHER_K1);
			assertThat(CachedPlatformKeysTests.this.keys.verify(URI.create("https://other.example/jwks"),
					KeyFixtures.signedBy(KeyFixtures.OTHER_K1)))
				.isEqualTo(Verification.VALID);
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
		}

		@Test
		void oldKeysServeWhileTheyAreRenewedBehind() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.K2);
			CachedPlatformKeysTests.this.clock.advance(CachedPlatformKeys.FRESH.plusSeconds(1));
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isEqualTo(1);
			runBackground();
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isEqualTo(2);
			assertThat(verify(KeyFixtures.K1)).as("a key that is withdrawn").isEqualTo(Verification.UNKNOWN_KEY);
		}

		@Test
		void manyLaunchesRenewOnce() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.clock.advance(CachedPlatformKeys.FRESH.plusSeconds(1));
			for (int i = 0; i < 100; i++) {
				verify(KeyFixtures.K1);
			}
			assertThat(CachedPlatformKeysTests.this.background).hasSize(1);
		}

		@Test
		void keysThatAreTooOldServeNoMore() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.K2);
			CachedPlatformKeysTests.this.clock.advance(CachedPlatformKeys.USABLE.plusSeconds(1));
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.UNKNOWN_KEY);
		}

		@Test
		void keysThatAreTooOldServeNoMoreWhenNothingAnswers() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.fail();
			CachedPlatformKeysTests.this.clock.advance(CachedPlatformKeys.USABLE.plusSeconds(1));
			assertThatExceptionOfType(PlatformKeysUnavailable.class).isThrownBy(() -> verify(KeyFixtures.K1));
		}

	}

	@Nested
	class GivenByHand {

		private final URI given = GivenKey
			.address("-----BEGIN PUBLIC KEY-----" + Base64.getEncoder().encodeToString(encoded(KeyFixtures.K1))
					+ "-----END PUBLIC KEY-----")
			.orElseThrow();

		private static byte[] encoded(RSAKey key) {
			try {
				return key.toRSAPublicKey().getEncoded();
			}
			catch (JOSEException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private Verification verify(JWSObject signed) throws PlatformKeysUnavailable {
			return CachedPlatformKeysTests.this.keys.verify(this.given, signed);
		}

		@Test
		void aKeyVerifiesUnderEveryName() throws PlatformKeysUnavailable {
			assertThat(verify(KeyFixtures.signedBy(KeyFixtures.K1))).isEqualTo(Verification.VALID);
			assertThat(verify(KeyFixtures.signedBy(new RSAKey.Builder(KeyFixtures.K1).keyID("").build())))
				.isEqualTo(Verification.VALID);
			assertThat(verify(KeyFixtures.signedBy(new RSAKey.Builder(KeyFixtures.K1).keyID("any").build())))
				.isEqualTo(Verification.VALID);
		}

		@Test
		void aNameIsNeededAllTheSame() throws PlatformKeysUnavailable {
			assertThat(verify(KeyFixtures.signedBy(new RSAKey.Builder(KeyFixtures.K1).keyID(null).build())))
				.isEqualTo(Verification.UNKNOWN_KEY);
		}

		@Test
		void nothingElseIsBelievedAndNothingIsFetched() throws PlatformKeysUnavailable {
			assertThat(verify(KeyFixtures.signedBy(KeyFixtures.K2))).isEqualTo(Verification.INVALID);
			assertThat(verify(KeyFixtures.signedBy(KeyFixtures.OTHER_K1))).isEqualTo(Verification.INVALID);
			assertThat(verify(KeyFixtures.signed(KeyFixtures.K1, JWSAlgorithm.RS512))).isEqualTo(Verification.INVALID);
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isZero();
		}

	}

	@Nested
	class Rotated {

		@Test
		void aNewKeyIsFetchedWhenItIsFirstUsed() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.K1, KeyFixtures.K2);
			assertThat(verify(KeyFixtures.K2)).isEqualTo(Verification.VALID);
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isEqualTo(2);
		}

		@Test
		void aKeyReplacedUnderItsOldNameIsFetchedToo() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.OTHER_K1);
			assertThat(verify(KeyFixtures.OTHER_K1)).isEqualTo(Verification.VALID);
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.INVALID);
		}

	}

	@Nested
	class Flooded {

		@Test
		void falseTokensCauseFewFetches() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			for (int i = 0; i < 1000; i++) {
				assertThat(verify(KeyFixtures.K2)).isEqualTo(Verification.UNKNOWN_KEY);
				assertThat(verify(KeyFixtures.OTHER_K1)).isEqualTo(Verification.INVALID);
			}
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isLessThanOrEqualTo(4);
		}

		@Test
		void anHourOfFalseTokensCausesAFetchInAWhile() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			for (int second = 0; second < 3600; second++) {
				CachedPlatformKeysTests.this.clock.advance(Duration.ofSeconds(1));
				verify(KeyFixtures.K2);
			}
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isBetween(100, 370);
		}

		@Test
		void aGenuineNewKeyIsFoundSoonAfterAFlood() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			for (int i = 0; i < 100; i++) {
				verify(KeyFixtures.OTHER_K1);
			}
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.K1, KeyFixtures.K2);
			CachedPlatformKeysTests.this.clock.advance(Duration.ofSeconds(10));
			assertThat(verify(KeyFixtures.K2)).isEqualTo(Verification.VALID);
		}

		@Test
		void aWholeClassWaitsForOneFetch() throws InterruptedException, ExecutionException {
			int pupils = 50;
			CountDownLatch began = new CountDownLatch(1);
			CountDownLatch answer = new CountDownLatch(1);
			CachedPlatformKeysTests.this.http.before(() -> {
				began.countDown();
				answer.await();
			});
			JWSObject token = KeyFixtures.signedBy(KeyFixtures.K1);
			try (ExecutorService threads = Executors.newFixedThreadPool(pupils)) {
				List<Callable<Verification>> launches = IntStream.range(0, pupils)
					.<Callable<Verification>>mapToObj(
							(i) -> () -> CachedPlatformKeysTests.this.keys.verify(ADDRESS, token))
					.toList();
				List<Future<Verification>> results = new ArrayList<>();
				for (Callable<Verification> launch : launches) {
					results.add(threads.submit(launch));
				}
				began.await();
				answer.countDown();
				for (Future<Verification> result : results) {
					assertThat(result.get()).isEqualTo(Verification.VALID);
				}
			}
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isEqualTo(1);
		}

	}

	@Nested
	class Unreachable {

		@Test
		void knownKeysStillServe() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.fail();
			CachedPlatformKeysTests.this.clock.advance(Duration.ofHours(23));
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
			runBackground();
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
		}

		@Test
		void anUnknownKeyStaysUnknown() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			CachedPlatformKeysTests.this.http.fail();
			assertThat(verify(KeyFixtures.K2)).isEqualTo(Verification.UNKNOWN_KEY);
		}

		@Test
		void aBadAnswerSpoilsNoGoodKeys() throws PlatformKeysUnavailable {
			verify(KeyFixtures.K1);
			for (String bad : List.of("", "{}", "null", "<html>")) {
				CachedPlatformKeysTests.this.http.answer(200, bad);
				CachedPlatformKeysTests.this.clock.advance(Duration.ofMinutes(16));
				verify(KeyFixtures.K1);
				runBackground();
				assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
			}
		}

		@Test
		void whoKnowsNoKeysSaysSoAndAsksAgainAfterASecond() throws PlatformKeysUnavailable {
			CachedPlatformKeysTests.this.http.fail();
			for (int i = 0; i < 100; i++) {
				assertThatExceptionOfType(PlatformKeysUnavailable.class).isThrownBy(() -> verify(KeyFixtures.K1));
			}
			assertThat(CachedPlatformKeysTests.this.http.fetches()).isEqualTo(1);
			CachedPlatformKeysTests.this.http.publish(KeyFixtures.K1);
			CachedPlatformKeysTests.this.clock.advance(Duration.ofSeconds(1));
			assertThat(verify(KeyFixtures.K1)).isEqualTo(Verification.VALID);
		}

		@Test
		void anErrorIsNoKeySet() {
			for (int status : new int[] { 204, 301, 302, 404, 500 }) {
				CachedPlatformKeysTests.this.http.answer(status, KeyFixtures.keySet());
				CachedPlatformKeysTests.this.clock.advance(Duration.ofSeconds(2));
				assertThatExceptionOfType(PlatformKeysUnavailable.class).isThrownBy(() -> verify(KeyFixtures.K1));
			}
		}

	}

	/** Counts how often it is asked. */
	private static final class CountingHttp implements OutboundHttp {

		private final AtomicInteger fetches = new AtomicInteger();

		private volatile int status = 200;

		private volatile @Nullable String body;

		private volatile Pause pause = () -> {
		};

		CountingHttp() {
			publish(KeyFixtures.K1);
		}

		int fetches() {
			return this.fetches.get();
		}

		void publish(RSAKey... keys) {
			answer(200, KeyFixtures.keySet(List.of(keys).stream().map(KeyFixtures::publicPart).toArray(String[]::new)));
		}

		void answer(int answered, String text) {
			this.status = answered;
			this.body = text;
		}

		void fail() {
			this.body = null;
		}

		void before(Pause waiting) {
			this.pause = waiting;
		}

		@Override
		public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
			this.fetches.incrementAndGet();
			try {
				this.pause.here();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			String text = this.body;
			if (text == null) {
				throw new OutboundFailure(OutboundFailure.Kind.UNREACHABLE, request.uri(), null);
			}
			return new OutboundAnswer(this.status, "", Map.of(), text.getBytes(StandardCharsets.UTF_8));
		}

		/** Something to wait for. */
		private interface Pause {

			void here() throws InterruptedException;

		}

	}

}
