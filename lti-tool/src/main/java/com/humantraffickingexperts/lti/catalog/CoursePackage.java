package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One course package: a module as people see it, read from its folder, checked and
 * rendered. Immutable.
 *
 * @param id the module's id, used in addresses and in the custom parameter {@code module}
 * @param version the version, as in semantic versioning
 * @param status how far the review has come
 * @param title the title
 * @param summary what it is about, plain text
 * @param audience for whom it is written
 * @param level how deep it goes
 * @param learningMinutes an estimate of the time it takes
 * @param language the language of the content, a language tag
 * @param jurisdictions whose law it states
 * @param lawStatedAsAt the day up to which the law was seen
 * @param lastReviewed the day of the last review; null when nobody has reviewed it yet
 * @param objectives what a learner is able to do afterwards
 * @param contentNotices what may distress, shown before the first page
 * @param helplines the support panel that fits this module
 * @param sections the parts of the module, in order
 * @param pages every page, by id
 * @param assessments every assessment, by id
 * @param questions every active question, by id
 * @param scenarios every scenario, by id
 * @param reflections every reflection that has a place in the module, by id
 * @param completion what must hold for the module to be complete
 * @param grading what is reported as the grade; null when the module is not graded
 * @param upkeep what becomes of it once people have begun
 */
public record CoursePackage(String id, String version, Status status, String title, String summary,
		List<String> audience, String level, int learningMinutes, String language, List<String> jurisdictions,
		LocalDate lawStatedAsAt, @Nullable LocalDate lastReviewed, List<Objective> objectives,
		List<ContentNotice> contentNotices, List<Helpline> helplines, List<Section> sections, Map<String, Page> pages,
		Map<String, Assessment> assessments, Map<String, Question> questions, Map<String, Scenario> scenarios,
		Map<String, Reflection> reflections, List<CompletionRule> completion, @Nullable Grading grading,
		Upkeep upkeep) {

	/** Releases from before there was any upkeep have none. */
	public CoursePackage {
		upkeep = (upkeep != null) ? upkeep : Upkeep.NONE;
	}

	/**
	 * The page with an id.
	 * @param pageId the page's id
	 * @return the page, or empty when the module has none of that id
	 */
	public Optional<Page> page(String pageId) {
		return Optional.ofNullable(this.pages.get(pageId));
	}

	/**
	 * The assessment with an id.
	 * @param assessmentId the assessment's id
	 * @return the assessment, or empty when the module has none of that id
	 */
	public Optional<Assessment> assessment(String assessmentId) {
		return Optional.ofNullable(this.assessments.get(assessmentId));
	}

	/**
	 * Whether the module may be placed and opened.
	 * @return false once it is withdrawn
	 */
	public boolean offered() {
		return this.status != Status.WITHDRAWN;
	}

	/**
	 * Everything a learner goes through, in order.
	 * @return the items of all sections
	 */
	public List<Item> items() {
		return this.sections.stream().flatMap((section) -> section.items().stream()).toList();
	}

	/** How far the review of a package has come. */
	public enum Status {

		/** Being written. */
		DRAFT,
		/** With its reviewers. */
		IN_REVIEW,
		/** Approved by a named legal reviewer. */
		APPROVED,
		/** No longer offered. */
		WITHDRAWN

	}

	/**
	 * What a learner is able to do afterwards.
	 *
	 * @param id its id
	 * @param text the words for people
	 */
	public record Objective(String id, String text) {
	}

	/**
	 * What may distress.
	 *
	 * @param code the kind
	 * @param note the words for people, or null
	 */
	public record ContentNotice(String code, @Nullable String note) {
	}

	/**
	 * One line of the support panel.
	 *
	 * @param name who answers
	 * @param contact the number or address
	 * @param note when and for whom, or null
	 */
	public record Helpline(String name, String contact, @Nullable String note) {
	}

	/**
	 * A part of the module.
	 *
	 * @param id its id
	 * @param title its title
	 * @param items what it holds, in order
	 */
	public record Section(String id, String title, List<Item> items) {
	}

	/** Something a learner goes through. */
	public sealed interface Item {

		/**
		 * The id of the page, assessment, scenario or reflection.
		 * @return the id, unique among items of its kind
		 */
		String id();

	}

	/**
	 * A page to read.
	 *
	 * @param id the page's id
	 */
	public record PageItem(String id) implements Item {
	}

	/**
	 * An assessment to take.
	 *
	 * @param id the assessment's id
	 */
	public record AssessmentItem(String id) implements Item {
	}

	/**
	 * A scenario to walk through.
	 *
	 * @param id the scenario's id
	 */
	public record ScenarioItem(String id) implements Item {
	}

	/**
	 * Something to think over and write down.
	 *
	 * @param id the reflection's id
	 */
	public record ReflectionItem(String id) implements Item {
	}

	/**
	 * Something to think over. What a learner writes is private and never marked.
	 *
	 * @param id its id
	 * @param prompt what is asked, rendered and sanitised
	 * @param minimumWords how many words are asked for; 0 when any number will do
	 * @param modelAnswer what others might write, rendered; shown after saving; or null
	 * @param sources what it relies on
	 */
	public record Reflection(String id, String prompt, int minimumWords, @Nullable String modelAnswer,
			List<Source> sources) {
	}

	/**
	 * A page of text.
	 *
	 * @param id its id
	 * @param title its title
	 * @param html the text: rendered, sanitised, safe to show as it is
	 * @param minutes an estimate of the time it takes
	 * @param sources what it relies on
	 * @param objectives the ids of the objectives that it serves
	 * @param notices what may distress on it
	 * @param instead the id of a page that teaches the same and does not distress; null
	 * when there is none
	 * @param progressKey changes when whoever read the page has to read it again; null
	 * when that never happened
	 */
	public record Page(String id, String title, String html, int minutes, List<Source> sources, List<String> objectives,
			List<ContentNotice> notices, @Nullable String instead, @Nullable String progressKey) {

		/** Releases from before there were objectives and notices have none. */
		public Page {
			objectives = (objectives != null) ? objectives : List.of();
			notices = (notices != null) ? notices : List.of();
		}

	}

	/**
	 * What a text relies on.
	 *
	 * @param id its id
	 * @param citation the citation
	 * @param url where it can be read, or null
	 */
	public record Source(String id, String citation, @Nullable String url) {
	}

	/**
	 * A set of questions that is taken together.
	 *
	 * @param id its id
	 * @param graded whether it counts; a practice never does
	 * @param title its title
	 * @param introduction a text to show before it, or null
	 * @param passMark the percentage needed to pass
	 * @param draws which questions are drawn
	 * @param shuffleQuestions whether their order varies
	 * @param cooldownMinutes how long a learner waits after failing
	 * @param maximumAttempts how often it may be taken, or null for any number
	 * @param timeLimitMinutes how long a try may take, or null for any time
	 * @param showFeedback when feedback on the answers is shown
	 * @param showCorrect when the right answers are shown
	 */
	public record Assessment(String id, boolean graded, String title, @Nullable String introduction,
			BigDecimal passMark, List<Draw> draws, boolean shuffleQuestions, int cooldownMinutes,
			@Nullable Integer maximumAttempts, @Nullable Integer timeLimitMinutes, Disclosure showFeedback,
			Disclosure showCorrect) {
	}

	/**
	 * Some questions out of a pool.
	 *
	 * @param pool the ids of the questions to draw from
	 * @param count how many are drawn
	 */
	public record Draw(List<String> pool, int count) {
	}

	/** When something about the answers is shown. */
	public enum Disclosure {

		/** At no time. */
		NEVER,
		/** After each answer. */
		IMMEDIATE,
		/** Once the whole assessment is submitted. */
		AFTER_SUBMIT,
		/** Once it is passed. */
		AFTER_PASS

	}

	/** What must hold for a module to be complete. */
	public sealed interface CompletionRule {

	}

	/**
	 * A share of the pages was opened.
	 *
	 * @param share above 0, up to 1
	 */
	public record PagesViewed(BigDecimal share) implements CompletionRule {
	}

	/**
	 * An assessment was passed.
	 *
	 * @param assessment its id
	 */
	public record AssessmentPassed(String assessment) implements CompletionRule {
	}

	/**
	 * A scenario was walked through to an end.
	 *
	 * @param scenario its id
	 */
	public record ScenarioReached(String scenario) implements CompletionRule {
	}

	/**
	 * A reflection was written.
	 *
	 * @param reflection its id
	 */
	public record ReflectionSaved(String reflection) implements CompletionRule {
	}

	/**
	 * What is reported as the grade.
	 *
	 * @param assessment the assessment whose result counts
	 * @param attempt which attempt at it counts
	 * @param scoreMaximum the maximum that the gradebook shows
	 */
	public record Grading(String assessment, CountingAttempt attempt, int scoreMaximum) {
	}

	/** Which attempt at an assessment counts. */
	public enum CountingAttempt {

		/** The best one. */
		BEST,
		/** The last one. */
		LAST,
		/** The first one. */
		FIRST

	}

}
