package com.humantraffickingexperts.sandbox.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * The <a href="https://www.imsglobal.org/spec/lti/v1p3/#role-vocabularies">roles</a> each
 * platform sends.
 */
public final class Roles {

	private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

	private static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";

	private static final String SYSTEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";

	private Roles() {
	}

	/**
	 * The roles in a launch.
	 * @param person who launches
	 * @param manners the platform's manners
	 * @return role URIs
	 */
	public static List<String> inLaunch(Person person, Manners manners) {
		List<String> roles = new ArrayList<>(inCourse(person));
		switch (person.kind()) {
			case ADMINISTRATOR -> roles.addAll(administrator(manners));
			case INSTRUCTOR ->
				roles.addAll(institution(manners, (manners == Manners.BLACKBOARD) ? "Faculty" : "Instructor"));
			case STUDENT -> roles.addAll(institution(manners, "Student"));
		}
		if (manners == Manners.CANVAS) {
			roles.add(SYSTEM + "User");
			return roles.stream().distinct().sorted().toList();
		}
		return List.copyOf(roles);
	}

	/**
	 * The roles of a member in a course.
	 * @param person the member
	 * @return URIs from the context vocabulary
	 */
	public static List<String> inCourse(Person person) {
		return switch (person.kind()) {
			case STUDENT -> List.of(MEMBERSHIP + "Learner");
			case INSTRUCTOR -> List.of(MEMBERSHIP + "Instructor");
			case ADMINISTRATOR -> List.of();
		};
	}

	/**
	 * The roles of a member in the roster.
	 * @param person the member
	 * @param manners the platform's manners
	 * @return roles in the form this platform gives them there
	 */
	public static List<String> inRoster(Person person, Manners manners) {
		String shortName = person.isStudent() ? "Learner" : "Instructor";
		return switch (manners) {
			case MOODLE -> List.of(shortName);
			case SAKAI -> Stream.concat(Stream.of(shortName), inCourse(person).stream()).toList();
			case BLACKBOARD -> inLaunch(person, manners);
			case GENERIC, CANVAS, BRIGHTSPACE -> inCourse(person);
		};
	}

	private static List<String> administrator(Manners manners) {
		return switch (manners) {
			case CANVAS -> List.of(INSTITUTION + "Administrator");
			case BLACKBOARD -> List.of(MEMBERSHIP + "Instructor", MEMBERSHIP + "Administrator",
					SYSTEM + "Administrator", INSTITUTION + "Staff");
			case BRIGHTSPACE -> List.of(MEMBERSHIP + "Learner", MEMBERSHIP + "Instructor", MEMBERSHIP + "Member",
					MEMBERSHIP + "Mentor", INSTITUTION + "Administrator");
			case MOODLE, SAKAI ->
				List.of(INSTITUTION + "Administrator", SYSTEM + "Administrator", MEMBERSHIP + "Instructor");
			case GENERIC -> List.of(INSTITUTION + "Administrator", SYSTEM + "Administrator");
		};
	}

	private static List<String> institution(Manners manners, String name) {
		return (manners == Manners.MOODLE || manners == Manners.SAKAI) ? List.of() : List.of(INSTITUTION + name);
	}

}
