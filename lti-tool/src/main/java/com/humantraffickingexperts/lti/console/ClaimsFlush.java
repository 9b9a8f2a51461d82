package com.humantraffickingexperts.lti.console;

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
 * Writes down now and then which claims arrived at this node. A scheduled job would run
 * on one node only.
 */
@Component
class ClaimsFlush implements SmartLifecycle {

	private static final Duration PERIOD = Duration.ofSeconds(30);

	private static final Logger logger = LoggerFactory.getLogger(ClaimsFlush.class);

	private final ClaimsSeen claims;

	private volatile @Nullable ScheduledExecutorService executor;

	ClaimsFlush(ClaimsSeen claims) {
		this.claims = claims;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("claims-flush").factory());
		started.scheduleWithFixedDelay(this::flush, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
		this.executor = started;
	}

	private void flush() {
		try {
			this.claims.flush();
		}
		catch (DataAccessException ex) {
			logger.warn("Which claims arrive could not be written down; it is tried again", ex);
		}
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.executor;
		if (started != null) {
			started.shutdown();
			this.executor = null;
			flush();
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

}
