package com.humantraffickingexperts.lti.grades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.keys.TestKeyNode;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Grades are delivered while the tool's keys rotate, to a platform that keeps its copy of
 * the key set for a whole day.
 */
@OnEachDatabase
class DeliveryWhileKeysRotateTests {

	private static final Duration STEP = Duration.ofHours(5);

	private static final int STEPS = 70;

	private final TestDatabase.Product product;

	DeliveryWhileKeysRotateTests(TestDatabase.Product product) {
		this.product = product;
	}

	@Test
	void noTokenIsRefusedAndNoGradeIsLost() {
		SteppedClock clock = new SteppedClock();
		try (TestDatabase database = TestDatabase.create(this.product)) {
			TestKeyNode one = TestKeyNode.start(database, clock);
			TestKeyNode other = TestKeyNode.start(database, clock);
			try (SlowToLearn platform = new SlowToLearn(clock, other::published)) {
				Registration registration = platform.registration();
				List<GradesBench> nodes = List.of(node(database, clock, one, registration),
						node(database, clock, other, registration));
				List<TestCompletions> completions = new ArrayList<>();
				for (int step = 0; step < STEPS; step++) {
					TestCompletions completion = TestCompletions.of(registration, platform.gradebook())
						.by("learner-" + step);
					completions.add(completion);
					GradesBench node = nodes.get(step % 2);
					node.completes(completion);
					one.keepsUp(Duration.ofHours(30));
					node.runsWhatIsDue();
					other.looks();
					clock.advance(STEP);
				}
				assertThat(platform.refused).isEmpty();
				assertThat(completions)
					.allSatisfy((completion) -> assertThat(nodes.getFirst().status(completion).state())
						.isEqualTo(DeliveryState.SENT));
				assertThat(platform.signers).as("keys that signed").hasSizeGreaterThan(8);
			}
		}
	}

	private static GradesBench node(TestDatabase database, SteppedClock clock, TestKeyNode keys,
			Registration registration) {
		return new GradesBench(database, clock,
				TestPlatformCalls.create(new PlainHttp(Duration.ofSeconds(5)), keys.keys(), clock), registration);
	}

	/** A platform that fetches the tool's key set once a day, whatever it meets. */
	private static final class SlowToLearn implements AutoCloseable {

		private final Clock clock;

		private final Supplier<String> keySet;

		private final HttpServer server;

		private final Set<String> signers = new LinkedHashSet<>();

		private final List<String> refused = new ArrayList<>();

		private JWKSet copy = new JWKSet();

		private Instant copiedAt = Instant.MIN;

		SlowToLearn(Clock clock, Supplier<String> keySet) {
			this.clock = clock;
			this.keySet = keySet;
			try {
				this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.server.createContext(TestPlatformCalls.TOKEN_PATH, this::token);
			this.server.createContext("/items/1/scores", (exchange) -> answer(exchange, 200, "{}"));
			this.server.createContext("/items/1/results", (exchange) -> answer(exchange, 200, "[]"));
			this.server.start();
		}

		private String origin() {
			return "http://127.0.0.1:" + this.server.getAddress().getPort();
		}

		Registration registration() {
			return TestPlatformCalls.registration(origin(), "slow", PlatformFamily.GENERIC);
		}

		AgsEndpoint gradebook() {
			return TestCompletions.ags(origin() + "/items/1", null, AgsScope.SCORE);
		}

		private void token(HttpExchange exchange) throws IOException {
			String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String assertion = URLDecoder.decode(form.replaceFirst(".*client_assertion=([^&]*).*", "$1"),
					StandardCharsets.UTF_8);
			if (known(assertion)) {
				answer(exchange, 200, TestPlatformCalls.tokenJson("t", AgsScope.SCORE));
			}
			else {
				this.refused.add(assertion);
				answer(exchange, 400, "{\"error\":\"invalid_client\"}");
			}
		}

		private boolean known(String assertion) {
			try {
				if (this.copiedAt.equals(Instant.MIN)
						|| !this.clock.instant().isBefore(this.copiedAt.plus(Duration.ofDays(1)))) {
					this.copy = JWKSet.parse(this.keySet.get());
					this.copiedAt = this.clock.instant();
				}
				SignedJWT jwt = SignedJWT.parse(assertion);
				JWK key = this.copy.getKeyByKeyId(jwt.getHeader().getKeyID());
				this.signers.add(jwt.getHeader().getKeyID());
				return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
			}
			catch (ParseException | JOSEException ex) {
				return false;
			}
		}

		private static void answer(HttpExchange exchange, int status, String json) throws IOException {
			byte[] body = json.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, body.length);
			try (exchange) {
				exchange.getResponseBody().write(body);
			}
		}

		@Override
		public void close() {
			this.server.stop(0);
		}

	}

}
