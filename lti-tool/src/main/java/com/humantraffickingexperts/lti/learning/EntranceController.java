package com.humantraffickingexperts.lti.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.TeacherLinks.TeacherLink;
import com.humantraffickingexperts.lti.web.LanguageMenu;
import com.humantraffickingexperts.lti.web.OwnWords;

/** Before, beside and after a module: the entrance, the pause and the end. */
@Controller
@RequestMapping("/launches/{launch}/learn")
class EntranceController {

	private final Visits visits;

	private final Player player;

	private final Grades grades;

	private final JdbcClass classes;

	private final List<TeacherLinks> teacherLinks;

	private final Clock clock;

	EntranceController(Visits visits, Player player, Grades grades, JdbcClass classes, List<TeacherLinks> teacherLinks,
			Clock clock) {
		this.visits = visits;
		this.player = player;
		this.grades = grades;
		this.classes = classes;
		this.teacherLinks = teacherLinks;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView entrance(CurrentLaunch launch, HttpServletRequest request) {
		if (this.visits.library(launch)) {
			return LearnerPages.seeOther(launch.path("/library"));
		}
		if (launch.link() != null && launch.module() == null) {
			return new ModelAndView("learning/no-module").addObject("teaches", launch.standing().seesEveryone())
				.addObject("teacherLinks", teacherLinks(launch))
				.addObject("languages", languages(launch));
		}
		Visit visit = this.visits.of(launch);
		Reached reached = visit.begun() ? look(visit) : null;
		EntranceView view = EntranceView.of(visit, reached, this.grades.outlook(visit));
		List<AgainView> again = (reached == null && visit.reset() && !visit.preview()) ? again(visit) : List.of();
		ModelAndView page = (reached == null && again.isEmpty()) ? first(visit, view, request)
				: LearnerPages.page(visit, "entrance", view);
		return page.addObject("module", ModuleFacts.of(visit.module()))
			.addObject("teacherLinks", teacherLinks(launch))
			.addObject("languages", languages(launch))
			.addObject("again", again)
			.addObject("news", (reached != null) ? News.of(visit, reached.attempt(), this.visits.newest(visit)) : null);
	}

	/** Whoever comes for the first time reads what others have read, but for the name. */
	private static ModelAndView first(Visit visit, EntranceView view, HttpServletRequest request) {
		String name = view.name();
		return LearnerPages.page(visit, "first", (name != null) ? view.withName(OwnWords.open(request, name)) : view);
	}

	/** Why the learner begins again, before they do. */
	private List<AgainView> again(Visit visit) {
		return this.classes.resets(visit.link().id(), visit.module().id(), visit.launch().user().id())
			.stream()
			.map((reset) -> new AgainView(reset.at().atZone(Grades.UK), reset.reason()))
			.toList();
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
		Reached reached = look(visit);
		return LearnerPages
			.page(visit, "pause",
					new PauseView(visit.module().title(), reached != null,
							(reached != null) ? Resume.path(visit, reached.attempt()) : visit.path(""),
							launch.presentation().returnUrl()))
			.addObject("time", (reached != null) ? timeLeft(reached.progress()) : null);
	}

	@GetMapping("/end")
	ModelAndView end(CurrentLaunch launch) {
		Visit visit = this.visits.of(launch);
		Reached reached = look(visit);
		return (reached == null) ? LearnerPages.seeOther(visit.path("")) : LearnerPages.page(visit, "end", EndView
			.of(visit, reached.attempt(), reached.progress(), this.grades.afterwards(visit, reached.attempt())));
	}

	private @Nullable Reached look(Visit visit) {
		return this.player.look(visit, Duration.ZERO).orElse(null);
	}

	/** The time of the check that ends first; a pause does not stop it. */
	private @Nullable TimeLeft timeLeft(Progress progress) {
		return progress.tries()
			.stream()
			.flatMap((one) -> Stream.ofNullable(TimeLeft.of(one, this.clock.instant())))
			.min(Comparator.comparing(TimeLeft::until))
			.orElse(null);
	}

	/**
	 * That the learner begins again.
	 *
	 * @param at when that was decided
	 * @param reason why
	 */
	record AgainView(ZonedDateTime at, String reason) {
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
