package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;

/**
 * The parts of a module with what the learner has done of them.
 *
 * @param sections in order
 */
record Contents(List<Part> sections) {

	private static final Set<State> DONE = Set.of(State.READ, State.PASSED, State.WALKED, State.WRITTEN);

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
			case ScenarioItem scenario ->
				new Entry(Objects.requireNonNull(module.scenarios().get(scenario.id())).title(), path(visit, item),
						progress.scenarios().contains(scenario.id()) ? State.WALKED : State.UNWALKED);
			case ReflectionItem reflection -> new Entry(null, path(visit, item),
					progress.reflections().contains(reflection.id()) ? State.WRITTEN : State.UNWRITTEN);
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
			case ScenarioItem scenario -> visit.path("/scenarios/" + scenario.id());
			case ReflectionItem reflection -> visit.path("/reflections/" + reflection.id());
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
	 * A page, a check, a scenario or a reflection.
	 *
	 * @param title its title; null for a reflection, which has none
	 * @param path its address
	 * @param state what the learner has done of it
	 * @param done whether nothing is left to do of it
	 */
	record Entry(@Nullable String title, String path, State state, boolean done) {

		Entry(@Nullable String title, String path, State state) {
			this(title, path, state, DONE.contains(state));
		}

	}

	/** What a learner has done of an item. */
	enum State {

		READ, UNREAD, PASSED, BEGUN, UNTRIED, UNPASSED, WALKED, UNWALKED, WRITTEN, UNWRITTEN

	}

}
