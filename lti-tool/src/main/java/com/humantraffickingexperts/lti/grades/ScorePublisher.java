package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registrations;

/**
 * Delivers one owed score: reads it just in time, sends it, understands the answer. One
 * delivery at a time for one person and resource link, on however many nodes.
 */
@Component
class ScorePublisher {

	/** How long to wait for another delivery that is under way. */
	static final Duration SHORTLY = Duration.ofSeconds(2);

	private static final Logger LOG = LoggerFactory.getLogger(ScorePublisher.class);

	private final JdbcScores scores;

	private final LineItems lineItems;

	private final Results results;

	private final PlatformCalls calls;

	private final Registrations registrations;

	private final GradesSettings settings;

	private final Backoff backoff;

	private final Clock clock;

	ScorePublisher(JdbcScores scores, LineItems lineItems, Results results, PlatformCalls calls,
			Registrations registrations, GradesSettings settings, Backoff backoff, Clock clock) {
		this.scores = scores;
		this.lineItems = lineItems;
		this.results = results;
		this.calls = calls;
		this.registrations = registrations;
		this.settings = settings;
		this.backoff = backoff;
		this.clock = clock;
	}

	/**
	 * Tries to deliver a revision.
	 * @return when to try again, or empty when nothing is left to do for this revision
	 */
	Optional<Instant> deliver(Revision revision) {
		OwedScore score = this.scores.find(revision.score()).orElse(null);
		if (score == null || !score.revision().equals(revision) || !score.pending()) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		if (score.timestamp().isAfter(now)) {
			return Optional.of(score.timestamp());
		}
		Claim claim = Claim.of(now, this.settings.lease());
		if (!this.scores.claim(score, claim)) {
			return Optional.of(now.plus(SHORTLY));
		}
		return this.registrations.find(score.gradebook().registration())
			.map((registration) -> deliver(score, claim, access(registration, score)))
			.orElseGet(() -> settled(score, claim, Verdict.Later.because(DeliveryReason.PLATFORM_DISABLED),
					score.timestamp()));
	}

	private static ServiceAccess access(Registration registration, OwedScore score) {
		return new ServiceAccess(registration, score.gradebook().deploymentId(), score.gradebook().scopes());
	}

	private Optional<Instant> deliver(OwedScore score, Claim claim, ServiceAccess access) {
		return switch (this.lineItems.of(access, score)) {
			case Column.Found found -> deliver(score, claim, access, found.lineItem());
			case Column.Missing missing -> settled(score, claim, missing.verdict(), score.timestamp());
			case Column.Busy busy -> {
				Instant next = this.clock.instant().plus(SHORTLY);
				yield this.scores.unclaim(score, claim, next) ? Optional.of(next) : Optional.empty();
			}
		};
	}

	private Optional<Instant> deliver(OwedScore score, Claim claim, ServiceAccess access, URI lineItem) {
		URI column = lineItem;
		Verdict verdict = sent(score, access, column);
		if (verdict instanceof Verdict.Never never && never.reason() == DeliveryReason.COLUMN_GONE) {
			Optional<URI> other = this.lineItems.insteadOf(column, access, score);
			if (other.isPresent()) {
				column = other.get();
				verdict = sent(score, access, column);
			}
		}
		Instant timestamp = score.timestamp();
		if (verdict instanceof Verdict.NotNewer) {
			verdict = readBack(score, access, column);
			timestamp = ScoreTimestamp.next(this.clock.instant(), score.timestamp());
		}
		if (verdict instanceof Verdict.Delivered) {
			this.scores.delivered(score, claim, column, this.clock.instant());
			return Optional.empty();
		}
		return settled(score, claim, verdict, timestamp);
	}

	private Verdict sent(OwedScore score, ServiceAccess access, URI lineItem) {
		ScoreDialect dialect = ScoreDialects.of(score.gradebook().family());
		String comment = dialect.takesComments() ? "Module version " + score.moduleVersion() : null;
		byte[] body = new Score(score.subject(), score.points(), comment, score.timestamp(), score.completedAt())
			.body(dialect);
		return ScoreAnswers.verdict(this.calls.send(PlatformRequest.post(access, Set.of(AgsScope.SCORE),
				ServiceAddress.scores(lineItem), MediaType.SCORE, body)), dialect);
	}

	/**
	 * The platform holds a score that is not older. It is this very one, when its result
	 * says so; or when results cannot be read and an earlier attempt with the same
	 * timestamp may have arrived. Otherwise the score is sent again with a new timestamp.
	 */
	private Verdict readBack(OwedScore score, ServiceAccess access, URI lineItem) {
		Optional<Boolean> held = this.results.holds(access, lineItem, score.subject(), score.points());
		return held.orElse(score.unsure()) ? Verdict.DELIVERED : Verdict.Later.because(DeliveryReason.LATER_GRADE_HELD);
	}

	private Optional<Instant> settled(OwedScore score, Claim claim, Verdict verdict, Instant timestamp) {
		Instant now = this.clock.instant();
		return switch (verdict) {
			case Verdict.Later later -> {
				if (!held(score, later) && score.owedAt().plus(this.settings.retryFor()).isBefore(now)) {
					yield refused(score, claim, DeliveryReason.TRIED_TOO_LONG, now);
				}
				Instant next = now.plus(this.backoff.after(score.attempts() + 1, later.notBefore()));
				Instant due = timestamp.isAfter(next) ? timestamp : next;
				boolean unsure = timestamp.equals(score.timestamp()) && (score.unsure() || later.perhapsDelivered());
				boolean newest = this.scores.retried(score, claim, later.reason(), timestamp, unsure, due, now);
				LOG.info("Score {} is tried again at {}: {}", score.revision().task(), due, later.reason());
				yield newest ? Optional.of(due) : Optional.empty();
			}
			case Verdict.Never never -> refused(score, claim, never.reason(), now);
			case Verdict.Delivered delivered -> throw new IllegalStateException("settled elsewhere");
			case Verdict.NotNewer notNewer -> throw new IllegalStateException("read back elsewhere");
		};
	}

	/**
	 * What is owed to a platform that an administrator switched off waits for as long as
	 * that lasts.
	 */
	private boolean held(OwedScore score, Verdict.Later later) {
		return later.reason() == DeliveryReason.PLATFORM_DISABLED
				&& this.registrations.find(score.gradebook().registration()).isPresent();
	}

	private Optional<Instant> refused(OwedScore score, Claim claim, DeliveryReason reason, Instant now) {
		this.scores.refused(score, claim, reason, now);
		LOG.warn("Score {} stays owed: {}", score.revision().task(), reason);
		return Optional.empty();
	}

}
