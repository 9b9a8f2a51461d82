package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.CoursePackage;

/** Says, in a person's words, what becomes of the grade. */
@Component
class Grades {

	/** Where the learners are whose law the modules state. */
	static final ZoneId UK = ZoneId.of("Europe/London");

	private final ObjectProvider<GradeStatus> status;

	Grades(ObjectProvider<GradeStatus> status) {
		this.status = status;
	}

	GradeView outlook(Visit visit) {
		return GradeView.of(visit, "outlook." + GradeOutlook.of(visit), null);
	}

	/**
	 * What has become of the grade by now.
	 * @param visit the visit
	 * @param attempt its attempt
	 * @return the sentence for the result
	 */
	GradeView afterwards(Visit visit, Attempt attempt) {
		if (GradeOutlook.of(visit) != GradeOutlook.SENT) {
			return outlook(visit);
		}
		if (!attempt.completed()) {
			return GradeView.of(visit, "status.INCOMPLETE", null);
		}
		if (attempt.reportedPercent() == null) {
			return GradeView.of(visit, "status.NO_RESULT", null);
		}
		Optional<GradeStatus.Delivery> delivery = this.status.stream()
			.findFirst()
			.flatMap((known) -> known.of(attempt.id()));
		GradeView view = delivery.map((known) -> GradeView.of(visit, "status." + known.state(), inUk(known.at())))
			.orElseGet(() -> GradeView.of(visit, "status.WAITING", null));
		CoursePackage.Grading grading = visit.module().grading();
		BigDecimal reported = attempt.reportedPercent();
		return (grading == null || reported == null) ? view
				: view.with(Result.points(reported, grading.scoreMaximum()));
	}

	private static @Nullable ZonedDateTime inUk(@Nullable Instant at) {
		return (at == null) ? null : at.atZone(UK);
	}

}
