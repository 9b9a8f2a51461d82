package com.humantraffickingexperts.lti.learning;

import java.util.List;

import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;

/** Where a learner goes on. */
final class Resume {

	private Resume() {
	}

	static String path(Visit visit, Attempt attempt) {
		List<Item> items = visit.module().items();
		return items.stream()
			.filter((item) -> key(item).equals(attempt.lastItem()))
			.findFirst()
			.or(() -> items.stream().findFirst())
			.map((item) -> Contents.path(visit, item))
			.orElseGet(() -> visit.path("/end"));
	}

	static String key(Item item) {
		return switch (item) {
			case PageItem page -> "page:" + page.id();
			case AssessmentItem check -> "check:" + check.id();
			case ScenarioItem scenario -> "scenario:" + scenario.id();
			case ReflectionItem reflection -> "reflection:" + reflection.id();
		};
	}

}
