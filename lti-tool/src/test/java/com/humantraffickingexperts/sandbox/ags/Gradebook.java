package com.humantraffickingexperts.sandbox.ags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.state.StateFile;

/**
 * The columns and grades of all courses.
 */
@Component
public class Gradebook {

	private static final String SECTION = "gradebook";

	private final StateFile state;

	private final SandboxClock clock;

	private final CurrentManners manners;

	private final List<LineItem> items = new ArrayList<>();

	private final List<Grade> grades = new ArrayList<>();

	Gradebook(StateFile state, SandboxClock clock, CurrentManners manners, Courses courses) {
		this.state = state;
		this.clock = clock;
		this.manners = manners;
		Kept kept = state.read(SECTION, Kept.class).orElse(null);
		if (kept == null) {
			courses.links((link) -> true)
				.forEach((link) -> this.items.add(LineItem.ofLink(link.number(), link.courseId(), link.clientId(),
						link.title(), 100, link.number())));
		}
		else {
			this.items.addAll(kept.items());
			this.grades.addAll(kept.grades());
		}
	}

	public List<LineItem> lineItems(Course course) {
		return lineItems((item) -> item.courseId().equals(course.id()));
	}

	public synchronized List<LineItem> lineItems(Predicate<LineItem> which) {
		return this.items.stream().filter(which).toList();
	}

	public Optional<LineItem> lineItem(Course course, int number) {
		return lineItems(course).stream().filter((item) -> item.number() == number).findFirst();
	}

	/**
	 * The column that launches of a link name. On Moodle, a link with two columns names
	 * none.
	 * @param link the link
	 * @return its column, if it has one
	 */
	public Optional<LineItem> ofLink(PlacedLink link) {
		List<LineItem> ofLink = lineItems((item) -> Objects.equals(item.linkNumber(), link.number()));
		boolean ambiguous = ofLink.size() > 1
				&& (this.manners.are(Manners.MOODLE) || ofLink.stream().noneMatch(LineItem::coupled));
		return ambiguous ? Optional.empty()
				: ofLink.stream().filter(LineItem::coupled).findFirst().or(() -> ofLink.stream().findFirst());
	}

	/**
	 * Adds a column.
	 * @param fresh makes it from the number it gets
	 * @return the column
	 */
	public synchronized LineItem add(IntFunction<LineItem> fresh) {
		int number = this.items.stream().mapToInt(LineItem::number).max().orElse(0) + 1;
		LineItem item = fresh.apply(number);
		this.items.add(item);
		keep();
		return item;
	}

	/**
	 * Replaces a column. When its maximum changes, Moodle's grades follow, and their
	 * times become now.
	 * @param item the changed column
	 */
	public synchronized void replace(LineItem item) {
		LineItem old = this.items.stream().filter((each) -> each.number() == item.number()).findFirst().orElseThrow();
		this.items.replaceAll((each) -> (each.number() == item.number()) ? item : each);
		if (old.scoreMaximum() != item.scoreMaximum() && this.manners.are(Manners.MOODLE)) {
			Instant now = this.clock.instant();
			this.grades.replaceAll((grade) -> (grade.lineItem() == item.number())
					? grade.onScaleOf(item.scoreMaximum(), old.scoreMaximum(), now) : grade);
		}
		keep();
	}

	public synchronized void remove(LineItem item) {
		this.items.removeIf((each) -> each.number() == item.number());
		this.grades.removeIf((grade) -> grade.lineItem() == item.number());
		keep();
	}

	public synchronized Optional<Grade> grade(LineItem item, Person person) {
		return this.grades.stream()
			.filter((grade) -> grade.lineItem() == item.number() && grade.person() == person.number())
			.findFirst();
	}

	public synchronized List<Grade> grades(LineItem item) {
		return this.grades.stream().filter((grade) -> grade.lineItem() == item.number()).toList();
	}

	public synchronized void put(Grade grade) {
		this.grades.removeIf((each) -> each.lineItem() == grade.lineItem() && each.person() == grade.person());
		this.grades.add(grade);
		keep();
	}

	public synchronized void clear(LineItem item, Person person) {
		this.grades.removeIf((grade) -> grade.lineItem() == item.number() && grade.person() == person.number());
		keep();
	}

	/**
	 * Lets a teacher replace a grade.
	 * @param item the column
	 * @param person the student
	 * @param result the grade, on the column's scale
	 */
	public void override(LineItem item, Person person, double result) {
		Instant now = this.clock.instant();
		put(new Grade(item.number(), person.number(), null, null, result, null, "Completed", "FullyGraded", now, now, 0,
				false, true));
	}

	private void keep() {
		this.state.write(SECTION, new Kept(this.items, this.grades));
	}

	record Kept(List<LineItem> items, List<Grade> grades) {
	}

}
