package com.humantraffickingexperts.lti.admin.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * As long as there is no administrator, each start writes a link to the log that makes
 * the first one. Whoever reads the log runs the tool already. All links end as soon as
 * one was used.
 */
@Configuration(proxyBeanMethods = false)
public class SetUp {

	/** How long a link works. */
	public static final Duration LIFETIME = Duration.ofHours(24);

	private static final Logger logger = LoggerFactory.getLogger(SetUp.class);

	private final JdbcLinks links;

	private final ToolAddress address;

	private final Clock clock;

	private volatile Optional<OneTimeLink> link = Optional.empty();

	SetUp(JdbcLinks links, ToolAddress address, Clock clock) {
		this.links = links;
		this.address = address;
		this.clock = clock;
	}

	/** Writes a fresh link to the log, unless there is an administrator. */
	@EventListener(ApplicationReadyEvent.class)
	void announce() {
		if (this.links.setUp()) {
			return;
		}
		Instant now = this.clock.instant();
		String token = Tokens.next();
		OneTimeLink fresh = new OneTimeLink(this.address.url("/admin/setup/" + token), now.plus(LIFETIME));
		this.links.insert(Tokens.digest(token), null, fresh.expiresAt(), now);
		this.link = Optional.of(fresh);
		logger.warn(
				"There is no administrator yet. Open this link to become the first; it works once, for 24 hours: {}",
				fresh.address());
	}

	/**
	 * The link that this node wrote to the log.
	 * @return the link, or empty when the tool is set up
	 */
	public Optional<OneTimeLink> link() {
		return this.links.setUp() ? Optional.empty() : this.link;
	}

	@Bean
	RecurringTask<Void> forgetAdminLinks() {
		return Tasks.recurring("forget-admin-links", FixedDelay.ofHours(1))
			.execute((instance, context) -> this.links.forgetExpired(this.clock.instant()));
	}

}
