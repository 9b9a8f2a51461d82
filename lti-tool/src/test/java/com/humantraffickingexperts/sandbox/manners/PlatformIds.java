package com.humantraffickingexperts.sandbox.manners;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.people.People;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * How each platform names people, courses and links. The same person has another
 * identifier under other manners, as they would on another platform.
 */
@Component
public class PlatformIds {

	private static final String BRIGHTSPACE_TENANT = "c0c0c0c0-aaaa-4bbb-8ccc-ddddeeeeffff";

	private final CurrentManners manners;

	private final PlatformAddress address;

	private final People people;

	private final Courses courses;

	public PlatformIds(CurrentManners manners, PlatformAddress address, People people, Courses courses) {
		this.manners = manners;
		this.address = address;
		this.people = people;
		this.courses = courses;
	}

	/**
	 * The {@code sub} of launches, which is the {@code userId} of services.
	 * @param person the person
	 * @return their identifier
	 */
	public String subject(Person person) {
		return switch (this.manners.get()) {
			case GENERIC, CANVAS -> person.uuid().toString();
			case MOODLE -> Integer.toString(person.number());
			case BLACKBOARD -> hex(person.uuid().toString());
			case BRIGHTSPACE -> BRIGHTSPACE_TENANT + "_" + (300 + person.number());
			case SAKAI -> this.address.of("/user/" + person.uuid());
		};
	}

	public Optional<Person> person(String subject) {
		boolean bareIdAllowed = this.manners.are(Manners.SAKAI);
		return this.people.everybody()
			.stream()
			.filter((person) -> subject.equals(subject(person))
					|| (bareIdAllowed && subject.equals(person.uuid().toString())))
			.findFirst();
	}

	public String context(Course course) {
		return switch (this.manners.get()) {
			case GENERIC, SAKAI -> course.uuid().toString();
			case MOODLE -> Integer.toString(course.number());
			case CANVAS -> (hex(course.uuid().toString()) + "00000000").substring(0, 40);
			case BLACKBOARD -> hex(course.uuid().toString());
			case BRIGHTSPACE -> Integer.toString(6600 + course.number());
		};
	}

	public String resourceLink(PlacedLink link) {
		return switch (this.manners.get()) {
			case GENERIC, CANVAS -> link.uuid().toString();
			case MOODLE -> Integer.toString(link.number());
			case BLACKBOARD -> "_" + (40 + link.number()) + "_1";
			case BRIGHTSPACE -> "college-" + (21000 + link.number()) + "_"
					+ this.courses.find(link.courseId()).map(this::context).orElse("0");
			case SAKAI -> "content:" + link.number();
		};
	}

	public Optional<PlacedLink> link(Course course, String resourceLinkId) {
		return this.courses.links(course)
			.stream()
			.filter((link) -> resourceLinkId.equals(resourceLink(link)))
			.findFirst();
	}

	/**
	 * The identifier that stands for a course in service addresses, which on some
	 * platforms is not that of its context.
	 * @param course the course
	 * @return the part of the path
	 */
	public String inAddresses(Course course) {
		return switch (this.manners.get()) {
			case GENERIC -> course.id();
			case MOODLE, CANVAS -> Integer.toString(course.number());
			case BLACKBOARD -> "_" + course.number() + "_1";
			case BRIGHTSPACE, SAKAI -> context(course);
		};
	}

	/**
	 * Finds the course of a service address. Addresses handed out under other manners go
	 * on leading to the same course.
	 * @param inAddress the part of the path
	 * @return the course, if there is one
	 */
	public Optional<Course> course(String inAddress) {
		return this.courses.all().stream().filter((course) -> {
			String number = Integer.toString(course.number());
			return inAddress.equals(course.id()) || inAddress.equals(number) || inAddress.equals("_" + number + "_1")
					|| inAddress.equals(course.uuid().toString())
					|| inAddress.equals(Integer.toString(6600 + course.number()));
		}).findFirst();
	}

	private static String hex(String uuid) {
		return uuid.replace("-", "");
	}

}
