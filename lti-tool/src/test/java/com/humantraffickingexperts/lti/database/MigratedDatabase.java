package com.humantraffickingexperts.lti.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database with all migrations applied, which can be brought back to how it was then:
 * much sooner than another can be made.
 */
@NullUnmarked // Columns may hold nothing.
final class MigratedDatabase {

	private static final String HISTORY = "flyway_schema_history";

	private final TestDatabase.Product product;

	private final HikariDataSource connections;

	private final Set<String> tables;

	/** What the migrations put into tables. */
	private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();

	MigratedDatabase(TestDatabase.Product product, String url) {
		this.product = product;
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setMaximumPoolSize(20);
		config.setMinimumIdle(0);
		this.connections = new HikariDataSource(config);
		Flyway.configure()
			.dataSource(this.connections)
			.locations("classpath:db/migration")
			.placeholders(MigrationDialect.placeholders(this.connections))
			.load()
			.migrate();
		try (Connection connection = this.connections.getConnection()) {
			this.tables = tables(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		JdbcTemplate jdbc = new JdbcTemplate(this.connections);
		for (String table : this.tables) {
			List<Map<String, Object>> found = jdbc.queryForList("select * from " + table);
			if (!found.isEmpty()) {
				this.rows.put(table, found);
			}
		}
	}

	HikariDataSource connections() {
		return this.connections;
	}

	/**
	 * Forgets everything that a test did.
	 * @return false when that cannot be done, because something of the test goes on
	 */
	boolean restore() {
		try (Connection connection = this.connections.getConnection()) {
			Set<String> now = tables(connection);
			JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			boolean embedded = this.product == TestDatabase.Product.H2;
			jdbc.execute(embedded ? "set referential_integrity false" : "set foreign_key_checks = 0");
			jdbc.execute(
					embedded ? "set lock_timeout 2000" : "set lock_wait_timeout = 2, innodb_lock_wait_timeout = 2");
			now.stream()
				.filter((table) -> !this.tables.contains(table))
				.forEach((table) -> jdbc.execute("drop table " + table));
			this.tables.forEach((table) -> jdbc.execute("delete from " + table));
			this.rows.forEach((table, all) -> new SimpleJdbcInsert(jdbc).withTableName(table).executeBatch(batch(all)));
			jdbc.execute(embedded ? "set referential_integrity true" : "set foreign_key_checks = 1");
			this.connections.evictConnection(connection);
			return now.containsAll(this.tables);
		}
		catch (SQLException | DataAccessException ex) {
			return false;
		}
	}

	void close() {
		this.connections.close();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, ?>[] batch(List<Map<String, Object>> rows) {
		return rows.toArray(new Map[0]);
	}

	private static Set<String> tables(Connection connection) throws SQLException {
		DatabaseMetaData data = connection.getMetaData();
		Set<String> tables = new TreeSet<>();
		try (ResultSet found = data.getTables(connection.getCatalog(), connection.getSchema(), "%",
				new String[] { "TABLE", "BASE TABLE" })) {
			while (found.next()) {
				String table = found.getString("TABLE_NAME");
				if (!HISTORY.equalsIgnoreCase(table)) {
					tables.add(table);
				}
			}
		}
		return tables;
	}

}
