package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * What all score rules need: the gradebook, the people and the time.
 */
@Component
class ScoreDesk {

	/** The values of AGS 2.0 for {@code activityProgress}. */
	static final Set<String> ACTIVITY_PROGRESS = Set.of("Initialized", "Started", "InProgress", "Submitted",
			"Completed");

	/** The values of AGS 2.0 for {@code gradingProgress}. */
	static final Set<String> GRADING_PROGRESS = Set.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady");

	private final Gradebook gradebook;

	private final PlatformIds ids;

	private final Courses courses;

	private final SandboxClock clock;

	ScoreDesk(Gradebook gradebook, PlatformIds ids, Courses courses, SandboxClock clock) {
		this.gradebook = gradebook;
		this.ids = ids;
		this.courses = courses;
		this.clock = clock;
	}

	Gradebook gradebook() {
		return this.gradebook;
	}

	Instant now() {
		return this.clock.instant();
	}

	Optional<Person> person(ScorePost post) {
		return this.ids.person(post.text("userId"));
	}

	Optional<Person> member(ScorePost post) {
		return person(post).filter((person) -> this.courses.isMember(post.course(), person));
	}

	Optional<Person> student(ScorePost post) {
		return member(post).filter(Person::isStudent);
	}

	/**
	 * Writes a grade.
	 * @param post the score
	 * @param person whose it is
	 * @param result the grade on the column's scale, or null for none
	 * @param timestamp the score's time
	 * @param comment the comment, or null
	 * @param attempts the number of submissions so far
	 * @param needsReview whether a teacher is asked to look
	 */
	void write(ScorePost post, Person person, @Nullable Double result, Instant timestamp, @Nullable String comment,
			int attempts, boolean needsReview) {
		this.gradebook.put(new Grade(post.item().number(), person.number(), post.number("scoreGiven"),
				post.number("scoreMaximum"), result, comment, post.text("activityProgress"),
				post.text("gradingProgress"), timestamp, now(), attempts, needsReview, false));
	}

	/**
	 * Points on the column's scale.
	 * @param given the points given
	 * @param maximum the most there are
	 * @param item the column
	 * @return the points there
	 */
	static double scaled(double given, double maximum, LineItem item) {
		return (maximum == 0) ? 0 : given * item.scoreMaximum() / maximum;
	}

}
