package com.humantraffickingexperts.lti.classes;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.ClassProgress;
import com.humantraffickingexperts.lti.learning.ClassProgress.Activity;
import com.humantraffickingexperts.lti.learning.ClassProgress.Difficulty;
import com.humantraffickingexperts.lti.roster.CourseGroup;
import com.humantraffickingexperts.lti.roster.Rosters;

/** {@code /launches/{launch}/class}: everybody in the course, for those who teach it. */
@Controller
@RequestMapping("/launches/{launch}/class")
class ClassController {

	private final Classes classes;

	private final ClassProgress progress;

	private final Rosters rosters;

	private final GradesAgain gradesAgain;

	private final MessageSource messages;

	private final Clock clock;

	ClassController(Classes classes, ClassProgress progress, Rosters rosters, GradesAgain gradesAgain,
			MessageSource messages, Clock clock) {
		this.classes = classes;
		this.progress = progress;
		this.rosters = rosters;
		this.gradesAgain = gradesAgain;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(CurrentLaunch launch, @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
		Activity activity = Teachers.activity(launch, this.progress);
		List<Learner> learners = this.classes.learners(launch);
		ClassView view = ClassView.of(launch, activity, learners, this.classes.rosterStatus(launch),
				ClassQuery.of(parameters), this.clock.instant(), locale);
		return new ModelAndView("classes/class").addObject("view", view)
			.addObject("done", done(parameters.getFirst("done")));
	}

	private static @Nullable String done(@Nullable String word) {
		return (word != null && List.of("asked", "fresh", "sent", "unknown").contains(word)) ? "classes.done." + word
				: null;
	}

	@GetMapping("/questions")
	ModelAndView questions(CurrentLaunch launch) {
		Activity activity = Teachers.activity(launch, this.progress);
		List<Difficulty> questions = this.progress.difficulties(launch);
		return new ModelAndView("classes/questions").addObject("view",
				new QuestionsView(launch.path("/class"), activity.title(), activity.language(), questions));
	}

	/** One line after the other, so that the size of the course does not matter. */
	@GetMapping("/export.csv")
	void export(CurrentLaunch launch, @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			HttpServletResponse response) throws IOException {
		Teachers.activity(launch, this.progress);
		List<CourseGroup> groups = this.classes.rosterStatus(launch).groups();
		List<Learner> learners = ClassQuery.of(parameters).within(groups).of(this.classes.learners(launch), locale);
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename("class-" + LocalDate.ofInstant(this.clock.instant(), CompletionPlot.UK) + ".csv")
					.build()
					.toString());
		Writer to = response.getWriter();
		ClassFile.write(to, learners, groups, (key) -> this.messages.getMessage(key, null, locale));
		to.flush();
	}

	@PostMapping("/list")
	ModelAndView refresh(CurrentLaunch launch) {
		Teachers.activity(launch, this.progress);
		return Teachers.seeOther(launch.path("/class?done=" + (this.rosters.refresh(launch) ? "asked" : "fresh")));
	}

	@PostMapping("/grades")
	ModelAndView sendGrades(CurrentLaunch launch) {
		Teachers.mayAct(launch);
		Teachers.activity(launch, this.progress);
		this.gradesAgain.send(launch,
				this.classes.learners(launch)
					.stream()
					.filter(ClassQuery::undelivered)
					.map(Learner::id)
					.collect(Collectors.toSet()));
		return Teachers.seeOther(launch.path("/class?done=sent"));
	}

	/**
	 * The page of the questions.
	 *
	 * @param path the class
	 * @param title the module's title
	 * @param language the language of the module
	 * @param questions the questions
	 */
	record QuestionsView(String path, String title, String language, List<Difficulty> questions) {
	}

}
