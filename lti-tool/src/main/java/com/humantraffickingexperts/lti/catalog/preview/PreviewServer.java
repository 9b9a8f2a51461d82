package com.humantraffickingexperts.lti.catalog.preview;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.check.PictureSource;

/**
 * Shows a folder of modules to the person at this machine. Each save is seen at once: the
 * page asks every second whether anything changed.
 */
public final class PreviewServer implements AutoCloseable {

	private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
			+ "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

	private static final Map<String, String> ASSETS = Map.of("tool.css", "/static/assets/tool.css", "preview.css",
			"preview.css", "preview.js", "preview.js");

	private final AuthorFolder folder;

	private final LocalDate today;

	private final Examination examination;

	private final HttpServer server;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private @Nullable Seen seen;

	private PreviewServer(AuthorFolder folder, LocalDate today, HttpServer server) {
		this.folder = folder;
		this.today = today;
		this.examination = new Examination(this.today);
		this.server = server;
	}

	/**
	 * Begins to answer, to this machine only.
	 * @param folder what to show
	 * @param today the day on which it is
	 * @param port the port; 0 for any that is free
	 * @return the server
	 * @throws IOException when the port is taken
	 */
	public static PreviewServer start(AuthorFolder folder, LocalDate today, int port) throws IOException {
		HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		PreviewServer preview = new PreviewServer(folder, today, http);
		http.createContext("/", preview::answer);
		http.setExecutor(preview.executor);
		http.start();
		return preview;
	}

	/**
	 * Where the pages are.
	 * @return the address to open
	 */
	public String address() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/"
				+ ((this.folder.module() != null) ? this.folder.module() + "/" : "");
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			Answer answer;
			try {
				answer = answerTo(exchange);
			}
			catch (RuntimeException | StackOverflowError ex) {
				answer = Answer.text(500, "The preview failed (" + ex.getClass().getSimpleName() + ").");
			}
			exchange.getResponseHeaders().set("Content-Type", answer.type());
			exchange.getResponseHeaders().set("Content-Security-Policy", answer.policy());
			exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
			exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(answer.status(), (answer.body().length > 0) ? answer.body().length : -1);
			if (answer.body().length > 0) {
				exchange.getResponseBody().write(answer.body());
			}
		}
	}

	private Answer answerTo(HttpExchange exchange) throws IOException {
		if (!"GET".equals(exchange.getRequestMethod()) || !local(exchange)) {
			return Answer.text(403, "This is for the person at this machine.");
		}
		String path = exchange.getRequestURI().getPath();
		if ("/changes".equals(path)) {
			return Answer.text(200, Long.toString(this.folder.revision()));
		}
		if (path.startsWith("/assets/")) {
			return asset(path.substring("/assets/".length()));
		}
		Seen now = seen();
		if (path.startsWith("/pictures/")) {
			return picture(now, path.substring("/pictures/".length()));
		}
		return now.pages()
			.at(path.substring(1))
			.map((html) -> new Answer(200, "text/html; charset=utf-8", PAGE_POLICY, bytes(html)))
			.orElseGet(() -> Answer.text(404, "There is no such page. It may have been renamed."));
	}

	/** Another site could point a name of its own at this machine. */
	private static boolean local(HttpExchange exchange) {
		String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
		return host.matches("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");
	}

	private static Answer asset(String name) throws IOException {
		String resource = ASSETS.get(name);
		try (InputStream stream = (resource != null) ? PreviewServer.class.getResourceAsStream(resource) : null) {
			return (stream == null) ? Answer.text(404, "There is no such file.") : new Answer(200,
					name.endsWith(".js") ? "text/javascript" : "text/css", PAGE_POLICY, stream.readAllBytes());
		}
	}

	private static Answer picture(Seen now, String address) {
		Optional<PictureSource> picture = now.result()
			.modules()
			.values()
			.stream()
			.flatMap((module) -> module.source().pictures().stream())
			.filter((each) -> each.address().equals(address))
			.findFirst();
		return picture.map((found) -> new Answer(200, found.type().mediaType(), PICTURE_POLICY, found.file().bytes()))
			.orElseGet(() -> Answer.text(404, "There is no such picture."));
	}

	/** What is in the folder now; read anew only when something was saved. */
	private synchronized Seen seen() {
		long revision = this.folder.revision();
		Seen last = this.seen;
		if (last == null || last.revision() != revision) {
			Examination.Result result = this.examination.of(this.folder.read());
			last = new Seen(revision, result, new PreviewPages(result, this.folder.prefix(), revision));
			this.seen = last;
		}
		return last;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** What was read last. */
	private record Seen(long revision, Examination.Result result, PreviewPages pages) {
	}

	/** An answer; nobody compares two. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Answer(int status, String type, String policy, byte[] body) {

		static Answer text(int status, String text) {
			return new Answer(status, "text/plain; charset=utf-8", PAGE_POLICY, bytes(text));
		}

	}

}
