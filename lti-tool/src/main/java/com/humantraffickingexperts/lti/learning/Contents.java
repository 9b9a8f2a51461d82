package com.humantraffickingexperts.lti.learning;

import java.util.List;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;

/**
 * The parts of a module with what the learner has done of them.
 *
 * @param sections in order
 */
record Contents(List<Part> sections) {

	static Contents of(Visit visit, Progress progress) {
		return new Contents(visit.module()
			.sections()
			.stream()
			.map((section) -> new Part(section.title(),
					section.items().stream().map((item) -> entry(visit, progress, item)).toList()))
			.toList());
	}

	private static Entry entry(Visit visit, Progress progress, Item item) {
		CoursePackage module = visit.module();
		return switch (item) {
			case PageItem page -> new Entry(module.page(page.id()).orElseThrow().title(), path(visit, item),
					progress.viewed().contains(page.id()) ? State.READ : State.UNREAD);
			case AssessmentItem check -> new Entry(module.assessment(check.id()).orElseThrow().title(),
					path(visit, item), state(progress, check.id()));
		};
	}

	private static State state(Progress progress, String assessment) {
		if (progress.passed(assessment)) {
			return State.PASSED;
		}
		if (progress.open(assessment).isPresent()) {
			return State.BEGUN;
		}
		return progress.submitted(assessment).isEmpty() ? State.UNTRIED : State.UNPASSED;
	}

	static String path(Visit visit, Item item) {
		return switch (item) {
			case PageItem page -> visit.path("/pages/" + page.id());
			case AssessmentItem check -> visit.path("/checks/" + check.id());
		};
	}

	/**
	 * A section.
	 *
	 * @param title its title
	 * @param entries what it holds
	 */
	record Part(String title, List<Entry> entries) {
	}

	/**
	 * A page or a check.
	 *
	 * @param title its title
	 * @param path its address
	 * @param state what the learner has done of it
	 */
	record Entry(String title, String path, State state) {

		boolean done() {
			return this.state == State.READ || this.state == State.PASSED;
		}

	}

	/** What a learner has done of a page or a check. */
	enum State {

		READ, UNREAD, PASSED, BEGUN, UNTRIED, UNPASSED

	}

}
