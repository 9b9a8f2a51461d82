package com.humantraffickingexperts.lti.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the key sets of platforms, and fails as they do. Each case has key sets of its
 * own, at addresses of their own, so that nothing is cached from one case to the next.
 */
final class PlatformDouble implements AutoCloseable {

	private final HttpServer server;

	private final AtomicInteger number = new AtomicInteger();

	private final Map<String, KeySet> keySets = new ConcurrentHashMap<>();

	PlatformDouble() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		KeySet keySet = this.keySets.get(exchange.getRequestURI().getPath());
		try (exchange) {
			if (keySet == null) {
				exchange.sendResponseHeaders(404, -1);
				return;
			}
			keySet.requests.incrementAndGet();
			keySet.behaviour.answer(exchange);
		}
	}

	/**
	 * A new key set.
	 * @param keys what it publishes
	 * @return the key set, at an address that was never used before
	 */
	KeySet publish(ObjectNode... keys) {
		String path = "/jwks/" + this.number.incrementAndGet();
		KeySet keySet = new KeySet(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + path));
		keySet.publish(keys);
		this.keySets.put(path, keySet);
		return keySet;
	}

	@Override
	public void close() {
		this.keySets.values().forEach(KeySet::release);
		this.server.stop(0);
	}

	/** What a platform's server does with a request. */
	private interface Behaviour {

		void answer(HttpExchange exchange) throws IOException;

	}

	/** The key set of one platform. */
	static final class KeySet {

		private final URI uri;

		private final AtomicInteger requests = new AtomicInteger();

		private final CountDownLatch released = new CountDownLatch(1);

		private volatile Behaviour behaviour = (exchange) -> exchange.sendResponseHeaders(404, -1);

		private volatile String body = "";

		KeySet(URI uri) {
			this.uri = uri;
		}

		URI uri() {
			return this.uri;
		}

		int requests() {
			return this.requests.get();
		}

		String body() {
			return this.body;
		}

		void publish(ObjectNode... keys) {
			ObjectNode set = Json.object();
			set.putArray("keys").addAll(List.of(keys));
			answer(200, "application/json", Json.write(set));
		}

		void answer(int status, String contentType, String text) {
			this.body = text;
			this.behaviour = (exchange) -> send(exchange, status, contentType, null,
					text.getBytes(StandardCharsets.UTF_8));
		}

		void compressed() {
			byte[] compressed = gzip(this.body);
			this.behaviour = (exchange) -> send(exchange, 200, "application/json", "gzip", compressed);
		}

		void redirectTo(String location) {
			this.behaviour = (exchange) -> {
				exchange.getResponseHeaders().set("Location", location);
				exchange.sendResponseHeaders(302, -1);
			};
		}

		/** The connection breaks before an answer. */
		void down() {
			this.behaviour = (exchange) -> {
			};
		}

		/** One byte comes, the rest never. */
		void hang() {
			this.behaviour = (exchange) -> {
				exchange.sendResponseHeaders(200, 1000);
				exchange.getResponseBody().write('{');
				exchange.getResponseBody().flush();
				await();
			};
		}

		private void await() {
			try {
				if (!this.released.await(1, TimeUnit.MINUTES)) {
					throw new IllegalStateException("nobody released the answer");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		void release() {
			this.released.countDown();
		}

		private static void send(HttpExchange exchange, int status, String contentType, @Nullable String encoding,
				byte[] bytes) throws IOException {
			exchange.getResponseHeaders().set("Content-Type", contentType);
			if (encoding != null) {
				exchange.getResponseHeaders().set("Content-Encoding", encoding);
			}
			exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}

		private static byte[] gzip(String text) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (OutputStream out = new GZIPOutputStream(bytes)) {
				out.write(text.getBytes(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.toByteArray();
		}

	}

}
