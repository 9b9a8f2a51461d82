package com.humantraffickingexperts.lti.network;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.network.OutboundFailure.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardedHttpTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final List<HttpExchange> received = new CopyOnWriteArrayList<>();

	private final CountDownLatch released = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final GuardedHttp strict = new GuardedHttp(new NetworkSettings(false, LONG, LONG, 8, 8));

	private final GuardedHttp laboratory = new GuardedHttp(new NetworkSettings(true, LONG, LONG, 8, 8));

	private final HttpServer server;

	GuardedHttpTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void start() {
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() throws IOException {
		this.released.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
		this.strict.destroy();
		this.laboratory.destroy();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.received.add(exchange);
		try (exchange) {
			switch (exchange.getRequestURI().getPath()) {
				case "/redirect" -> {
					exchange.getResponseHeaders().set("Location", "/target");
					exchange.sendResponseHeaders(302, -1);
				}
				case "/silent" -> this.released.await();
				case "/trickle" -> trickle(exchange);
				case "/endless" -> pour(exchange);
				default -> {
					byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
					exchange.sendResponseHeaders(200, body.length);
					exchange.getResponseBody().write(body);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Always one more byte before anybody loses patience with the connection. */
	private void trickle(HttpExchange exchange) throws IOException, InterruptedException {
		exchange.sendResponseHeaders(200, 0);
		OutputStream body = exchange.getResponseBody();
		while (!this.released.await(5, TimeUnit.MILLISECONDS)) {
			body.write('x');
			body.flush();
		}
	}

	private void pour(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		OutputStream body = exchange.getResponseBody();
		byte[] much = new byte[8192];
		while (this.released.getCount() > 0) {
			body.write(much);
		}
	}

	private URI local(String path) {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path);
	}

	private static void fails(GuardedHttp http, OutboundRequest request, Kind kind) {
		assertThatExceptionOfType(OutboundFailure.class).isThrownBy(() -> http.send(request))
			.satisfies((failure) -> assertThat(failure.kind()).isEqualTo(kind));
	}

	@Nested
	class Guarded {

		@ParameterizedTest
		@ValueSource(strings = { "https://127.0.0.1/", "https://127.1/", "https://0x7f.1/", "https://2130706433/",
				"https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://0.0.0.0/",
				"https://0/", "https://10.0.0.5/jwks", "https://192.168.0.1/", "https://172.16.0.1/",
				"https://169.254.169.254/latest/meta-data/", "https://[fe80::1]/", "https://[fd00:ec2::254]/",
				"https://localhost/", "https://LOCALHOST/" })
		void anAddressThatIsNotPublicIsRefused(String address) {
			fails(GuardedHttpTests.this.strict, OutboundRequest.get(URI.create(address), "*/*"), Kind.ADDRESS_REFUSED);
		}

		@ParameterizedTest
		@ValueSource(strings = { "http://1.1.1.1/", "ftp://1.1.1.1/", "file:///etc/passwd", "//1.1.1.1/", "/jwks",
				"https:///jwks", "https://user:secret@1.1.1.1/", "jar:https://1.1.1.1/x!/y" })
		void anAddressOfAnotherFormIsRefused(String address) {
			fails(GuardedHttpTests.this.strict, OutboundRequest.get(URI.create(address), "*/*"), Kind.ADDRESS_REFUSED);
		}

		/** Resolvers differ in what they make of these: none may lead anywhere. */
		@ParameterizedTest
		@ValueSource(strings = { "https://0x7f000001/", "https://017700000001/", "https://localhost./",
				"https://127.000.000.001/" })
		void anOddWayToWriteItIsNotReachedEither(String address) {
			assertThatExceptionOfType(OutboundFailure.class)
				.isThrownBy(() -> GuardedHttpTests.this.strict.send(OutboundRequest.get(URI.create(address), "*/*")))
				.satisfies((failure) -> assertThat(failure.kind()).isIn(Kind.ADDRESS_REFUSED, Kind.UNREACHABLE));
		}

		@Test
		void nothingIsSentToIt() {
			URI plain = local("/");
			URI secure = URI.create("https://127.0.0.1:" + plain.getPort() + "/");
			fails(GuardedHttpTests.this.strict, OutboundRequest.get(secure, "*/*"), Kind.ADDRESS_REFUSED);
			assertThat(GuardedHttpTests.this.received).isEmpty();
		}

		@Test
		void theFailureNamesTheOriginOnly() {
			assertThatExceptionOfType(OutboundFailure.class)
				.isThrownBy(() -> GuardedHttpTests.this.strict
					.send(OutboundRequest.get(URI.create("https://127.0.0.1/path?secret=x"), "*/*")))
				.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("secret"));
		}

	}

	@Nested
	class InALaboratory {

		@Test
		void privateAddressesAndPlainHttpAreAllowed() throws OutboundFailure {
			OutboundAnswer answer = GuardedHttpTests.this.laboratory
				.send(OutboundRequest.get(local("/"), "text/plain"));
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo("hello");
		}

		@ParameterizedTest
		@ValueSource(strings = { "ftp://127.0.0.1/", "file:///etc/passwd", "http://user@127.0.0.1/" })
		void otherFormsAreStillRefused(String address) {
			fails(GuardedHttpTests.this.laboratory, OutboundRequest.get(URI.create(address), "*/*"),
					Kind.ADDRESS_REFUSED);
		}

		@Test
		void theAddressIsUsedExactlyAsGiven() throws OutboundFailure {
			GuardedHttpTests.this.laboratory.send(OutboundRequest.get(local("/a%2Fb/%7Bid%7D?x=%20y&z"), "text/plain"));
			HttpExchange exchange = GuardedHttpTests.this.received.getFirst();
			assertThat(exchange.getRequestURI().toString()).isEqualTo("/a%2Fb/%7Bid%7D?x=%20y&z");
			assertThat(exchange.getRequestHeaders().getFirst("Accept")).isEqualTo("text/plain");
			assertThat(Objects.requireNonNull(exchange.getRequestHeaders().getFirst("User-Agent")))
				.startsWith("HTMSE-LTI-Tool/");
		}

		@Test
		void nothingListensThere() throws IOException {
			URI nowhere = local("/");
			GuardedHttpTests.this.server.stop(0);
			fails(GuardedHttpTests.this.laboratory, OutboundRequest.get(nowhere, "*/*"), Kind.UNREACHABLE);
		}

	}

	@Nested
	class Bounded {

		@Test
		void aRedirectIsAnAnswerAndNotFollowed() throws OutboundFailure {
			OutboundAnswer answer = GuardedHttpTests.this.laboratory
				.send(OutboundRequest.get(local("/redirect"), "*/*"));
			assertThat(answer.status()).isEqualTo(302);
			assertThat(answer.header("location")).isEqualTo("/target");
			assertThat(GuardedHttpTests.this.received).hasSize(1);
		}

		@Test
		void anEndlessAnswerIsTooLarge() {
			fails(GuardedHttpTests.this.laboratory, OutboundRequest.get(local("/endless"), "*/*").within(LONG, 100_000),
					Kind.TOO_LARGE);
		}

		@Test
		void anAnswerOfExactlyTheLimitIsNot() throws OutboundFailure {
			assertThat(GuardedHttpTests.this.laboratory
				.send(OutboundRequest.get(local("/"), "*/*").within(LONG, "hello".length()))
				.text()).isEqualTo("hello");
			fails(GuardedHttpTests.this.laboratory,
					OutboundRequest.get(local("/"), "*/*").within(LONG, "hello".length() - 1), Kind.TOO_LARGE);
		}

		@ParameterizedTest
		@ValueSource(strings = { "/silent", "/trickle" })
		void whoTakesTooLongIsLeft(String path) {
			fails(GuardedHttpTests.this.laboratory,
					OutboundRequest.get(local(path), "*/*").within(Duration.ofMillis(300), 1_000_000), Kind.TIMEOUT);
		}

	}

}
