package com.humantraffickingexperts.lti.classes;

import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.audit.Actor;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditSubject;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.ClassActs;
import com.humantraffickingexperts.lti.learning.ClassActs.MoreTime;
import com.humantraffickingexperts.lti.registration.InstitutionId;

/**
 * What those who teach decide about a learner and their attempt: done and written into
 * the audit log together, or not at all.
 */
@Service
class Decisions {

	private final ClassActs acts;

	private final AuditLog audit;

	private final TransactionOperations transactions;

	Decisions(ClassActs acts, AuditLog audit, TransactionOperations transactions) {
		this.acts = acts;
		this.audit = audit;
		this.transactions = transactions;
	}

	boolean allowAnotherTry(CurrentLaunch launch, Learner learner, AttemptId attempt, int granted) {
		return decided(launch, ofAttempt(learner, attempt), "attempt.try-allowed",
				Map.of("tries", String.valueOf(granted + 1)),
				() -> this.acts.allowAnotherTry(launch, learner.id(), granted));
	}

	boolean reset(CurrentLaunch launch, Learner learner, AttemptId attempt, String reason) {
		return decided(launch, ofAttempt(learner, attempt), "attempt.reset", Map.of("reason", reason),
				() -> this.acts.reset(launch, learner.id(), attempt, reason));
	}

	/**
	 * More time, or none any more: for checks in the course, whether or not one was
	 * begun.
	 */
	boolean allowTime(CurrentLaunch launch, Learner learner, MoreTime time, int agreed) {
		boolean more = time.percent() > 0 || time.minutes() > 0;
		Map<String, String> fields = more ? Map.of("percent", String.valueOf(time.percent()), "minutes",
				String.valueOf(time.minutes()), "reason", time.reason()) : Map.of("reason", time.reason());
		return decided(launch, new AuditSubject("learner", learner.id().value(), "user " + learner.id()),
				more ? "attempt.time-allowed" : "attempt.time-withdrawn", fields,
				() -> this.acts.allowTime(launch, learner.id(), time, agreed));
	}

	private static AuditSubject ofAttempt(Learner learner, AttemptId attempt) {
		return new AuditSubject("attempt", attempt.value(), "user " + learner.id());
	}

	private boolean decided(CurrentLaunch launch, AuditSubject subject, String action, Map<String, String> fields,
			BooleanSupplier act) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			boolean done = act.getAsBoolean();
			if (done) {
				InstitutionId institution = launch.registration().institution();
				this.audit.record(new Actor(null, "user " + launch.user().id()),
						AuditedChange.of(action, subject)
							.in((institution == null) ? null : institution.value())
							.changing(Map.of(), fields));
			}
			return done;
		}));
	}

}
