package com.humantraffickingexperts.lti.conformance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The tool's database, which a case can switch off, and whose round trips it can count.
 */
final class DatabaseSwitch extends DelegatingDataSource {

	/** Threads that answer requests; what is written later is not counted. */
	private static final String REQUESTS = "http-nio";

	private final AtomicInteger roundTrips = new AtomicInteger();

	private volatile boolean down;

	DatabaseSwitch(DataSource real) {
		super(real);
	}

	void down(boolean off) {
		this.down = off;
	}

	/**
	 * Counts how often requests go to the database and back.
	 * @param requests what sends requests, and waits for their answers
	 * @return statements, batches and commits
	 */
	int roundTrips(Runnable requests) {
		int before = this.roundTrips.get();
		requests.run();
		return this.roundTrips.get() - before;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.down) {
			throw new SQLTransientConnectionException("the database is switched off");
		}
		Connection connection = super.getConnection();
		return Thread.currentThread().getName().startsWith(REQUESTS) ? counted(Connection.class, connection)
				: connection;
	}

	private <T> T counted(Class<T> type, T real) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
				this.roundTrips.incrementAndGet();
			}
			try {
				Object result = method.invoke(real, arguments);
				return (result instanceof PreparedStatement statement) ? counted(PreparedStatement.class, statement)
						: result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
