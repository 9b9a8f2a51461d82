package com.humantraffickingexperts.lti.classes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassProgress.Activity;
import com.humantraffickingexperts.lti.roster.CourseGroup;
import com.humantraffickingexperts.lti.roster.RosterProblem;
import com.humantraffickingexperts.lti.roster.RosterStatus;

/**
 * The page of a class.
 *
 * @param path the page's path
 * @param title the module's title
 * @param language the language of the module
 * @param course the course's title, or null
 * @param graded whether there are results at all
 * @param acts whether the person may change something
 * @param summary the class in numbers
 * @param plot completion over time; null when nobody has completed the module
 * @param list how old the list of members is
 * @param query what is shown
 * @param shows what may be shown alone
 * @param groups the groups that may be shown alone, set by set; empty where none are
 * known
 * @param columns the columns with their links
 * @param rows the learners of this page
 * @param found how many there are on all pages
 * @param pages how many pages there are
 * @param resend whether grades can be sent again
 */
record ClassView(String path, String title, String language, @Nullable String course, boolean graded, boolean acts,
		Summary summary, @Nullable CompletionPlot plot, ListState list, ClassQuery query, List<String> shows,
		List<GroupSet> groups, List<Column> columns, List<Row> rows, int found, int pages, boolean resend) {

	static ClassView of(CurrentLaunch launch, Activity activity, List<Learner> learners, RosterStatus status,
			ClassQuery query, Instant now, Locale locale) {
		ClassQuery asked = query.within(status.groups());
		List<Learner> found = asked.of(learners, locale);
		int pages = Math.max(1, Math.ceilDiv(found.size(), ClassQuery.ON_A_PAGE));
		ClassQuery shown = asked.upTo(pages);
		String path = launch.path("/class");
		List<Row> rows = found.stream()
			.skip((long) (shown.page() - 1) * ClassQuery.ON_A_PAGE)
			.limit(ClassQuery.ON_A_PAGE)
			.map((learner) -> Row.of(learner, path))
			.toList();
		Summary summary = Summary.of(learners);
		return new ClassView(path, activity.title(), activity.language(),
				(launch.context() == null) ? null : launch.context().title(), activity.graded(),
				launch.standing() == Standing.INSTRUCTOR, summary, CompletionPlot.of(learners, now),
				ListState.of(launch, status), shown, ClassQuery.shows(), GroupSet.of(status.groups()),
				columns(shown, path, activity.graded()), rows, found.size(), pages, summary.undelivered() > 0);
	}

	private static List<Column> columns(ClassQuery query, String path, boolean graded) {
		return Arrays.stream(ClassQuery.Sort.values())
			.filter((sort) -> graded || (sort != ClassQuery.Sort.RESULT && sort != ClassQuery.Sort.TRIES
					&& sort != ClassQuery.Sort.GRADE))
			.map((sort) -> new Column(sort.word(), path + query.sortedBy(sort),
					(sort != query.sort()) ? null : (query.down() ? "descending" : "ascending")))
			.toList();
	}

	/** The page before this one. */
	public @Nullable String previous() {
		return (this.query.page() > 1) ? this.path + this.query.onPage(this.query.page() - 1) : null;
	}

	/** The page after this one. */
	public @Nullable String next() {
		return (this.query.page() < this.pages) ? this.path + this.query.onPage(this.query.page() + 1) : null;
	}

	/** The number of the first learner on this page. */
	public int first() {
		return (this.query.page() - 1) * ClassQuery.ON_A_PAGE + 1;
	}

	/** The number of the last learner on this page. */
	public int last() {
		return first() + this.rows.size() - 1;
	}

	/** The same learners as a file. */
	public String export() {
		return this.path + "/export.csv" + this.query.onPage(1);
	}

	/**
	 * Groups that belong together.
	 *
	 * @param name the name of the set, or null
	 * @param groups the groups
	 */
	record GroupSet(@Nullable String name, List<CourseGroup> groups) {

		static List<GroupSet> of(List<CourseGroup> groups) {
			Map<String, List<CourseGroup>> sets = new TreeMap<>();
			groups.forEach((group) -> sets
				.computeIfAbsent(Objects.requireNonNullElse(group.set(), ""), (name) -> new ArrayList<>())
				.add(group));
			return sets.entrySet()
				.stream()
				.map((set) -> new GroupSet(set.getKey().isEmpty() ? null : set.getKey(), set.getValue()))
				.toList();
		}

	}

	/**
	 * A column.
	 *
	 * @param word by what it sorts
	 * @param path where it is sorted by that
	 * @param order how it is sorted now; null when it is not
	 */
	record Column(String word, String path, @Nullable String order) {
	}

	/**
	 * A class in numbers.
	 *
	 * @param learners how many there are
	 * @param completed how many have completed the module
	 * @param begun how many have begun and not completed it
	 * @param notBegun how many have not begun
	 * @param undelivered how many grades have not arrived
	 * @param average the average of the results that count; null without any
	 */
	record Summary(int learners, int completed, int begun, int notBegun, int undelivered, @Nullable String average) {

		static Summary of(List<Learner> learners) {
			int completed = (int) learners.stream().filter((one) -> one.completedAt() != null).count();
			int notBegun = (int) learners.stream().filter((one) -> one.begun() == null).count();
			List<BigDecimal> results = learners.stream().map(Learner::percent).filter(Objects::nonNull).toList();
			String average = results.isEmpty() ? null
					: words(results.stream()
						.reduce(BigDecimal.ZERO, BigDecimal::add)
						.divide(BigDecimal.valueOf(results.size()), 0, RoundingMode.HALF_UP));
			return new Summary(learners.size(), completed, learners.size() - completed - notBegun, notBegun,
					(int) learners.stream().filter(ClassQuery::undelivered).count(), average);
		}

	}

	/**
	 * How old the list of members is.
	 *
	 * @param offered whether the platform offers one
	 * @param at when it was last read; null when it never was
	 * @param problem why it could not be read; null when it could
	 */
	record ListState(boolean offered, @Nullable ZonedDateTime at, @Nullable RosterProblem problem) {

		static ListState of(CurrentLaunch launch, RosterStatus status) {
			return new ListState(launch.memberships() != null && launch.context() != null, inUk(status.fetchedAt()),
					status.problem());
		}

	}

	/**
	 * A learner.
	 *
	 * @param name the name; null when the platform does not share it
	 * @param code by what people without a name are told apart
	 * @param path the learner's page
	 * @param here whether the person is in the course
	 * @param status how far the person has come
	 * @param percent the result that counts, or null
	 * @param tries how often the check was handed in
	 * @param time how long the person was at it, or null
	 * @param active when the person last did something, or null
	 * @param grade where the grade is, or null
	 */
	record Row(@Nullable String name, String code, String path, boolean here, LearnerStatus status,
			@Nullable String percent, int tries, @Nullable ActiveTime time, @Nullable ZonedDateTime active,
			@Nullable GradeStatus grade) {

		static Row of(Learner learner, String path) {
			return new Row(learner.user().name(), learner.code(), path + "/learners/" + learner.id(), learner.here(),
					learner.status(), (learner.percent() == null) ? null : words(learner.percent()), learner.tries(),
					ActiveTime.of(learner.active()), inUk(learner.lastActiveAt()), learner.grade());
		}

		/** Without the name. */
		@Override
		public String toString() {
			return "Row[" + this.code + "]";
		}

	}

	static @Nullable ZonedDateTime inUk(@Nullable Instant at) {
		return (at == null) ? null : at.atZone(CompletionPlot.UK);
	}

	static String words(BigDecimal percent) {
		BigDecimal stripped = percent.stripTrailingZeros();
		return ((stripped.scale() < 0) ? stripped.setScale(0) : stripped).toPlainString();
	}

}
