package com.humantraffickingexperts.lti.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty, migrated database of one product. H2 and MariaDB are always there; MySQL when
 * the environment names one.
 */
public final class TestDatabase implements AutoCloseable {

	/** The address of a MySQL server whose user may create databases. */
	public static final String MYSQL_URL = "HTMSE_TEST_JDBC_URL";

	/** The products to test on, where it is not all that are there. */
	private static final String CHOSEN = "htmse.test.databases";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	/** Those that no test uses now. */
	private static final Map<Product, Deque<MigratedDatabase>> IDLE = Arrays.stream(Product.values())
		.collect(Collectors.toMap(Function.identity(), (product) -> new ConcurrentLinkedDeque<>()));

	private final Product product;

	private final MigratedDatabase migrated;

	private boolean closed;

	private TestDatabase(Product product) {
		this.product = product;
		MigratedDatabase idle = idle(product).poll();
		this.migrated = (idle != null) ? idle : new MigratedDatabase(product, newUrl(product));
	}

	/** The products on which the tool runs. */
	public enum Product {

		/** The embedded default. */
		H2,
		/** MariaDB 11.4, started from Maven Central's binaries. */
		MARIADB,
		/** A MySQL server that the environment names. */
		MYSQL

	}

	/**
	 * The products that can be tested here.
	 * @return H2, MariaDB and, if the environment names a server, MySQL
	 */
	public static Stream<Product> products() {
		String chosen = System.getProperty(CHOSEN);
		if (chosen != null) {
			return Stream.of(chosen.split(",")).map(Product::valueOf);
		}
		List<Product> products = new ArrayList<>(List.of(Product.H2, Product.MARIADB));
		if (mysqlUrl() != null) {
			products.add(Product.MYSQL);
		}
		return products.stream();
	}

	/**
	 * An empty database with all migrations applied.
	 * @param product the product
	 * @return the database, to be closed after use
	 */
	public static TestDatabase create(Product product) {
		return new TestDatabase(product);
	}

	/**
	 * The address of a new, empty database, for starting the whole tool on it.
	 * @param product the product
	 * @return a JDBC URL
	 */
	public static String newUrl(Product product) {
		String name = "htmse_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
		return switch (product) {
			case H2 -> "jdbc:h2:mem:" + name + ";MODE=MySQL;DB_CLOSE_DELAY=-1";
			case MARIADB -> created(TestMariaDb.url(), name);
			case MYSQL -> created(requireMysqlUrl(), name);
		};
	}

	private static String created(String serverUrl, String name) {
		try (HikariDataSource server = new HikariDataSource()) {
			server.setJdbcUrl(serverUrl);
			server.setMaximumPoolSize(1);
			try (Connection connection = server.getConnection(); Statement statement = connection.createStatement()) {
				statement.execute("create database " + name);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot create a test database", ex);
		}
		return serverUrl.replaceFirst("(jdbc:\\w+://[^/]+/)[^?]*", "$1" + name);
	}

	private static @Nullable String mysqlUrl() {
		String url = System.getenv(MYSQL_URL);
		return (url == null || url.isBlank()) ? null : url;
	}

	private static String requireMysqlUrl() {
		String url = mysqlUrl();
		if (url == null) {
			throw new IllegalStateException("Set " + MYSQL_URL + " to test on MySQL");
		}
		return url;
	}

	/**
	 * The product of this database.
	 * @return the product
	 */
	public Product product() {
		return this.product;
	}

	/**
	 * The pooled connections.
	 * @return the data source
	 */
	public HikariDataSource dataSource() {
		return this.migrated.connections();
	}

	/**
	 * SQL on this database.
	 * @return a new client
	 */
	public JdbcClient jdbc() {
		return JdbcClient.create(this.migrated.connections());
	}

	/**
	 * Transactions on this database.
	 * @return a new template
	 */
	public TransactionTemplate transactions() {
		return new TransactionTemplate(new JdbcTransactionManager(this.migrated.connections()));
	}

	private static Deque<MigratedDatabase> idle(Product product) {
		return Objects.requireNonNull(IDLE.get(product));
	}

	/** Transactions on connections of their own. */
	public ReadyTransactions readyTransactions() {
		return new ReadyTransactions(this.migrated.connections());
	}

	@Override
	public void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		if (this.migrated.restore()) {
			idle(this.product).push(this.migrated);
		}
		else {
			this.migrated.close();
		}
	}

	@Override
	public String toString() {
		return this.product.toString();
	}

}
