package com.humantraffickingexperts.sandbox.pages;

import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;

/**
 * A course, and the page of each module in it, with the tool in a frame.
 */
@Controller
class CourseController {

	private final Visit visit;

	private final Courses courses;

	private final Registrations registrations;

	private final CurrentManners manners;

	CourseController(Visit visit, Courses courses, Registrations registrations, CurrentManners manners) {
		this.visit = visit;
		this.courses = courses;
		this.registrations = registrations;
		this.manners = manners;
	}

	@GetMapping("/courses/{course}")
	String course(HttpServletRequest request, @PathVariable("course") String id, Model model,
			@RequestParam(name = "lti_msg", required = false) @Nullable String message,
			@RequestParam(name = "lti_errormsg", required = false) @Nullable String error) {
		Person person = this.visit.person(request);
		Course course = this.visit.course(person, id);
		model.addAttribute("course", course);
		model.addAttribute("links", this.courses.links(course));
		model.addAttribute("tools", this.registrations.all().stream().filter(Registration::active).toList());
		model.addAttribute("message", Objects.requireNonNullElse(message, ""));
		model.addAttribute("error", Objects.requireNonNullElse(error, ""));
		return "course";
	}

	@GetMapping("/courses/{course}/links/{link}")
	String link(HttpServletRequest request, @PathVariable("course") String id, @PathVariable("link") int number,
			Model model) {
		Person person = this.visit.person(request);
		Course course = this.visit.course(person, id);
		PlacedLink link = this.visit.link(course, number);
		model.addAttribute("course", course);
		model.addAttribute("link", link);
		frame(model, this.registrations.find(link.clientId()).orElseThrow(PageNotFound::new), link.title(),
				"/courses/" + course.id() + "/links/" + number + "/launch?target=iframe");
		return "link";
	}

	@PostMapping("/courses/{course}/links/{link}/window")
	String openInNewWindow(HttpServletRequest request, @PathVariable("course") String id,
			@PathVariable("link") int number, @RequestParam(name = "on", defaultValue = "false") boolean on) {
		Course course = this.visit.course(this.visit.teacher(request), id);
		this.courses.openInNewWindow(this.visit.link(course, number), on);
		return "redirect:/courses/" + course.id() + "/links/" + number;
	}

	@PostMapping("/courses/{course}/links/{link}/remove")
	String remove(HttpServletRequest request, @PathVariable("course") String id, @PathVariable("link") int number) {
		Course course = this.visit.course(this.visit.teacher(request), id);
		this.courses.remove(this.visit.link(course, number));
		return "redirect:/courses/" + course.id();
	}

	@GetMapping("/courses/{course}/links/{link}/returned")
	String returned(HttpServletRequest request, @PathVariable("course") String id, @PathVariable("link") int number,
			@RequestParam Map<String, String> said, Model model) {
		Course course = this.visit.course(this.visit.person(request), id);
		model.addAttribute("course", course);
		model.addAttribute("link", this.visit.link(course, number));
		model.addAttribute("message", said.getOrDefault("lti_msg", ""));
		model.addAttribute("error", said.getOrDefault("lti_errormsg", ""));
		return "returned";
	}

	@GetMapping("/courses/{course}/add")
	String add(HttpServletRequest request, @PathVariable("course") String id, @RequestParam("tool") String clientId,
			Model model) {
		Course course = this.visit.course(this.visit.teacher(request), id);
		Registration tool = this.registrations.find(clientId).orElseThrow(PageNotFound::new);
		model.addAttribute("course", course);
		frame(model, tool, "Choose modules from " + tool.name(),
				"/courses/" + course.id() + "/choose?tool=" + clientId);
		return "add";
	}

	private void frame(Model model, Registration tool, String title, String source) {
		boolean storage = this.manners.platformStorage();
		model.addAttribute("frameTitle", title);
		model.addAttribute("frameSource", source);
		model.addAttribute("toolOrigin", tool.origin());
		model.addAttribute("storage", storage);
		model.addAttribute("mannersName", this.manners.get().name());
		model.addAttribute("storageFrame", storage ? this.manners.get().storageFrame() : "_parent");
	}

	@GetMapping("/storage-frame")
	String storageFrame(@RequestParam("origin") String origin, Model model) {
		model.addAttribute("toolOrigin", origin);
		model.addAttribute("mannersName", this.manners.get().name());
		model.addAttribute("storageFrame", this.manners.get().storageFrame());
		return "storage-frame";
	}

}
