package com.humantraffickingexperts.sandbox.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.oidc.Launch;
import com.humantraffickingexperts.sandbox.oidc.Launches;
import com.humantraffickingexperts.sandbox.oidc.LoginInitiation;
import com.humantraffickingexperts.sandbox.people.People;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;

/**
 * Begins launches: what the frame of a module's page loads first.
 */
@Controller
class LaunchController {

	private final Visit visit;

	private final Launches launches;

	private final LoginInitiation login;

	private final Registrations registrations;

	private final People people;

	LaunchController(Visit visit, Launches launches, LoginInitiation login, Registrations registrations,
			People people) {
		this.visit = visit;
		this.launches = launches;
		this.login = login;
		this.registrations = registrations;
		this.people = people;
	}

	@GetMapping("/courses/{course}/links/{link}/launch")
	String launch(HttpServletRequest request, HttpServletResponse response, @PathVariable("course") String id,
			@PathVariable("link") int number, @RequestParam(name = "target", defaultValue = "iframe") String target,
			Model model) {
		Person person = this.visit.person(request);
		Course course = this.visit.course(person, id);
		PlacedLink link = this.visit.link(course, number);
		Registration tool = this.registrations.find(link.clientId()).orElseThrow(PageNotFound::new);
		return begin(this.launches.ofLink(tool, person, course, link, target.equals("window") ? target : "iframe"),
				response, model);
	}

	@GetMapping("/courses/{course}/choose")
	String choose(HttpServletRequest request, HttpServletResponse response, @PathVariable("course") String id,
			@RequestParam("tool") String clientId, Model model) {
		Person person = this.visit.teacher(request);
		Course course = this.visit.course(person, id);
		Registration tool = this.registrations.find(clientId).orElseThrow(PageNotFound::new);
		return begin(this.launches.ofChoosing(tool, person, course), response, model);
	}

	@GetMapping("/courses/{course}/links/{link}/review")
	String review(HttpServletRequest request, HttpServletResponse response, @PathVariable("course") String id,
			@PathVariable("link") int number, @RequestParam("student") String username, Model model) {
		Person person = this.visit.teacher(request);
		Course course = this.visit.course(person, id);
		PlacedLink link = this.visit.link(course, number);
		Person student = this.people.byUsername(username).orElseThrow(PageNotFound::new);
		return begin(this.launches.ofReview(this.registrations.find(link.clientId()).orElseThrow(PageNotFound::new),
				person, course, link, student), response, model);
	}

	private String begin(Launch launch, HttpServletResponse response, Model model) {
		response.setHeader("Cache-Control", "no-store");
		if (this.login.isRedirect()) {
			response.setHeader("Location", this.login.asRedirect(launch));
			response.setStatus(302);
			return "refused";
		}
		model.addAttribute("action", launch.registration().loginUri());
		model.addAttribute("fields", this.login.parameters(launch));
		return "form-post";
	}

}
