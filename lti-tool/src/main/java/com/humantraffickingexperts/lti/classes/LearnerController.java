package com.humantraffickingexperts.lti.classes;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.classes.LearnerView.Problem;
import com.humantraffickingexperts.lti.classes.LearnerView.Said;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.ClassProgress;
import com.humantraffickingexperts.lti.learning.ClassProgress.Activity;
import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.roster.CourseGroup;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * {@code /launches/{launch}/class/learners/{learner}}: the work of one learner of the
 * class, and what those who teach can do about it. Whoever is not of this class does not
 * exist here.
 */
@Controller
@RequestMapping("/launches/{launch}/class")
class LearnerController {

	private final Classes classes;

	private final ClassProgress progress;

	private final Decisions decisions;

	private final GradesAgain gradesAgain;

	LearnerController(Classes classes, ClassProgress progress, Decisions decisions, GradesAgain gradesAgain) {
		this.classes = classes;
		this.progress = progress;
		this.decisions = decisions;
		this.gradesAgain = gradesAgain;
	}

	/** Where a submission review arrives. */
	@GetMapping("/submission")
	ModelAndView submission(CurrentLaunch launch) {
		Teachers.activity(launch, this.progress);
		String subject = launch.forUser();
		Optional<Learner> learner = (subject == null) ? Optional.empty() : this.classes.ofSubject(launch, subject);
		return Teachers
			.seeOther(learner.map((found) -> path(launch, found)).orElseGet(() -> launch.path("/class?done=unknown")));
	}

	@GetMapping("/learners/{learner}")
	ModelAndView learner(CurrentLaunch launch, @PathVariable String learner,
			@RequestParam(required = false) @Nullable String done) {
		Activity activity = Teachers.activity(launch, this.progress);
		return page(launch, activity, find(launch, learner), Said.done(done(done)));
	}

	private static @Nullable String done(@Nullable String word) {
		return (word != null && List.of("reset", "allowed", "time", "timeBack", "nothing", "grade").contains(word))
				? "classes.done." + word : null;
	}

	@PostMapping("/learners/{learner}/tries")
	ModelAndView allowAnotherTry(CurrentLaunch launch, @PathVariable String learner, @RequestParam int granted) {
		Learner found = acting(launch, learner);
		Begun begun = found.begun();
		boolean done = begun != null && this.decisions.allowAnotherTry(launch, found, begun.attempt(), granted);
		return Teachers.seeOther(path(launch, found) + "?done=" + (done ? "allowed" : "nothing"));
	}

	@PostMapping("/learners/{learner}/reset")
	ModelAndView reset(CurrentLaunch launch, @PathVariable String learner, @RequestParam String attempt,
			@RequestParam String reason) {
		Learner found = acting(launch, learner);
		Problem problem = LearnerView.reasonProblem(reason, "classes.reset.missing", "reason");
		if (problem != null) {
			return wrong(launch, found, new Said(null, problem, reason, TimeForm.EMPTY));
		}
		boolean done = this.decisions.reset(launch, found, new AttemptId(attempt), reason.strip());
		return Teachers.seeOther(path(launch, found) + "?done=" + (done ? "reset" : "nothing"));
	}

	@PostMapping("/learners/{learner}/time")
	ModelAndView allowTime(CurrentLaunch launch, @PathVariable String learner,
			@RequestParam(defaultValue = "") String percent, @RequestParam(defaultValue = "") String minutes,
			@RequestParam(defaultValue = "") String reason, @RequestParam int agreed) {
		return agree(launch, learner, new TimeForm(percent, minutes, reason), true, agreed);
	}

	@PostMapping("/learners/{learner}/time/withdrawal")
	ModelAndView withdrawTime(CurrentLaunch launch, @PathVariable String learner,
			@RequestParam(defaultValue = "") String reason, @RequestParam int agreed) {
		return agree(launch, learner, new TimeForm("", "", reason), false, agreed);
	}

	private ModelAndView agree(CurrentLaunch launch, String learner, TimeForm form, boolean more, int agreed) {
		Learner found = acting(launch, learner);
		Problem problem = form.problem(more);
		if (problem != null) {
			return wrong(launch, found, new Said(null, problem, "", form));
		}
		boolean done = this.decisions.allowTime(launch, found, form.time(), agreed);
		return Teachers.seeOther(path(launch, found) + "?done=" + (done ? (more ? "time" : "timeBack") : "nothing"));
	}

	private ModelAndView wrong(CurrentLaunch launch, Learner found, Said said) {
		ModelAndView page = page(launch, Teachers.activity(launch, this.progress), found, said);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	@PostMapping("/learners/{learner}/grade")
	ModelAndView sendGrade(CurrentLaunch launch, @PathVariable String learner) {
		Learner found = acting(launch, learner);
		boolean sent = this.gradesAgain.send(launch, Set.of(found.id())) == 1;
		return Teachers.seeOther(path(launch, found) + "?done=" + (sent ? "grade" : "nothing"));
	}

	private Learner acting(CurrentLaunch launch, String learner) {
		Teachers.mayAct(launch);
		Teachers.activity(launch, this.progress);
		return find(launch, learner);
	}

	private Learner find(CurrentLaunch launch, String learner) {
		return this.classes.learner(launch, new UserId(learner))
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
	}

	private ModelAndView page(CurrentLaunch launch, Activity activity, Learner learner, Said said) {
		return new ModelAndView("classes/learner").addObject("view",
				LearnerView.of(launch, activity, learner, this.progress.work(launch, learner.id()).orElse(null),
						this.progress.decisions(launch, learner.id()), groups(launch, learner), said));
	}

	private List<String> groups(CurrentLaunch launch, Learner learner) {
		return learner.groups().isEmpty() ? List.of()
				: this.classes.rosterStatus(launch)
					.groups()
					.stream()
					.filter((group) -> learner.groups().contains(group.id()))
					.map(CourseGroup::name)
					.toList();
	}

	private static String path(CurrentLaunch launch, Learner learner) {
		return launch.path("/class/learners/" + learner.id());
	}

}
