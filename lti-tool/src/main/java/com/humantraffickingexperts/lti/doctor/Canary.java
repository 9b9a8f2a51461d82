package com.humantraffickingexperts.lti.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.platform.TokenProbe.State;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

/**
 * Repeats the harmless checks for each enabled registration, and raises an alert when
 * they fail twice in a row. One node at a time does so.
 */
@Component
class Canary {

	static final int FAILURES_TO_ALERT = 2;

	private static final int AT_ONCE = 40;

	private static final Duration ALERTS_KEPT = Duration.ofDays(90);

	private static final Logger logger = LoggerFactory.getLogger(Canary.class);

	private final Registrations registrations;

	private final Probes probes;

	private final JdbcCanary canaries;

	private final DoctorSettings settings;

	private final MeterRegistry meters;

	private final Clock clock;

	Canary(Registrations registrations, Probes probes, JdbcCanary canaries, DoctorSettings settings,
			MeterRegistry meters, Clock clock) {
		this.registrations = registrations;
		this.probes = probes;
		this.canaries = canaries;
		this.settings = settings;
		this.meters = meters;
		this.clock = clock;
	}

	/** Checks the registrations whose turn it is. */
	void round() {
		Instant now = this.clock.instant();
		plan(now);
		List<Callable<Boolean>> checks = this.canaries.due(now, AT_ONCE)
			.stream()
			.flatMap((id) -> this.registrations.find(id).stream())
			.<Callable<Boolean>>map((registration) -> () -> check(registration))
			.toList();
		try (ExecutorService threads = Executors
			.newThreadPerTaskExecutor(Thread.ofVirtual().name("canary-", 0).factory())) {
			threads.invokeAll(checks);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.canaries.forget(now.minus(ALERTS_KEPT));
	}

	/**
	 * New registrations get a place of their own within the interval, so that they
	 * spread.
	 */
	private void plan(Instant now) {
		Set<RegistrationId> enabled = this.registrations.all()
			.stream()
			.filter(Registration::enabled)
			.map(Registration::id)
			.collect(Collectors.toSet());
		Set<RegistrationId> scheduled = this.canaries.scheduled();
		Set<RegistrationId> gone = new HashSet<>(scheduled);
		gone.removeAll(enabled);
		gone.forEach((id) -> this.canaries.unschedule(id, now));
		enabled.removeAll(scheduled);
		enabled.forEach((id) -> this.canaries.schedule(id, now.plus(place(id))));
	}

	private Duration place(RegistrationId id) {
		return Duration
			.ofMillis(Math.floorMod(id.value().hashCode() * 2654435761L, this.settings.canaryEvery().toMillis()));
	}

	private boolean check(Registration registration) {
		List<Finding> wrong = wrong(registration);
		Instant now = this.clock.instant();
		boolean well = wrong.isEmpty();
		this.meters.counter("htmse.doctor.canary", "outcome", well ? "well" : "failed").increment();
		int failures = this.canaries.checked(registration.id(), well, now, now.plus(this.settings.canaryEvery()));
		if (well) {
			if (this.canaries.clear(registration.id(), now)) {
				logger.info("Registration {} is well again", registration.id());
			}
		}
		else if (failures == FAILURES_TO_ALERT) {
			this.canaries.raise(registration.id(), wrong, now);
			logger.warn("Registration {} is not well: {}", registration.id(),
					wrong.stream()
						.map((finding) -> finding.check() + " " + finding.what())
						.collect(Collectors.joining(", ")));
		}
		return well;
	}

	/**
	 * A token that the platform refuses for its scope alone still shows that it knows the
	 * tool.
	 */
	private List<Finding> wrong(Registration registration) {
		Probes.Answers answers = this.probes.harmless(registration, ServiceScopes.LINE_ITEM_READONLY);
		boolean known = answers.tokens()
			.values()
			.stream()
			.allMatch((report) -> report.state() == State.SCOPE_REFUSED || report.state() == State.GRANTED);
		return Stream
			.of(PlatformChecks.keySet(registration, answers.keySet()),
					known ? Finding.green(Check.TOKEN, "well", "1")
							: PlatformChecks.token(registration, Map.copyOf(answers.tokens())),
					PlatformChecks.clock(registration.family(), answers.ahead()))
			.filter((finding) -> finding.health() == Health.RED)
			.toList();
	}

}
