package com.humantraffickingexperts.lti.classes;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * Somebody who learns in the course of an activity.
 *
 * @param user who it is
 * @param here whether the person is in the course, as far as the platform tells
 * @param begun what the person has done; null when nothing was begun
 * @param grade where the grade is; null when none is owed
 * @param groups the ids of the groups to which the person belongs
 */
record Learner(User user, boolean here, @Nullable Begun begun, @Nullable GradeStatus grade, Set<String> groups) {

	private static final int CODE = 6;

	UserId id() {
		return this.user.id();
	}

	LearnerStatus status() {
		return LearnerStatus.of(this.begun);
	}

	@Nullable BigDecimal percent() {
		return (this.begun != null) ? this.begun.percent() : null;
	}

	@Nullable Instant completedAt() {
		return (this.begun != null) ? this.begun.completedAt() : null;
	}

	@Nullable Instant lastActiveAt() {
		return (this.begun != null) ? this.begun.lastActiveAt() : null;
	}

	@Nullable Duration active() {
		return (this.begun != null) ? this.begun.active() : null;
	}

	int tries() {
		return (this.begun != null) ? this.begun.tries() : 0;
	}

	/** By what people without a name are told apart. */
	String code() {
		return this.user.id().value().substring(0, CODE);
	}

	/** Without the name. */
	@Override
	public String toString() {
		return "Learner[" + this.user.id() + "]";
	}

}
