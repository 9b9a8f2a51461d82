package com.humantraffickingexperts.lti.inspector;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.humantraffickingexperts.lti.registration.RegistrationId;

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

	private final BlockingQueue<LaunchRecord> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

	private final Map<Omitted, Long> omitted = new ConcurrentHashMap<>();

	private volatile boolean running;

	private @Nullable Thread thread;

	RecordWriter(JdbcLaunchRecords records, Clock clock) {
		this.records = records;
		this.clock = clock;
	}

	void write(LaunchRecord record) {
		if (!this.waiting.offer(record)) {
			omit(record.registration(), record.accepted());
		}
	}

	/** Counts a login or launch of which no record is kept. */
	void omit(@Nullable RegistrationId registration, boolean accepted) {
		String day = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).toString();
		this.omitted.merge(new Omitted(registration, day, accepted), 1L, Long::sum);
	}

	/** Writes all that waits. */
	synchronized void flush() {
		List<LaunchRecord> batch = new ArrayList<>(AT_ONCE);
		while (this.waiting.drainTo(batch, AT_ONCE) > 0) {
			write(batch);
			batch.clear();
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
		this.running = true;
		this.thread = Thread.ofVirtual().name("launch-records").start(this::run);
	}

	private void run() {
		try {
			while (this.running) {
				LaunchRecord first = this.waiting.poll(1, TimeUnit.SECONDS);
				if (first != null) {
					writeFrom(first);
				}
				flush();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void writeFrom(LaunchRecord first) {
		List<LaunchRecord> batch = new ArrayList<>(AT_ONCE);
		batch.add(first);
		this.waiting.drainTo(batch, AT_ONCE - 1);
		write(batch);
	}

	@Override
	public void stop() {
		this.running = false;
		Thread ending = this.thread;
		this.thread = null;
		if (ending != null) {
			try {
				ending.join(TimeUnit.SECONDS.toMillis(5));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		flush();
	}

	@Override
	public boolean isRunning() {
		return this.running;
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
