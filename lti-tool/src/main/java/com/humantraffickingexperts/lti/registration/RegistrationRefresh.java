package com.humantraffickingexperts.lti.registration;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks for changes that other nodes made. While the database is away, what is known
 * stays in force.
 */
@Component
class RegistrationRefresh implements SmartLifecycle {

	private static final Duration PERIOD = Duration.ofSeconds(2);

	private static final Logger logger = LoggerFactory.getLogger(RegistrationRefresh.class);

	private final KnownRegistrations registrations;

	private volatile @Nullable ScheduledExecutorService executor;

	RegistrationRefresh(KnownRegistrations registrations) {
		this.registrations = registrations;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("registration-refresh").factory());
		started.scheduleWithFixedDelay(this::refresh, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
		this.executor = started;
	}

	private void refresh() {
		try {
			this.registrations.refresh();
		}
		catch (DataAccessException ex) {
			logger.warn("Registrations could not be read anew; those known stay in force", ex);
		}
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.executor;
		if (started != null) {
			started.shutdownNow();
			this.executor = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

}
