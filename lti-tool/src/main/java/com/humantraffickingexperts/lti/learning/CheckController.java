package com.humantraffickingexperts.lti.learning;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * A check: its introduction, its questions one by one, the list of answers, the result.
 * Whatever is out of turn (an old tab, the back button, a second click) leads to where
 * the learner really is.
 */
@Controller
@RequestMapping("/launches/{launch}/learn/checks/{check}")
class CheckController {

	private final Visits visits;

	private final Player player;

	private final Grades grades;

	private final Clock clock;

	CheckController(Visits visits, Player player, Grades grades, Clock clock) {
		this.visits = visits;
		this.player = player;
		this.grades = grades;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView introduction(CurrentLaunch launch, @PathVariable String check) {
		return at(launch, check, Duration.ZERO,
				(here) -> page(here, null, "check", CheckIntroView.of(here, retry(here), this.clock.instant()))
					.addObject("timeAllowed", this.player.timeAllowed(here.visit(), here.assessment()).orElse(null))
					.addObject("time", here.progress().open(check).map(this::timeLeft).orElse(null)));
	}

	@PostMapping
	ModelAndView begin(CurrentLaunch launch, @PathVariable String check) {
		return at(launch, check, Duration.ZERO, (here) -> {
			Optional<Try> open = this.player.beginTry(here.visit(), here.assessment());
			return LearnerPages.seeOther(open.map((one) -> firstUnanswered(here, one)).orElse(here.path("")));
		});
	}

	@GetMapping("/tries/{number}/questions/{position}")
	ModelAndView question(CurrentLaunch launch, @PathVariable String check, @PathVariable int number,
			@PathVariable int position) {
		return atOpen(launch, check, number, Duration.ZERO, (here, one) -> {
			ModelAndView page = question(here, one, position, Map.of(), null);
			this.player.arrive(here.visit(), here.attempt(), here.place(position));
			return page;
		});
	}

	@PostMapping("/tries/{number}/questions/{position}")
	ModelAndView answer(CurrentLaunch launch, @PathVariable String check, @PathVariable int number,
			@PathVariable int position, @RequestParam MultiValueMap<String, String> sent) {
		return atOpen(launch, check, number, Player.GRACE, (here, one) -> {
			Question question = questionAt(here, one, position);
			if (question instanceof Walk walk) {
				return decide(here, one, position, walk, sent);
			}
			AnswerForm.Reading reading = AnswerForm.read(question, sent);
			if (reading.answer() == null) {
				return question(here, one, position, sent, reading.problem());
			}
			this.player.answer(here.visit(), here.assessment(), number, question, reading.answer());
			return LearnerPages.seeOther((here.assessment().showFeedback() == Disclosure.IMMEDIATE)
					? here.questionPath(one, position) + "#feedback" : QuestionView.after(here, one, position));
		});
	}

	/**
	 * Keeps what is chosen or typed while the learner is still at it. The page's script
	 * sends it; nobody is shown the answer.
	 */
	@PostMapping("/tries/{number}/questions/{position}/draft")
	ModelAndView keep(CurrentLaunch launch, @PathVariable String check, @PathVariable int number,
			@PathVariable int position, @RequestParam MultiValueMap<String, String> sent) {
		return atOpen(launch, check, number, Player.GRACE, (here, one) -> {
			Question question = questionAt(here, one, position);
			AnswerDraft draft = AnswerDraft.of(question, sent);
			if (draft.tooLong(question)) {
				return LearnerPages.nothing(HttpStatus.UNPROCESSABLE_CONTENT);
			}
			return this.player.keep(here.visit(), here.assessment(), number, question, draft)
					? LearnerPages.nothing(HttpStatus.NO_CONTENT)
					: LearnerPages.seeOther(here.questionPath(one, position));
		});
	}

	private ModelAndView decide(CheckVisit here, Try one, int position, Walk walk, MultiValueMap<String, String> sent) {
		ScenarioForm form = ScenarioForm.of(sent);
		if (form.again()) {
			if (here.walksAgain()) {
				this.player.walkAgain(here.visit(), here.assessment(), one.number(), walk);
			}
		}
		else if (form.choice().isEmpty()) {
			return question(here, one, position, sent, AnswerForm.Problem.DECIDE);
		}
		else {
			this.player.decide(here.visit(), here.assessment(), one.number(), walk, form.step(), form.choice());
		}
		return LearnerPages.seeOther(here.questionPath(one, position) + "#story");
	}

	@GetMapping("/tries/{number}/review")
	ModelAndView review(CurrentLaunch launch, @PathVariable String check, @PathVariable int number) {
		return atOpen(launch, check, number, Duration.ZERO,
				(here, one) -> LearnerPages
					.page(here.visit(), "review", ReviewView.of(here, one, this.player.answers(one)))
					.addObject("time", timeLeft(one)));
	}

	@PostMapping("/tries/{number}/submission")
	ModelAndView submit(CurrentLaunch launch, @PathVariable String check, @PathVariable int number) {
		return atOpen(launch, check, number, Player.GRACE, (here, one) -> {
			this.player.submit(here.visit(), here.assessment(), number);
			return LearnerPages.seeOther(here.tryPath(one, "/result"));
		});
	}

	@GetMapping("/tries/{number}/result")
	ModelAndView result(CurrentLaunch launch, @PathVariable String check, @PathVariable int number) {
		return at(launch, check, Duration.ZERO, (here) -> {
			Try one = tryOf(here, number);
			if (one.open()) {
				return LearnerPages.seeOther(here.path(""));
			}
			List<Correction> corrections = this.player.corrections(one);
			Map<Question, Mark> marks = this.player.marks(here.visit(), one, corrections);
			return LearnerPages
				.page(here.visit(), "result",
						ResultView.of(here, one, marks, this.player.answers(one), retry(here), this.clock.instant(),
								this.grades.afterwards(here.visit(), here.attempt())))
				.addObject("corrections", Correction.told(corrections).stream().map(CorrectionView::of).toList());
		});
	}

	private ModelAndView question(CheckVisit here, Try one, int position, Map<String, List<String>> sent,
			AnswerForm.@Nullable Problem problem) {
		Question question = questionAt(here, one, position);
		Answer answer = this.player.answers(one).get(question.id());
		ModelAndView page = page(here, position, "question", QuestionView.of(here, one, position, question, answer,
				fields(one, question, answer, sent, problem), problem))
			.addObject("time", timeLeft(one));
		if (problem != null) {
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return page;
	}

	private Map<String, List<String>> fields(Try one, Question question, @Nullable Answer answer,
			Map<String, List<String>> sent, AnswerForm.@Nullable Problem problem) {
		if (problem != null) {
			return sent;
		}
		return (answer != null) ? AnswerForm.fields(answer) : this.player.draft(one, question);
	}

	private static ModelAndView page(CheckVisit here, @Nullable Integer question, String template, Object view) {
		return LearnerPages.page(here.visit(), here.attempt(), here.progress(), here.place(question), template, view);
	}

	private String firstUnanswered(CheckVisit here, Try one) {
		Map<String, Answer> answers = this.player.answers(one);
		List<String> questions = one.questions();
		return questions.stream()
			.filter((id) -> !Answer.complete(Objects.requireNonNull(here.visit().module().questions().get(id)),
					answers.get(id)))
			.findFirst()
			.map((id) -> here.questionPath(one, questions.indexOf(id) + 1))
			.orElse(here.tryPath(one, "/review"));
	}

	private @Nullable TimeLeft timeLeft(Try one) {
		return TimeLeft.of(one, this.clock.instant());
	}

	private Retry retry(CheckVisit here) {
		return this.player.retry(here.assessment(), here.progress());
	}

	private ModelAndView at(CurrentLaunch launch, String check, Duration grace,
			Function<CheckVisit, ModelAndView> page) {
		Visit visit = this.visits.of(launch);
		Assessment assessment = visit.module()
			.assessment(check)
			.filter((found) -> visit.module().items().contains(new AssessmentItem(check)))
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
		return this.player.look(visit, grace)
			.map((reached) -> page.apply(new CheckVisit(visit, assessment, reached.attempt(), reached.progress())))
			.orElseGet(() -> LearnerPages.seeOther(visit.path("")));
	}

	private ModelAndView atOpen(CurrentLaunch launch, String check, int number, Duration grace,
			BiFunction<CheckVisit, Try, ModelAndView> page) {
		return at(launch, check, grace, (here) -> {
			Try one = tryOf(here, number);
			if (!one.open()) {
				return LearnerPages.seeOther(here.tryPath(one, "/result"));
			}
			if (!this.player.answerable(here.visit(), one)) {
				return LearnerPages.seeOther(here.path(""));
			}
			return page.apply(here, one);
		});
	}

	private static Try tryOf(CheckVisit here, int number) {
		return here.progress()
			.tries()
			.stream()
			.filter((one) -> one.assessment().equals(here.assessment().id()) && one.number() == number)
			.findFirst()
			.orElseThrow(() -> new ToolError(WebErrorCode.NOT_FOUND));
	}

	private static Question questionAt(CheckVisit here, Try one, int position) {
		if (position < 1 || position > one.questions().size()) {
			throw new ToolError(WebErrorCode.NOT_FOUND);
		}
		return Objects.requireNonNull(here.visit().module().questions().get(one.questions().get(position - 1)));
	}

}
