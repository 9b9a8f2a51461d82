package com.humantraffickingexperts.lti.learning;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.learning.JdbcRegrades.Affected;
import com.humantraffickingexperts.lti.learning.JdbcRegrades.Owner;

/**
 * Finds the tries that errata are about and has them marked again, each in a transaction
 * of its own that first locks the attempt: the better result, the completion, the record
 * of both and what is owed to the gradebook are kept together or not at all, and of two
 * nodes one does it.
 */
@Service
class Regrades {

	private static final Logger logger = LoggerFactory.getLogger(Regrades.class);

	private static final int AT_ONCE = 200;

	private final Catalog catalog;

	private final Releases releases;

	private final JdbcAttempts attempts;

	private final JdbcTries tries;

	private final JdbcRegrades regrades;

	private final Regrading regrading;

	private final Player player;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	Regrades(Catalog catalog, Releases releases, JdbcAttempts attempts, JdbcTries tries, JdbcRegrades regrades,
			Regrading regrading, Player player, TransactionOperations transactions, ApplicationEventPublisher events) {
		this.catalog = catalog;
		this.releases = releases;
		this.attempts = attempts;
		this.tries = tries;
		this.regrades = regrades;
		this.regrading = regrading;
		this.player = player;
		this.transactions = transactions;
		this.events = events;
	}

	/**
	 * What the catalogue's errata are, in one word.
	 * @return the same for the same errata; empty when there are none
	 */
	Optional<String> errata() {
		List<String> ids = this.catalog.modules()
			.stream()
			.flatMap((module) -> module.upkeep().errata().stream().map((erratum) -> Errata.id(module, erratum)))
			.sorted()
			.toList();
		return ids.isEmpty() ? Optional.empty() : Optional.of(Ids.derived("errata", ids.toArray(String[]::new)));
	}

	/**
	 * Marks again whatever was not yet.
	 * @param stopping whether to leave the rest for later
	 * @return how many results rose
	 */
	int regrade(BooleanSupplier stopping) {
		int raised = 0;
		for (CoursePackage module : this.catalog.modules()) {
			for (Erratum erratum : module.upkeep().errata()) {
				raised += regrade(module, erratum, stopping);
			}
		}
		if (raised > 0) {
			logger.info("Results corrected upwards: {}", raised);
		}
		return raised;
	}

	private int regrade(CoursePackage module, Erratum erratum, BooleanSupplier stopping) {
		Errata errata = new Errata(module);
		List<String> versions = this.releases.versions(module.id())
			.stream()
			.filter((version) -> errata.covers(erratum, version))
			.toList();
		int raised = 0;
		List<Affected> some;
		String after = "";
		do {
			some = (versions.isEmpty() || stopping.getAsBoolean()) ? List.of()
					: this.regrades.affected(module, erratum, versions, after, AT_ONCE);
			for (Affected affected : some) {
				raised += regraded(affected) ? 1 : 0;
				after = affected.id();
			}
		}
		while (some.size() == AT_ONCE);
		return raised;
	}

	/** One that fails does not keep the others waiting. It is tried again later. */
	private boolean regraded(Affected affected) {
		try {
			return Objects.requireNonNull(this.transactions.execute((status) -> this.attempts.lock(affected.attempt())
				.map((locked) -> regrade(locked, affected.id()))
				.orElse(false)));
		}
		catch (RuntimeException ex) {
			logger.error("The try {} cannot be marked again", affected.id(), ex);
			return false;
		}
	}

	private boolean regrade(Attempt locked, String id) {
		Owner owner = this.regrades.owner(locked.id()).orElseThrow();
		Try one = this.tries.of(locked.id())
			.stream()
			.filter((other) -> other.id().equals(id) && !other.open())
			.findFirst()
			.orElse(null);
		if (one == null) {
			return false;
		}
		Optional<CoursePackage> pinned = this.releases.played(owner.digest());
		CoursePackage release = this.releases.of(owner.module(), one, pinned).orElse(null);
		if (release == null) {
			logger.warn("The try {} is left as it is: its release {} {} cannot be read", id, owner.module(),
					one.moduleVersion());
			return false;
		}
		List<Correction> raised = this.regrading.regrade(release, one);
		if (raised.isEmpty()) {
			return false;
		}
		CoursePackage module = pinned.or(() -> this.catalog.find(owner.module())).orElse(release);
		this.player.conclude(module, locked).ifPresent((points) -> {
			if (owner.learner() != null) {
				Instant handedIn = Objects.requireNonNull(one.submittedAt());
				this.events.publishEvent(new AttemptRegraded(locked.id(), owner.link(), owner.learner(), module.id(),
						module.version(), points, handedIn, Regrading.reasons(raised)));
			}
		});
		return true;
	}

}
