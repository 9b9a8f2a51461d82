package com.humantraffickingexperts.lti.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;

/**
 * Somebody in front of a check.
 *
 * @param visit the visit
 * @param assessment the check
 * @param attempt the attempt
 * @param progress what was done so far
 */
record CheckVisit(Visit visit, Assessment assessment, Attempt attempt, Progress progress) {

	String path(String rest) {
		return this.visit.path("/checks/" + this.assessment.id() + rest);
	}

	String tryPath(Try one, String rest) {
		return path("/tries/" + one.number() + rest);
	}

	String questionPath(Try one, int position) {
		return tryPath(one, "/questions/" + position);
	}

	Place place(@Nullable Integer question) {
		return new Place(Resume.key(new AssessmentItem(this.assessment.id())), question);
	}

	boolean graded() {
		return this.visit.module().grading() != null
				&& this.visit.module().grading().assessment().equals(this.assessment.id());
	}

	/**
	 * Whether the scenario of a question may be walked through again in the same try. In
	 * a graded check the first way counts, or everybody would find the best one.
	 */
	boolean walksAgain() {
		return !this.assessment.graded();
	}

	PageView.Step next() {
		List<Item> items = this.visit.module().items();
		return PageView.next(this.visit, items, items.indexOf(new AssessmentItem(this.assessment.id())));
	}

}
