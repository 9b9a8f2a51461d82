package com.humantraffickingexperts.lti.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.Scenario;

/**
 * A scenario that is part of the module.
 *
 * @param title its title
 * @param language the language of the content
 * @param section the title of the section
 * @param walk where the learner is in it
 * @param problem what is wrong with what was sent; null when nothing is
 * @param sources what it relies on
 * @param path where a choice is sent
 * @param contentsPath the list of all pages
 * @param previous what comes before, or null
 * @param next what comes after
 */
record ScenarioView(String title, String language, String section, WalkView walk, AnswerForm.@Nullable Problem problem,
		List<Source> sources, String path, String contentsPath, PageView.@Nullable Step previous, PageView.Step next) {

	static ScenarioView of(Visit visit, Scenario scenario, JdbcWalks.Latest latest,
			AnswerForm.@Nullable Problem problem) {
		List<Item> items = visit.module().items();
		Item item = new ScenarioItem(scenario.id());
		int index = items.indexOf(item);
		return new ScenarioView(scenario.title(), visit.module().language(), PageView.section(visit.module(), item),
				WalkView.of(Walked.of(scenario, latest.choices()), latest.number(), true), problem, scenario.sources(),
				Contents.path(visit, item), visit.path(""), PageView.previous(visit, items, index),
				PageView.next(visit, items, index));
	}

}
