package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.Registrations;

/**
 * Makes one attempt to deliver a score: finds the column, sends, understands the answer.
 * What becomes of the score is written down by whoever asked.
 */
@Component
class ScorePublisher {

	/** How long to wait for another delivery that is under way. */
	static final Duration SHORTLY = Duration.ofSeconds(2);

	private final LineItems lineItems;

	private final Results results;

	private final PlatformCalls calls;

	private final Registrations registrations;

	private final SharedTime time;

	ScorePublisher(LineItems lineItems, Results results, PlatformCalls calls, Registrations registrations,
			SharedTime time) {
		this.lineItems = lineItems;
		this.results = results;
		this.calls = calls;
		this.registrations = registrations;
		this.time = time;
	}

	/** Whether there is such a registration, be it switched off. */
	boolean knows(RegistrationId registration) {
		return this.registrations.find(registration).isPresent();
	}

	/** Tries to deliver a score. */
	Attempt attempt(OwedScore score) {
		if (score.drift() == Drift.OVERRIDDEN) {
			return beforehand(score, new Verdict.Never(DeliveryReason.TEACHER_DECIDED));
		}
		Registration registration = this.registrations.find(score.gradebook().registration()).orElse(null);
		if (registration == null) {
			return beforehand(score, Verdict.Later.because(DeliveryReason.PLATFORM_DISABLED));
		}
		ServiceAccess access = score.gradebook().access(registration);
		return switch (this.lineItems.of(access, score)) {
			case Column.Found found -> attempt(score, access, found.lineItem());
			case Column.Missing missing -> beforehand(score, missing.verdict());
			case Column.Busy busy -> beforehand(score, null);
		};
	}

	private static Attempt beforehand(OwedScore score, @Nullable Verdict verdict) {
		return new Attempt(score, verdict, null, score.timestamp(), null, JudgedBy.BEFOREHAND);
	}

	private Attempt attempt(OwedScore score, ServiceAccess access, URI lineItem) {
		Attempt attempt = sent(score, access, lineItem);
		if (attempt.verdict() instanceof Verdict.Never never && never.reason() == DeliveryReason.COLUMN_GONE) {
			attempt = this.lineItems.insteadOf(lineItem, access, score)
				.map((other) -> sent(score, access, other))
				.orElse(attempt);
		}
		return (attempt.verdict() instanceof Verdict.NotNewer) ? readBack(attempt, access) : attempt;
	}

	private Attempt sent(OwedScore score, ServiceAccess access, URI lineItem) {
		ScoreDialect dialect = ScoreDialects.of(score.gradebook().family());
		String comment = dialect.takesComments() ? "Module version " + score.moduleVersion() : null;
		byte[] body = new Score(score.subject(), score.points(), comment, score.timestamp(), score.completedAt())
			.body(dialect);
		PlatformOutcome outcome = this.calls.send(PlatformRequest.post(access, Set.of(AgsScope.SCORE),
				ServiceAddress.scores(lineItem), MediaType.SCORE, body));
		return new Attempt(score, ScoreAnswers.verdict(outcome, dialect), lineItem, score.timestamp(),
				ScoreAnswers.status(outcome), ScoreAnswers.judgedBy(outcome, dialect));
	}

	/**
	 * The platform holds a score that is not older. It is this very one, when its result
	 * says so; or when results cannot be read and an earlier attempt with the same
	 * timestamp may have arrived. Otherwise the score is sent again with a new timestamp.
	 */
	private Attempt readBack(Attempt attempt, ServiceAccess access) {
		OwedScore score = attempt.score();
		URI column = Objects.requireNonNull(attempt.column());
		Optional<Boolean> held = this.results.holds(access, column, score.subject(), score.points());
		if (held.orElse(score.unsure())) {
			return new Attempt(score, Verdict.DELIVERED, column, score.timestamp(), attempt.status(), JudgedBy.RESULT);
		}
		return new Attempt(score, Verdict.Later.because(DeliveryReason.LATER_GRADE_HELD), column,
				ScoreTimestamp.next(this.time.instant(), score.timestamp()), attempt.status(), JudgedBy.RESULT);
	}

}
