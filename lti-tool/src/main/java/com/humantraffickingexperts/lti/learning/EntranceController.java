package com.humantraffickingexperts.lti.learning;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.TeacherLinks.TeacherLink;
import com.humantraffickingexperts.lti.web.LanguageMenu;

/** Before, beside and after a module: the entrance, the pause and the end. */
@Controller
@RequestMapping("/launches/{launch}/learn")
class EntranceController {

	private final Visits visits;

	private final Player player;

	private final Grades grades;

	private final List<TeacherLinks> teacherLinks;

	EntranceController(Visits visits, Player player, Grades grades, List<TeacherLinks> teacherLinks) {
		this.visits = visits;
		this.player = player;
		this.grades = grades;
		this.teacherLinks = teacherLinks;
	}

	@GetMapping
	ModelAndView entrance(CurrentLaunch launch) {
		if (launch.link() != null && launch.module() == null) {
			return new ModelAndView("learning/no-module").addObject("teaches", launch.standing().seesEveryone())
				.addObject("teacherLinks", teacherLinks(launch))
				.addObject("languages", languages(launch));
		}
		Visit visit = this.visits.of(launch);
		Attempt attempt = this.player.find(visit).orElse(null);
		return LearnerPages
			.page(visit, "entrance", EntranceView.of(visit, attempt, progress(attempt), this.grades.outlook(visit)))
			.addObject("teacherLinks", teacherLinks(launch))
			.addObject("languages", languages(launch));
	}

	private static LanguageMenu languages(CurrentLaunch launch) {
		return new LanguageMenu(launch.path("/language"), "/learn");
	}

	private List<TeacherLink> teacherLinks(CurrentLaunch launch) {
		return !launch.standing().seesEveryone() ? List.of()
				: this.teacherLinks.stream().flatMap((links) -> links.of(launch).stream()).toList();
	}

	@PostMapping
	ModelAndView start(CurrentLaunch launch) {
		Visit visit = this.visits.of(launch);
		return LearnerPages.seeOther(Resume.path(visit, this.player.begin(visit)));
	}

	@GetMapping("/pause")
	ModelAndView pause(CurrentLaunch launch) {
		Visit visit = this.visits.of(launch);
		return LearnerPages.page(visit, "pause",
				new PauseView(visit.module().title(), this.player.find(visit).isPresent(),
						this.player.find(visit).map((attempt) -> Resume.path(visit, attempt)).orElse(visit.path("")),
						launch.presentation().returnUrl()));
	}

	@GetMapping("/end")
	ModelAndView end(CurrentLaunch launch) {
		Visit visit = this.visits.of(launch);
		Attempt attempt = this.player.find(visit).orElse(null);
		if (attempt == null) {
			return LearnerPages.seeOther(visit.path(""));
		}
		return LearnerPages.page(visit, "end",
				EndView.of(visit, attempt, progress(attempt), this.grades.afterwards(visit, attempt)));
	}

	private Progress progress(@Nullable Attempt attempt) {
		return (attempt != null) ? this.player.progress(attempt) : Progress.NONE;
	}

	/**
	 * The page of a pause.
	 *
	 * @param title the module's title
	 * @param started whether anything was started, and so saved
	 * @param path where to go on
	 * @param returnUrl the way back to the platform, or null
	 */
	record PauseView(String title, boolean started, String path, @Nullable String returnUrl) {
	}

}
