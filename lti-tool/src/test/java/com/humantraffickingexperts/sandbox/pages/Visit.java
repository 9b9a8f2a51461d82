package com.humantraffickingexperts.sandbox.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * Finds out who visits a page, and what it is about.
 */
@Component
class Visit {

	private final Session session;

	private final Courses courses;

	Visit(Session session, Courses courses) {
		this.session = session;
		this.courses = courses;
	}

	Person person(HttpServletRequest request) {
		Person person = this.session.person(request);
		if (person == null) {
			throw new NobodySignedIn();
		}
		return person;
	}

	Person teacher(HttpServletRequest request) {
		Person person = person(request);
		if (person.isStudent()) {
			throw new PageNotFound();
		}
		return person;
	}

	Person administrator(HttpServletRequest request) {
		Person person = person(request);
		if (!person.isAdministrator()) {
			throw new PageNotFound();
		}
		return person;
	}

	boolean mayEnter(Person person, Course course) {
		return person.isAdministrator() || this.courses.isMember(course, person);
	}

	Course course(Person person, String id) {
		return this.courses.find(id).filter((course) -> mayEnter(person, course)).orElseThrow(PageNotFound::new);
	}

	PlacedLink link(Course course, int number) {
		return this.courses.link(number)
			.filter((link) -> link.courseId().equals(course.id()))
			.orElseThrow(PageNotFound::new);
	}

}
