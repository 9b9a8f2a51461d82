package com.humantraffickingexperts.lti.keys;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/** Keeps the signing keys up to date: the rotation on one node, its effect on each. */
@Configuration(proxyBeanMethods = false)
class KeyRingJobs {

	@Bean
	RecurringTask<Void> rotateSigningKeys(SigningKeyRotation rotation, KeysSettings settings) {
		return Tasks.recurring("rotate-signing-keys", FixedDelay.ofHours(1))
			.execute((instance, context) -> rotation.keepUp(settings.rotateEvery()));
	}

	@Bean
	Watch signingKeyWatch(StoredToolKeys keys) {
		return new Watch(keys);
	}

	/**
	 * Looks for changes that another node made, so that neither a signature nor the key
	 * set has to ask the database.
	 */
	static final class Watch implements DisposableBean {

		private static final Duration EVERY = Duration.ofSeconds(5);

		private static final Logger logger = LoggerFactory.getLogger(Watch.class);

		private final StoredToolKeys keys;

		private final ScheduledExecutorService executor = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("signing-keys").factory());

		Watch(StoredToolKeys keys) {
			this.keys = keys;
		}

		@EventListener(ApplicationReadyEvent.class)
		void start() {
			this.executor.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
		}

		private void look() {
			try {
				this.keys.refresh();
			}
			catch (DataAccessException ex) {
				logger.debug("The signing keys in memory serve on: the database does not answer", ex);
			}
			catch (RuntimeException ex) {
				logger.error("The signing keys in the database cannot be taken over, those in memory serve on", ex);
			}
		}

		@Override
		public void destroy() {
			this.executor.shutdownNow();
		}

	}

}
