package com.humantraffickingexperts.lti.inspector;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.scheduling.BehindRequests;

/**
 * Writes records in batches, behind the requests: a launch waits for no further
 * statement. What does not fit into its bounded queue is counted.
 */
@Component
class RecordWriter implements SmartLifecycle {

	static final int MOST_WAITING = 4000;

	private static final int AT_ONCE = 100;

	private static final Logger logger = LoggerFactory.getLogger(RecordWriter.class);

	private final JdbcLaunchRecords records;

	private final Clock clock;

	private final BehindRequests<LaunchRecord> behind = new BehindRequests<>("launch-records", MOST_WAITING, AT_ONCE,
			this::writeOrCount);

	private final Map<Omitted, Long> omitted = new ConcurrentHashMap<>();

	RecordWriter(JdbcLaunchRecords records, Clock clock) {
		this.records = records;
		this.clock = clock;
	}

	void write(LaunchRecord record) {
		if (!this.behind.offer(record)) {
			omit(record.registration(), record.accepted());
		}
	}

	/** Counts a login or launch of which no record is kept. */
	void omit(@Nullable RegistrationId registration, boolean accepted) {
		String day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).toString();
		this.omitted.merge(new Omitted(registration, day, accepted), 1L, Long::sum);
	}

	/** Writes all that waits. */
	void flush() {
		this.behind.flush();
	}

	private void writeOrCount(List<LaunchRecord> batch) {
		if (!batch.isEmpty()) {
			write(batch);
		}
		for (Omitted kind : List.copyOf(this.omitted.keySet())) {
			Long count = this.omitted.remove(kind);
			if (count != null) {
				count(kind, count);
			}
		}
	}

	private void write(List<LaunchRecord> batch) {
		try {
			this.records.insert(batch);
		}
		catch (DataAccessException | TransactionException ex) {
			batch.forEach((record) -> omit(record.registration(), record.accepted()));
			logger.warn("{} records of launches could not be written: {}", batch.size(), ex.getClass().getName());
		}
	}

	private void count(Omitted kind, long count) {
		try {
			this.records.addOmitted(kind, count);
		}
		catch (DataAccessException | TransactionException ex) {
			this.omitted.merge(kind, count, Long::sum);
		}
	}

	@Override
	public void start() {
		this.behind.start();
	}

	@Override
	public void stop() {
		this.behind.stop();
		flush();
	}

	@Override
	public boolean isRunning() {
		return this.behind.running();
	}

	/**
	 * What was only counted.
	 *
	 * @param registration the registration, or null
	 * @param day the day (UTC), such as 2026-11-25
	 * @param accepted whether the launches were accepted
	 */
	record Omitted(@Nullable RegistrationId registration, String day, boolean accepted) {
	}

}
