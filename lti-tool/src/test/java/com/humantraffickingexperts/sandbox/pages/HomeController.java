package com.humantraffickingexperts.sandbox.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.people.People;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * Choosing who to be, and the courses that person has.
 */
@Controller
class HomeController {

	private final People people;

	private final Courses courses;

	private final Session session;

	private final Visit visit;

	HomeController(People people, Courses courses, Session session, Visit visit) {
		this.people = people;
		this.courses = courses;
		this.session = session;
		this.visit = visit;
	}

	@GetMapping("/")
	String home(Model model) {
		model.addAttribute("instructors", this.people.instructors());
		model.addAttribute("students", this.people.students());
		model.addAttribute("administrator", this.people.administrator());
		return "home";
	}

	@PostMapping("/sign-in")
	String signIn(@RequestParam("username") String username, HttpServletResponse response) {
		Person person = this.people.byUsername(username).orElseThrow(PageNotFound::new);
		this.session.become(person, response);
		return "redirect:/courses";
	}

	@PostMapping("/sign-out")
	String signOut(HttpServletResponse response) {
		this.session.end(response);
		return "redirect:/";
	}

	@GetMapping("/courses")
	String courses(HttpServletRequest request, Model model) {
		Person person = this.visit.person(request);
		model.addAttribute("courses",
				this.courses.all().stream().filter((course) -> this.visit.mayEnter(person, course)).toList());
		return "courses";
	}

}
