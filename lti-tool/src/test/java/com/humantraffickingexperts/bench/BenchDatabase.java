package com.humantraffickingexperts.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A new, empty database of its own, gone after use. */
final class BenchDatabase implements AutoCloseable {

	private static final String SCHEMA = "htmse_bench_";

	private final String url;

	private final @Nullable String server;

	private final @Nullable Path directory;

	private final boolean kept;

	private BenchDatabase(String url, @Nullable String server, @Nullable Path directory, boolean kept) {
		this.url = url;
		this.server = server;
		this.directory = directory;
		this.kept = kept;
	}

	/**
	 * Creates a database.
	 * @param server the JDBC URL of a server whose user may create databases, or null for
	 * the embedded default
	 * @return the database
	 */
	static BenchDatabase create(@Nullable String server) {
		if (server == null) {
			try {
				return embedded(Files.createTempDirectory("htmse-bench"), false);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return onServer(server, SCHEMA + Long.toString(System.nanoTime(), 36), false);
	}

	/**
	 * Opens or creates the database that stays for later runs.
	 * @param server the JDBC URL of a server, or null for the embedded default
	 * @param output the directory in which an embedded one lies
	 * @param history how many launches it holds, or will
	 * @return the database
	 */
	static BenchDatabase kept(@Nullable String server, Path output, long history) {
		return (server == null) ? embedded(output.resolve("history-" + history), true)
				: onServer(server, SCHEMA + "history_" + history, true);
	}

	private static BenchDatabase embedded(Path directory, boolean kept) {
		return new BenchDatabase(
				"jdbc:h2:file:" + directory.resolve("htmse") + ";MODE=MySQL;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=4096",
				null, directory, kept);
	}

	private static BenchDatabase onServer(String server, String schema, boolean kept) {
		execute(server, "create database " + (kept ? "if not exists " : "") + schema);
		return new BenchDatabase(server.replaceFirst("(jdbc:\\w+://[^/]+/)[^?]*", "$1" + schema), server, null, kept);
	}

	private static void execute(String url, String sql) {
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql + " failed at " + url, ex);
		}
	}

	String url() {
		return this.url;
	}

	boolean embedded() {
		return this.server == null;
	}

	/**
	 * A connection for filling it. The embedded database must not be in use by the tool.
	 * @return a new connection
	 * @throws SQLException when it cannot be opened
	 */
	Connection connect() throws SQLException {
		String batches = this.url.startsWith("jdbc:mysql:") ? "rewriteBatchedStatements=true" : "useBulkStmts=true";
		return DriverManager
			.getConnection(embedded() ? this.url : this.url + (this.url.contains("?") ? "&" : "?") + batches);
	}

	/**
	 * The server's process, when it runs on this machine.
	 * @param server the server's JDBC URL, or null for none
	 * @return the process, or null when there is none or it is not to be seen
	 */
	static @Nullable ProcessHandle process(@Nullable String server) {
		if (server == null) {
			return null;
		}
		URI address = URI.create(server.substring("jdbc:".length()));
		boolean local = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
		return local ? Processes.listeningOn((address.getPort() < 0) ? 3306 : address.getPort()).orElse(null) : null;
	}

	@Override
	public void close() {
		if (this.kept) {
			return;
		}
		if (this.server != null) {
			execute(this.server, "drop database " + schema());
		}
		if (this.directory != null) {
			try (Stream<Path> files = Files.walk(this.directory)) {
				files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	String schema() {
		return this.url.replaceFirst(".*/(" + SCHEMA + "\\w+).*", "$1");
	}

}
