package com.humantraffickingexperts.sandbox.pages;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.sandbox.ags.Grade;
import com.humantraffickingexperts.sandbox.ags.Gradebook;
import com.humantraffickingexperts.sandbox.ags.LineItem;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * The gradebook: of the whole course for those who teach it, of their own for students.
 */
@Controller
class GradebookController {

	private final Visit visit;

	private final Courses courses;

	private final Gradebook gradebook;

	GradebookController(Visit visit, Courses courses, Gradebook gradebook) {
		this.visit = visit;
		this.courses = courses;
		this.gradebook = gradebook;
	}

	@GetMapping("/courses/{course}/gradebook")
	String gradebook(HttpServletRequest request, @PathVariable("course") String id, Model model) {
		Person person = this.visit.person(request);
		Course course = this.visit.course(person, id);
		List<LineItem> items = this.gradebook.lineItems(course);
		List<Person> students = person.isStudent() ? List.of(person)
				: this.courses.members(course).stream().filter(Person::isStudent).toList();
		model.addAttribute("course", course);
		model.addAttribute("columns", items.stream().map(GradeColumn::of).toList());
		model.addAttribute("rows", students.stream().map((student) -> row(student, items)).toList());
		return "gradebook";
	}

	@PostMapping("/courses/{course}/gradebook/override")
	String override(HttpServletRequest request, @PathVariable("course") String id, @RequestParam("item") int number,
			@RequestParam("student") String username, @RequestParam("grade") double grade) {
		Course course = this.visit.course(this.visit.teacher(request), id);
		LineItem item = this.gradebook.lineItem(course, number).orElseThrow(PageNotFound::new);
		Person student = this.courses.members(course)
			.stream()
			.filter((member) -> member.username().equals(username))
			.findFirst()
			.orElseThrow(PageNotFound::new);
		this.gradebook.override(item, student, grade);
		return "redirect:/courses/" + course.id() + "/gradebook";
	}

	private GradeRow row(Person student, List<LineItem> items) {
		return new GradeRow(student, items.stream().map((item) -> {
			Optional<Grade> grade = this.gradebook.grade(item, student);
			return GradeCell.of(item, grade.orElse(null));
		}).toList());
	}

}
