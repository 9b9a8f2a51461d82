package com.humantraffickingexperts.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many database statements a step of a launch sends, counted by the server in a quiet
 * pass with one virtual user. Transactions' own statements count too; what the node does
 * by itself every few seconds does not. MySQL tells them by schema and text; other
 * servers tell only how many there were in all, so nothing else may use them meanwhile.
 */
final class StatementCount {

	private static final int LAUNCHES = 200;

	private static final String BY_TEXT = """
			select coalesce(digest_text, '?'), sum(count_star) from performance_schema.events_statements_summary_by_digest
			where schema_name = '%s' and coalesce(digest_text, '') not like '%%scheduled_tasks%%'
			  and coalesce(digest_text, '') not like '%%signing_key%%' group by 1
			""";

	private static final String IN_ALL = "show global status like 'Questions'";

	private final String server;

	private final String schema;

	private StatementCount(String server, String schema) {
		this.server = server;
		this.schema = schema;
	}

	/**
	 * Counts.
	 * @param target the tool
	 * @param server the JDBC URL of its database server
	 * @param schema its database
	 * @return statements for each step
	 * @throws WrongLaunch when a launch goes wrong
	 */
	static List<Step> count(Target target, String server, String schema) throws WrongLaunch {
		StatementCount count = new StatementCount(server, schema);
		try (VirtualUser user = new VirtualUser(target)) {
			Map<String, Double> logins = count.during(user::loginOnly);
			Map<String, Double> launches = count.during(user::loginAndLaunchOnly);
			Map<String, Double> whole = count.during(user::launch);
			return List.of(Step.of("login", logins, Map.of()), Step.of("launch", launches, logins),
					Step.of("landing page", whole, launches));
		}
	}

	private Map<String, Double> during(Action action) throws WrongLaunch {
		Map<String, Long> before = read();
		for (int launch = 0; launch < LAUNCHES; launch++) {
			action.run();
		}
		Map<String, Double> difference = new TreeMap<>();
		read().forEach((text, times) -> {
			double each = (times - before.getOrDefault(text, 0L)) / (double) LAUNCHES;
			if (each > 0) {
				difference.put(text, each);
			}
		});
		return difference;
	}

	private Map<String, Long> read() {
		try (Connection connection = DriverManager.getConnection(this.server);
				Statement statement = connection.createStatement()) {
			boolean byText = this.server.startsWith("jdbc:mysql:");
			Map<String, Long> counts = new TreeMap<>();
			try (ResultSet rows = statement.executeQuery(byText ? BY_TEXT.formatted(this.schema) : IN_ALL)) {
				while (rows.next()) {
					counts.put(rows.getString(1), rows.getLong(2));
				}
			}
			return counts;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The server does not tell its statements", ex);
		}
	}

	/** What is done while statements are counted. */
	@FunctionalInterface
	private interface Action {

		void run() throws WrongLaunch;

	}

	/**
	 * The statements of one step.
	 *
	 * @param name the step
	 * @param each how many it sends
	 * @param texts the statements, with how many of each
	 */
	record Step(String name, double each, List<Text> texts) {

		static Step of(String name, Map<String, Double> during, Map<String, Double> without) {
			List<Text> texts = new ArrayList<>();
			during.forEach((text, times) -> {
				double more = times - without.getOrDefault(text, 0.0);
				if (more > 0.02) {
					texts.add(new Text(text, more));
				}
			});
			return new Step(name, texts.stream().mapToDouble(Text::each).sum(), texts);
		}

	}

	/**
	 * One statement.
	 *
	 * @param text without its values
	 * @param each how often it is sent in a step
	 */
	record Text(String text, double each) {
	}

}
