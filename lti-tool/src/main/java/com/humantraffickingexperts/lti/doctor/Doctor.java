package com.humantraffickingexperts.lti.doctor;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.grades.GradeEvidence;
import com.humantraffickingexperts.lti.inspector.LaunchEvidence;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Examines a registration: asks its platform, and looks at what launches and grades show.
 */
@Component
class Doctor {

	private final Probes probes;

	private final LaunchEvidence launches;

	private final GradeEvidence grades;

	private final JdbcExaminations examinations;

	private final Clock clock;

	Doctor(Probes probes, LaunchEvidence launches, GradeEvidence grades, JdbcExaminations examinations, Clock clock) {
		this.probes = probes;
		this.launches = launches;
		this.grades = grades;
		this.examinations = examinations;
		this.clock = clock;
	}

	/**
	 * Examines a registration and keeps the outcome. Takes ten seconds at most.
	 * @param registration the registration
	 * @return the outcome
	 */
	Examination examine(Registration registration) {
		Probes.Answers answers = this.probes.all(registration);
		LaunchEvidence.Evidence seen = this.launches.of(registration.id());
		List<Finding> findings = List.of(PlatformChecks.keySet(registration, answers.keySet()),
				PlatformChecks.token(registration, answers.tokens()),
				PlatformChecks.clock(registration.family(), answers.ahead()),
				EvidenceChecks.scopes(registration, answers.tokens(), seen), EvidenceChecks.deepLinking(seen),
				EvidenceChecks.names(registration, seen), EvidenceChecks.launch(seen),
				EvidenceChecks.grade(this.grades.of(registration.id())), EvidenceChecks.frame(seen));
		Examination examination = new Examination(registration.id(), findings, this.clock.instant());
		this.examinations.keep(examination);
		return examination;
	}

}
