package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CompletionRule;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PagesViewed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionSaved;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioReached;

/**
 * How far an attempt has come, and what follows from it.
 *
 * @param viewed the ids of the pages that were opened
 * @param tries every try, in the order in which they began
 * @param scenarios the ids of the scenarios that were walked through to an end
 * @param reflections the ids of the reflections that were written
 */
record Progress(Set<String> viewed, List<Try> tries, Set<String> scenarios, Set<String> reflections) {

	static final Progress NONE = new Progress(Set.of(), List.of());

	Progress(Set<String> viewed, List<Try> tries) {
		this(viewed, tries, Set.of(), Set.of());
	}

	List<Try> submitted(String assessment) {
		return this.tries.stream().filter((one) -> !one.open() && one.assessment().equals(assessment)).toList();
	}

	Optional<Try> open(String assessment) {
		return this.tries.stream().filter((one) -> one.open() && one.assessment().equals(assessment)).findFirst();
	}

	boolean passed(String assessment) {
		return submitted(assessment).stream().anyMatch(Try::passed);
	}

	/**
	 * Whether every rule of the module holds.
	 * @param module the module
	 * @return true when it is complete
	 */
	boolean completes(CoursePackage module) {
		return module.completion().stream().allMatch((rule) -> holds(rule, module));
	}

	boolean holds(CompletionRule rule, CoursePackage module) {
		return switch (rule) {
			case PagesViewed pages -> enough(pages.share(), module);
			case AssessmentPassed assessment -> passed(assessment.assessment());
			case ScenarioReached scenario -> this.scenarios.contains(scenario.scenario());
			case ReflectionSaved reflection -> this.reflections.contains(reflection.reflection());
		};
	}

	private boolean enough(BigDecimal share, CoursePackage module) {
		List<String> pages = module.items()
			.stream()
			.filter(PageItem.class::isInstance)
			.map(CoursePackage.Item::id)
			.toList();
		long opened = pages.stream().filter(this.viewed::contains).count();
		return BigDecimal.valueOf(opened).compareTo(share.multiply(BigDecimal.valueOf(pages.size()))) >= 0;
	}

	/**
	 * The result that counts for the grade.
	 * @param grading what is reported
	 * @return the percentage, or empty before the first result
	 */
	Optional<BigDecimal> counting(Grading grading) {
		List<BigDecimal> results = submitted(grading.assessment()).stream()
			.map(Try::result)
			.filter(Objects::nonNull)
			.map(Result::percent)
			.toList();
		if (results.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(switch (grading.attempt()) {
			case BEST -> results.stream().max(Comparator.naturalOrder()).orElseThrow();
			case LAST -> results.getLast();
			case FIRST -> results.getFirst();
		});
	}

}
