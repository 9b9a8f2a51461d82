package com.humantraffickingexperts.lti.grades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A platform with a gradebook for each registration, that fails in every way a platform
 * can, and notices what must never happen: a grade that becomes lower, a timestamp from
 * the future, a second column for a link, more calls at once than are allowed.
 */
final class ChaosPlatform implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Longer than the tool waits for an answer. */
	private static final long HANGS_MILLIS = 2500;

	private final HttpServer server;

	private final Map<String, Cell> cells = new ConcurrentHashMap<>();

	private final Map<String, String> columns = new ConcurrentHashMap<>();

	private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

	private final Map<HttpExchange, AtomicInteger> calls = new ConcurrentHashMap<>();

	private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

	private final AtomicInteger mostAtOnce = new AtomicInteger();

	private final AtomicLong firstStored = new AtomicLong();

	private final AtomicInteger stored = new AtomicInteger();

	private volatile int delayMillis;

	private volatile double faults;

	private volatile boolean down;

	ChaosPlatform() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1024);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String origin() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	void answersAfter(int millis) {
		this.delayMillis = millis;
	}

	void failsAt(double part) {
		this.faults = part;
	}

	void isDown(boolean down) {
		this.down = down;
		this.firstStored.set(0);
	}

	private void answer(HttpExchange exchange) {
		try (exchange) {
			String path = exchange.getRequestURI().getPath();
			byte[] body = exchange.getRequestBody().readAllBytes();
			if (path.startsWith("/mod/lti/token.php")) {
				count("tokens");
				reply(exchange, 200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
				return;
			}
			String registration = path.split("/")[1];
			AtomicInteger atOnce = this.underWay.computeIfAbsent(registration, (key) -> new AtomicInteger());
			this.mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
			this.calls.put(exchange, atOnce);
			try {
				service(exchange, path, body);
			}
			finally {
				ended(exchange);
			}
		}
		catch (IOException ex) {
			count("broken connections");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void service(HttpExchange exchange, String path, byte[] body) throws IOException, InterruptedException {
		count("calls");
		if (this.delayMillis > 0) {
			Thread.sleep(this.delayMillis);
		}
		if (this.down) {
			count("calls while down");
			reply(exchange, 503, "");
			return;
		}
		Fault fault = fault();
		if (fault != null) {
			count("faults");
			count("fault " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '));
			if (fault.done) {
				perform(exchange, path, body);
			}
			switch (fault) {
				case RESET, LOST_ANSWER -> {
					// closed without an answer
				}
				case HANGS, HANGS_AFTERWARDS -> Thread.sleep(HANGS_MILLIS);
				case PAGE_INSTEAD -> reply(exchange, 502, "<html>Back soon</html>");
				case THROTTLED -> {
					exchange.getResponseHeaders().set("Retry-After", "1");
					reply(exchange, 429, "");
				}
				case CANVAS_THROTTLE -> reply(exchange, 403, "403 Forbidden (Rate Limit Exceeded)\n");
				case TOKEN_FORGOTTEN -> reply(exchange, 401, "");
				case FAILED, FAILED_AFTERWARDS -> reply(exchange, 500, "");
			}
			return;
		}
		Reply reply = perform(exchange, path, body);
		reply(exchange, reply.status, reply.body);
	}

	private @Nullable Fault fault() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		if (this.faults == 0 || random.nextDouble() >= this.faults) {
			return null;
		}
		// Hanging takes time, and is rarer.
		Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
		return (fault.name().startsWith("HANGS") && random.nextInt(4) > 0) ? Fault.LOST_ANSWER : fault;
	}

	private Reply perform(HttpExchange exchange, String path, byte[] body) {
		if (path.endsWith("/scores")) {
			return store(path, JSON.readTree(body));
		}
		if (path.endsWith("/results")) {
			return results(path, String.valueOf(exchange.getRequestURI().getQuery()));
		}
		if (path.endsWith("/items")) {
			return exchange.getRequestMethod().equals("POST") ? column(path, JSON.readTree(body)) : columns(path);
		}
		return new Reply(404, "");
	}

	private Reply store(String path, JsonNode score) {
		Instant timestamp = Instant.parse(score.path("timestamp").stringValue());
		if (timestamp.isAfter(Instant.now().plusSeconds(3))) {
			count("future timestamps");
		}
		if (!score.path("gradingProgress").stringValue().equals("FullyGraded")
				|| !score.path("activityProgress").stringValue().equals("Completed")) {
			count("wiped");
		}
		BigDecimal given = score.path("scoreGiven").decimalValue();
		String key = path.replace("/scores", "") + " " + score.path("userId").stringValue();
		int[] status = { 200 };
		this.cells.compute(key, (name, held) -> {
			if (held != null && timestamp.getEpochSecond() <= held.timestamp.getEpochSecond()) {
				count("not newer");
				status[0] = 409;
				return held;
			}
			if (held != null && given.compareTo(held.given) < 0) {
				count("stale");
			}
			if (held != null && given.compareTo(held.given) == 0) {
				count("duplicates");
			}
			this.firstStored.compareAndSet(0, System.nanoTime());
			this.stored.incrementAndGet();
			return new Cell(given, timestamp);
		});
		return new Reply(status[0], "");
	}

	private Reply results(String path, String query) {
		String subject = query.replaceAll(".*user_id=([^&]*).*", "$1");
		Cell cell = this.cells.get(path.replace("/results", "") + " " + subject);
		return new Reply(200, (cell == null) ? "[]" : "[{\"userId\":\"%s\",\"resultScore\":%s,\"resultMaximum\":100}]"
			.formatted(subject, cell.given.toPlainString()));
	}

	private Reply column(String path, JsonNode item) {
		String link = path + " " + item.path("resourceLinkId").stringValue();
		count("columns");
		String id = origin() + path + "/" + link.hashCode() + "x" + ThreadLocalRandom.current().nextInt(1000);
		this.columns.putIfAbsent(link,
				"{\"id\":\"%s\",\"resourceLinkId\":\"%s\"}".formatted(id, item.path("resourceLinkId").stringValue()));
		return new Reply(201, this.columns.get(link));
	}

	private Reply columns(String path) {
		List<String> own = new ArrayList<>();
		this.columns.forEach((link, json) -> {
			if (link.startsWith(path + " ")) {
				own.add(json);
			}
		});
		return new Reply(200, "[" + String.join(",", own) + "]");
	}

	/** A call is under way until its answer begins: whoever has that may call again. */
	private void ended(HttpExchange exchange) {
		AtomicInteger atOnce = this.calls.remove(exchange);
		if (atOnce != null) {
			atOnce.decrementAndGet();
		}
	}

	private void reply(HttpExchange exchange, int status, String body) throws IOException {
		ended(exchange);
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private void count(String what) {
		this.counts.computeIfAbsent(what, (key) -> new AtomicInteger()).incrementAndGet();
	}

	int count(String what, int byDefault) {
		AtomicInteger count = this.counts.get(what);
		return (count == null) ? byDefault : count.get();
	}

	/** Everything that was counted. */
	Map<String, Integer> counts() {
		Map<String, Integer> all = new TreeMap<>();
		this.counts.forEach((what, number) -> all.put(what, number.get()));
		return all;
	}

	int mostAtOnce() {
		return this.mostAtOnce.get();
	}

	int stored() {
		return this.stored.get();
	}

	/** When the first score was stored since the platform came back, or 0. */
	long firstStoredNanos() {
		return this.firstStored.get();
	}

	/** What the gradebooks hold, by learner. */
	Map<String, BigDecimal> held() {
		Map<String, BigDecimal> held = new TreeMap<>();
		this.cells
			.forEach((key, cell) -> held.merge(key.substring(key.lastIndexOf(' ') + 1), cell.given, BigDecimal::max));
		return held;
	}

	/** How many cells there are; more than learners means that a column was doubled. */
	int cells() {
		return this.cells.size();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/** How a platform fails. */
	private enum Fault {

		FAILED(false), FAILED_AFTERWARDS(true), PAGE_INSTEAD(false), THROTTLED(false), CANVAS_THROTTLE(false),
		TOKEN_FORGOTTEN(false), RESET(false), LOST_ANSWER(true), HANGS(false), HANGS_AFTERWARDS(true);

		/** Whether it does what was asked all the same. */
		private final boolean done;

		Fault(boolean done) {
			this.done = done;
		}

	}

	private record Cell(BigDecimal given, Instant timestamp) {
	}

	private record Reply(int status, String body) {
	}

}
