package com.humantraffickingexperts.lti.database;

import java.util.function.Supplier;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions on a few connections of their own that never commit by themselves, so that
 * beginning one costs no round trip to the database: only its statements and its commit
 * do. For what happens so often that this counts; every repository can be used in them.
 */
@Component
public class ReadyTransactions implements AutoCloseable {

	private static final int CONNECTIONS = 2;

	private final @Nullable HikariDataSource connections;

	private final TransactionTemplate transactions;

	/**
	 * Makes some.
	 * @param all the connections of all repositories; if this is not the usual pool, its
	 * ordinary transactions have to do
	 */
	ReadyTransactions(DataSource all) {
		this.connections = (all instanceof HikariDataSource pool) ? few(pool) : null;
		this.transactions = new TransactionTemplate(new DataSourceTransactionManager(
				(this.connections != null) ? new Instead(this.connections, all) : all));
	}

	private static HikariDataSource few(HikariDataSource all) {
		HikariConfig settings = new HikariConfig();
		all.copyStateTo(settings);
		settings.setPoolName("ready");
		settings.setMetricsTrackerFactory(null);
		settings.setAutoCommit(false);
		settings.setMinimumIdle(1);
		settings.setMaximumPoolSize(CONNECTIONS);
		return new HikariDataSource(settings);
	}

	/**
	 * Does something in a transaction: all of it, or nothing if it throws.
	 * @param <T> what comes of it
	 * @param work what to do
	 * @return what came of it; committed
	 */
	public <T> T execute(Supplier<T> work) {
		return this.transactions.execute((status) -> work.get());
	}

	@Override
	public void close() {
		if (this.connections != null) {
			this.connections.close();
		}
	}

	/** Repositories ask for a connection of the one, and get that of the other. */
	private static final class Instead extends DelegatingDataSource implements InfrastructureProxy {

		private final DataSource asked;

		private Instead(DataSource given, DataSource asked) {
			super(given);
			this.asked = asked;
		}

		@Override
		public Object getWrappedObject() {
			return this.asked;
		}

	}

}
