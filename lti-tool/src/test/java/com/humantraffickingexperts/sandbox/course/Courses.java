package com.humantraffickingexperts.sandbox.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxSettings;
import com.humantraffickingexperts.sandbox.people.People;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registrations;
import com.humantraffickingexperts.sandbox.state.StateFile;

/**
 * The college's courses, who is in them, and what is placed in them.
 */
@Component
public class Courses {

	/** The course in which one module is placed from the start. */
	public static final Course FIRST = new Course("safeguarding", 2, "SAF-101", "Safeguarding in practice, autumn");

	/** A course with nothing in it, and half of the students. */
	public static final Course SECOND = new Course("front-line", 3, "POL-204", "Front-line response");

	private static final String SECTION = "links";

	/** The number of a link that was removed is never given to another. */
	private int newest;

	private final People people;

	private final StateFile state;

	private final List<PlacedLink> links = new ArrayList<>();

	public Courses(People people, StateFile state, SandboxSettings settings) {
		this.people = people;
		this.state = state;
		this.links.addAll(state.read(SECTION, PlacedLink[].class)
			.map(List::of)
			.orElseGet(() -> List.of(PlacedLink.of(1, FIRST.id(), Registrations.PRECONFIGURED,
					"The National Referral Mechanism", settings.toolBaseUrl() + "/modules/national-referral-mechanism",
					Map.of("module", "national-referral-mechanism")))));
	}

	public List<Course> all() {
		return List.of(FIRST, SECOND);
	}

	public Optional<Course> find(String id) {
		return all().stream().filter((course) -> course.id().equals(id)).findFirst();
	}

	/**
	 * Who is enrolled. The administrator is enrolled nowhere.
	 * @param course the course
	 * @return its instructors and students, in the order of their numbers
	 */
	public List<Person> members(Course course) {
		return this.people.everybody().stream().filter((person) -> isMember(course, person)).toList();
	}

	public boolean isMember(Course course, Person person) {
		return !person.isAdministrator() && (course.equals(FIRST) || person.number() % 2 == 1);
	}

	public synchronized List<PlacedLink> links(Course course) {
		return links((link) -> link.courseId().equals(course.id()));
	}

	public synchronized List<PlacedLink> links(Predicate<PlacedLink> which) {
		return this.links.stream().filter(which).toList();
	}

	public synchronized Optional<PlacedLink> link(int number) {
		return this.links.stream().filter((link) -> link.number() == number).findFirst();
	}

	/**
	 * Places a new link.
	 * @param fresh makes the link from the number it gets
	 * @return the placed link
	 */
	public synchronized PlacedLink place(IntFunction<PlacedLink> fresh) {
		this.newest = Math.max(this.newest, this.links.stream().mapToInt(PlacedLink::number).max().orElse(0)) + 1;
		PlacedLink link = fresh.apply(this.newest);
		this.links.add(link);
		keep();
		return link;
	}

	public synchronized void remove(PlacedLink link) {
		this.links.remove(link);
		keep();
	}

	public void openInNewWindow(PlacedLink link, boolean newWindow) {
		replace((each) -> (each.number() == link.number()) ? each.inNewWindow(newWindow) : each);
	}

	/**
	 * Lets links follow a tool that has moved.
	 * @param clientId the tool's registration
	 * @param from the beginning of its old addresses
	 * @param to the beginning of its new ones
	 */
	public void moved(String clientId, String from, String to) {
		replace((link) -> {
			String url = link.url();
			return (url != null && link.clientId().equals(clientId) && url.startsWith(from))
					? link.leadingTo(to + url.substring(from.length())) : link;
		});
	}

	private synchronized void replace(UnaryOperator<PlacedLink> change) {
		this.links.replaceAll(change);
		keep();
	}

	private void keep() {
		this.state.write(SECTION, this.links);
	}

}
