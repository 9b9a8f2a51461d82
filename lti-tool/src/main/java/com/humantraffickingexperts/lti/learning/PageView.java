package com.humantraffickingexperts.lti.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Section;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;

/**
 * A page to read.
 *
 * @param module the module's title
 * @param language the language of the content
 * @param section the title of the section
 * @param title the page's title
 * @param html the text, rendered and sanitised by the catalogue
 * @param sources what it relies on
 * @param number which page this is, from 1
 * @param total how many pages there are
 * @param previous what comes before, or null
 * @param next what comes after
 * @param contentsPath the list of all pages
 * @param notices what may distress on it
 * @param replaced the title of the page in whose place it is read; null for a page in its
 * own place
 * @param insteadPath the page that may be read instead, or null
 * @param fullPath the page in its own place
 */
record PageView(String module, String language, String section, String title, String html, List<Source> sources,
		int number, int total, @Nullable Step previous, Step next, String contentsPath, List<String> notices,
		@Nullable String replaced, @Nullable String insteadPath, String fullPath) {

	/**
	 * The view of one page.
	 * @param visit the visit
	 * @param asked the page whose place it is
	 * @param shown the page that is read there
	 * @param html its text
	 * @return the view
	 */
	static PageView of(Visit visit, Page asked, Page shown, String html) {
		CoursePackage module = visit.module();
		List<Item> items = module.items();
		int index = items.indexOf(new PageItem(asked.id()));
		List<Item> pages = items.stream().filter(PageItem.class::isInstance).toList();
		String path = Contents.path(visit, items.get(index));
		return new PageView(module.title(), module.language(), section(module, items.get(index)), shown.title(), html,
				shown.sources(), pages.indexOf(items.get(index)) + 1, pages.size(), previous(visit, items, index),
				next(visit, items, index), visit.path(""), ModuleFacts.notices(shown.notices()),
				shown.equals(asked) ? null : asked.title(), (asked.instead() != null) ? path + "/instead" : null,
				path + "?read=yes");
	}

	static Step next(Visit visit, List<Item> items, int index) {
		return (index + 1 < items.size()) ? step(visit, items.get(index + 1))
				: new Step(Step.Kind.END, visit.path("/end"));
	}

	private static Step step(Visit visit, Item item) {
		return switch (item) {
			case PageItem _ -> new Step(Step.Kind.PAGE, Contents.path(visit, item));
			case AssessmentItem _ -> new Step(Step.Kind.CHECK, Contents.path(visit, item));
			case ScenarioItem _ -> new Step(Step.Kind.SCENARIO, Contents.path(visit, item));
			case ReflectionItem _ -> new Step(Step.Kind.REFLECTION, Contents.path(visit, item));
		};
	}

	static @Nullable Step previous(Visit visit, List<Item> items, int index) {
		return (index > 0) ? step(visit, items.get(index - 1)) : null;
	}

	static String section(CoursePackage module, Item item) {
		return module.sections()
			.stream()
			.filter((section) -> section.items().contains(item))
			.map(Section::title)
			.findFirst()
			.orElse(module.title());
	}

	/**
	 * A neighbour.
	 *
	 * @param kind what it is
	 * @param path its address
	 */
	record Step(Kind kind, String path) {

		/** What a neighbour is. */
		enum Kind {

			PAGE, CHECK, SCENARIO, REFLECTION, END

		}

	}

}
