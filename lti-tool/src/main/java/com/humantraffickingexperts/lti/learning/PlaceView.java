package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;

/**
 * A place at which to go on, in words.
 *
 * @param kind what is there
 * @param number which page or question; 0 for the others
 * @param title the title; null for a reflection, which has none
 * @param path the address
 */
record PlaceView(Kind kind, int number, @Nullable String title, String path) {

	/**
	 * The words for a place.
	 * @param visit the visit
	 * @param progress what was done so far
	 * @param place the place
	 * @return empty when the module no longer has it
	 */
	static Optional<PlaceView> of(Visit visit, Progress progress, Place place) {
		return place.item(visit.module()).map((item) -> of(visit, progress, item, place.question()));
	}

	private static PlaceView of(Visit visit, Progress progress, Item item, @Nullable Integer question) {
		CoursePackage module = visit.module();
		String path = Contents.path(visit, item);
		return switch (item) {
			case PageItem page -> {
				List<Item> pages = module.items().stream().filter(PageItem.class::isInstance).toList();
				yield new PlaceView(Kind.PAGE, pages.indexOf(item) + 1, module.page(page.id()).orElseThrow().title(),
						path);
			}
			case AssessmentItem check -> {
				String title = module.assessment(check.id()).orElseThrow().title();
				Try open = progress.open(check.id()).orElse(null);
				yield (question == null || open == null || question > open.questions().size())
						? new PlaceView(Kind.CHECK, 0, title, path) : new PlaceView(Kind.QUESTION, question, title,
								path + "/tries/" + open.number() + "/questions/" + question);
			}
			case ScenarioItem scenario -> new PlaceView(Kind.SCENARIO, 0,
					Objects.requireNonNull(module.scenarios().get(scenario.id())).title(), path);
			case ReflectionItem _ -> new PlaceView(Kind.REFLECTION, 0, null, path);
		};
	}

	/** What is at a place. */
	enum Kind {

		PAGE, CHECK, QUESTION, SCENARIO, REFLECTION

	}

}
