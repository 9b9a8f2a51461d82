package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.Scenario;
import com.humantraffickingexperts.lti.catalog.Scenario.End;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * What a learner does. Each act is one transaction that first locks the attempt, so that
 * double clicks, two tabs and two devices take turns; doing something twice is the same
 * as doing it once.
 */
@Service
class Player {

	/** So much later an answer may arrive that was sent in time. */
	static final Duration GRACE = Duration.ofSeconds(30);

	private final JdbcAttempts attempts;

	private final JdbcTries tries;

	private final JdbcWalks walks;

	private final JdbcReflections reflections;

	private final JdbcExtraTimes extraTimes;

	private final Regrading regrading;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Seeds seeds;

	private final Clock clock;

	Player(JdbcAttempts attempts, JdbcTries tries, JdbcWalks walks, JdbcReflections reflections,
			JdbcExtraTimes extraTimes, Regrading regrading, TransactionOperations transactions,
			ApplicationEventPublisher events, Seeds seeds, Clock clock) {
		this.attempts = attempts;
		this.tries = tries;
		this.walks = walks;
		this.reflections = reflections;
		this.extraTimes = extraTimes;
		this.regrading = regrading;
		this.transactions = transactions;
		this.events = events;
		this.seeds = seeds;
		this.clock = clock;
	}

	Optional<Attempt> find(Visit visit) {
		return this.attempts.find(visit);
	}

	Attempt begin(Visit visit) {
		return this.attempts.findOrBegin(visit, this.clock.instant());
	}

	/**
	 * How far somebody has come. What their time ran out for is handed in first.
	 * @param visit the visit
	 * @param grace how much later an answer may arrive that was sent in time
	 * @return empty when nothing was started
	 */
	Optional<Reached> look(Visit visit, Duration grace) {
		return find(visit).map((attempt) -> {
			Progress progress = progress(attempt);
			if (overdue(progress, grace).isEmpty()) {
				return new Reached(attempt, progress);
			}
			handInOverdue(visit, grace);
			Attempt now = find(visit).orElseThrow();
			return new Reached(now, progress(now));
		});
	}

	/**
	 * How far an attempt has come. Tries at a version in which something else was right
	 * are kept, and count no more.
	 */
	Progress progress(Attempt attempt) {
		List<Try> counting = this.tries.of(attempt.id())
			.stream()
			.filter((one) -> Update.between(one.moduleVersion(), attempt.moduleVersion()) != Update.MAJOR)
			.toList();
		return new Progress(this.attempts.viewed(attempt.id()), counting, this.walks.ended(attempt.id()),
				this.reflections.saved(attempt.id()));
	}

	Map<String, Answer> answers(Try one) {
		return this.tries.answers(one.id());
	}

	Retry retry(Assessment assessment, Progress progress) {
		List<Try> submitted = progress.submitted(assessment.id());
		Instant now = this.clock.instant();
		Retry retry = Retry.decide(assessment, submitted, now);
		return (retry.answer() != Retry.Answer.NO_MORE) ? retry
				: Retry.decide(assessment, submitted, this.tries.extra(submitted.getFirst().attempt()), now);
	}

	/**
	 * A page was opened.
	 * @param visit the visit
	 * @param attempt its attempt, as read in this request
	 * @param progress its progress, as read in this request
	 * @param page the page's id
	 */
	void open(Visit visit, Attempt attempt, Progress progress, String page) {
		Place here = Place.of(new PageItem(page));
		if (settled(visit, attempt, here) && progress.viewed().contains(page)) {
			return;
		}
		inTurn(visit, (locked) -> {
			reach(visit, locked, here);
			if (!this.attempts.viewed(locked.id()).contains(page)) {
				this.attempts.view(locked.id(), page, this.clock.instant());
				announce(visit, locked);
			}
			return locked;
		});
	}

	/**
	 * The learner came to a place that does not count by being opened.
	 * @param visit the visit
	 * @param attempt its attempt, as read in this request
	 * @param here the place
	 */
	void arrive(Visit visit, Attempt attempt, Place here) {
		if (!settled(visit, attempt, here)) {
			inTurn(visit, (locked) -> {
				reach(visit, locked, here);
				return locked;
			});
		}
	}

	/**
	 * The learner stays here, although they went on elsewhere.
	 * @param visit the visit
	 * @param here the place
	 */
	void stay(Visit visit, Place here) {
		inTurn(visit, (locked) -> {
			moveTo(visit, locked, here);
			return locked;
		});
	}

	private static boolean settled(Visit visit, Attempt attempt, Place here) {
		return attempt.isAt(visit, here) || attempt.aheadElsewhere(visit, here);
	}

	/**
	 * A page that lies behind does not take the learner back: a reload of an old tab
	 * would lose the place that they reached elsewhere.
	 */
	private void reach(Visit visit, Attempt locked, Place here) {
		if (!settled(visit, locked, here)) {
			moveTo(visit, locked, here);
		}
	}

	private void moveTo(Visit visit, Attempt locked, Place here) {
		this.attempts.moveTo(locked.id(), new LastPlace(here, visit.launch().id().value(), this.clock.instant()));
	}

	JdbcWalks.Latest walk(Attempt attempt, Scenario scenario) {
		return this.walks.latest(attempt.id(), scenario.id());
	}

	/**
	 * Goes one step on in a scenario. Does nothing when the learner is elsewhere by now:
	 * a step is taken once, whatever is clicked twice.
	 * @param visit the visit
	 * @param scenario the scenario
	 * @param number which way through it
	 * @param step how many steps were taken when the choice was offered
	 * @param choice the id of the choice
	 */
	void decide(Visit visit, Scenario scenario, int number, int step, String choice) {
		inTurn(visit, (locked) -> {
			JdbcWalks.Latest latest = this.walks.latest(locked.id(), scenario.id());
			if (latest.number() == number) {
				Walked.of(scenario, latest.choices()).decided(step, choice).ifPresent((way) -> {
					End end = Walked.of(scenario, way).here().end();
					this.walks.save(locked.id(), scenario.id(), new JdbcWalks.Latest(number, way), end,
							this.clock.instant());
					if (end != null) {
						announce(visit, locked);
					}
				});
			}
			return locked;
		});
	}

	/**
	 * Begins a scenario again, once it has come to an end.
	 * @param visit the visit
	 * @param scenario the scenario
	 * @param number which way came to an end
	 */
	void walkAgain(Visit visit, Scenario scenario, int number) {
		inTurn(visit, (locked) -> {
			JdbcWalks.Latest latest = this.walks.latest(locked.id(), scenario.id());
			if (latest.number() == number && Walked.of(scenario, latest.choices()).ended()) {
				this.walks.save(locked.id(), scenario.id(), new JdbcWalks.Latest(number + 1, List.of()), null,
						this.clock.instant());
			}
			return locked;
		});
	}

	Written written(Attempt attempt, Reflection reflection) {
		return this.reflections.find(attempt.id(), reflection.id());
	}

	/**
	 * Keeps what a learner wrote, unless it was changed elsewhere since the page was
	 * opened: an old tab must not undo what a new one saved.
	 * @param visit the visit
	 * @param reflection the reflection
	 * @param revision the revision that the page showed
	 * @param text what was written; null to delete it
	 * @return false when something else was saved in the meantime
	 */
	boolean write(Visit visit, Reflection reflection, int revision, @Nullable String text) {
		return inTurn(visit, (locked) -> {
			Written before = this.reflections.find(locked.id(), reflection.id());
			if (text == null && before.text() == null) {
				if (before.draft() != null) {
					this.reflections.keep(locked.id(), reflection.id(), before.revision() + 1, null,
							this.clock.instant());
				}
				return true;
			}
			if (Objects.equals(before.text(), text) && before.draft() == null) {
				return true;
			}
			// Whoever deletes means whatever is there.
			if (text != null && before.revision() != revision && !text.equals(before.draft())) {
				return false;
			}
			this.reflections.save(locked.id(), reflection.id(), new Written(before.revision() + 1, text),
					this.clock.instant());
			announce(visit, locked);
			return true;
		});
	}

	/**
	 * Keeps what a learner is still writing, unless it was changed elsewhere since. It
	 * counts for nothing until it is saved.
	 * @param visit the visit
	 * @param reflection the reflection
	 * @param revision the revision that the page knows
	 * @param text what stands in the field
	 * @return the revision that the page knows now; empty when something else was saved
	 * in the meantime
	 */
	Optional<Integer> keep(Visit visit, Reflection reflection, int revision, String text) {
		return inTurn(visit, (locked) -> {
			Written before = this.reflections.find(locked.id(), reflection.id());
			String draft = (text.isEmpty() || text.equals(before.text())) ? null : text;
			if (Objects.equals(before.draft(), draft)) {
				return Optional.of(before.revision());
			}
			if (before.revision() != revision) {
				return Optional.empty();
			}
			this.reflections.keep(locked.id(), reflection.id(), revision + 1, draft, this.clock.instant());
			return Optional.of(revision + 1);
		});
	}

	/**
	 * Begins a try, or goes on with the open one.
	 * @param visit the visit
	 * @param assessment the assessment
	 * @return the open try, or empty when the rules allow none now
	 */
	Optional<Try> beginTry(Visit visit, Assessment assessment) {
		return inTurn(visit, (locked) -> {
			moveTo(visit, locked, Place.of(new AssessmentItem(assessment.id())));
			Progress progress = progress(locked);
			Optional<Try> open = progress.open(assessment.id());
			if (open.isPresent() && answerable(visit, open.get())) {
				return open;
			}
			open.ifPresent((stale) -> this.tries.discard(stale.id()));
			if (!retry(assessment, progress).allowed()) {
				return Optional.<Try>empty();
			}
			Instant now = this.clock.instant();
			long seed = this.seeds.next();
			Try fresh = new Try(Ids.inTimeOrder(now), locked.id(), assessment.id(),
					this.tries.nextNumber(locked.id(), assessment.id()), visit.module().version(), seed,
					Paper.draw(visit.module(), assessment, seed), now, null, null,
					timeAllowed(visit, assessment).map((allowed) -> allowed.deadline(now)).orElse(null), false);
			this.tries.insert(fresh, assessment.timeLimitMinutes());
			return Optional.of(fresh);
		});
	}

	/**
	 * Whether all questions of a try still exist. They may not after an update of the
	 * module; the try then ends without counting.
	 */
	boolean answerable(Visit visit, Try one) {
		return visit.module().questions().keySet().containsAll(one.questions());
	}

	/**
	 * Keeps an answer. Where feedback follows at once, the first answer stays.
	 * @param visit the visit
	 * @param assessment the assessment
	 * @param number the number of the try
	 * @param question one of its questions
	 * @param answer the answer
	 */
	void answer(Visit visit, Assessment assessment, int number, Question question, Answer answer) {
		inTry(visit, assessment, number, (one) -> {
			if (!settled(assessment, one, question)) {
				this.tries.answer(one.id(), question.id(), answer, this.clock.instant());
			}
		});
	}

	/**
	 * Keeps what stands in the fields of a question while the learner is still at it. It
	 * is what the learner sees, so it takes the place of what was there. Where feedback
	 * follows at once it stays a draft: only the learner settles an answer.
	 * @param visit the visit
	 * @param assessment the assessment
	 * @param number the number of the try
	 * @param question one of its questions
	 * @param draft what stands in its fields
	 * @return false when the answer cannot be changed any more
	 */
	boolean keep(Visit visit, Assessment assessment, int number, Question question, AnswerDraft draft) {
		AtomicBoolean kept = new AtomicBoolean();
		inTry(visit, assessment, number, (one) -> {
			if (settled(assessment, one, question)) {
				return;
			}
			if (draft.answer() == null || assessment.showFeedback() == Disclosure.IMMEDIATE) {
				this.tries.keep(one.id(), question.id(), draft, this.clock.instant());
			}
			else {
				this.tries.answer(one.id(), question.id(), draft.answer(), this.clock.instant());
			}
			kept.set(true);
		});
		return kept.get();
	}

	Map<String, List<String>> draft(Try one, Question question) {
		return this.tries.draft(one.id(), question.id());
	}

	private boolean settled(Assessment assessment, Try one, Question question) {
		return assessment.showFeedback() == Disclosure.IMMEDIATE
				&& Answer.complete(question, this.tries.answers(one.id()).get(question.id()));
	}

	/**
	 * Goes one step on in the scenario of a question. Does nothing when the learner is
	 * elsewhere by now: a step is taken once, whatever is clicked twice.
	 * @param visit the visit
	 * @param assessment the assessment
	 * @param number the number of the try
	 * @param walk one of its questions
	 * @param step how many steps were taken when the choice was offered
	 * @param choice the id of the choice
	 */
	void decide(Visit visit, Assessment assessment, int number, Walk walk, int step, String choice) {
		inTry(visit, assessment, number, (one) -> {
			Walked walked = walked(walk, this.tries.answers(one.id()).get(walk.id()));
			walked.decided(step, choice)
				.ifPresent((way) -> this.tries.answer(one.id(), walk.id(), new Answer.Way(way), this.clock.instant()));
		});
	}

	/**
	 * Begins the scenario of a question again, once it has come to an end.
	 * @param visit the visit
	 * @param assessment the assessment
	 * @param number the number of the try
	 * @param walk one of its questions
	 */
	void walkAgain(Visit visit, Assessment assessment, int number, Walk walk) {
		inTry(visit, assessment, number, (one) -> {
			if (walked(walk, this.tries.answers(one.id()).get(walk.id())).ended()) {
				this.tries.answer(one.id(), walk.id(), new Answer.Way(List.of()), this.clock.instant());
			}
		});
	}

	private static Walked walked(Walk walk, @Nullable Answer answer) {
		return Walked.of(walk.scenario(), (answer instanceof Answer.Way way) ? way.choices() : List.of());
	}

	private void inTry(Visit visit, Assessment assessment, int number, Consumer<Try> act) {
		inTurn(visit, (locked) -> {
			progress(locked).open(assessment.id())
				.filter((one) -> one.number() == number && !one.overdue(this.clock.instant(), GRACE))
				.ifPresent(act);
			return locked;
		});
	}

	/**
	 * Hands a try in: marks it and draws the consequences. A try that was handed in
	 * already stays as it is.
	 * @param visit the visit
	 * @param assessment the assessment
	 * @param number the number of the try
	 */
	void submit(Visit visit, Assessment assessment, int number) {
		inTurn(visit, (locked) -> {
			progress(locked).open(assessment.id())
				.filter((one) -> one.number() == number && answerable(visit, one))
				.ifPresent((one) -> handIn(visit, locked, assessment, one));
			return locked;
		});
	}

	/**
	 * How long somebody may take for a check.
	 * @param visit the visit
	 * @param assessment the check
	 * @return the time, or empty when there is no limit
	 */
	Optional<TimeAllowed> timeAllowed(Visit visit, Assessment assessment) {
		CurrentLaunch.Course course = visit.launch().context();
		return Optional.ofNullable(assessment.timeLimitMinutes())
			.map((limit) -> new TimeAllowed(limit,
					Optional.ofNullable(course)
						.flatMap((known) -> this.extraTimes.of(visit.launch().user().id(), known.id()))
						.map((extra) -> extra.addedTo(limit))
						.orElse(0)));
	}

	/**
	 * Hands in what was saved of the tries whose time is up.
	 * @param visit the visit
	 * @param grace how much later an answer may arrive that was sent in time
	 * @return whether there was such a try
	 */
	boolean handInOverdue(Visit visit, Duration grace) {
		return locked(visit, (locked) -> {
			List<Try> overdue = overdue(progress(locked), grace);
			for (Try one : overdue) {
				Optional<Assessment> assessment = visit.module().assessment(one.assessment());
				if (assessment.isPresent() && answerable(visit, one)) {
					handIn(visit, locked, assessment.get(), one);
				}
				else {
					this.tries.discard(one.id());
				}
			}
			return !overdue.isEmpty();
		});
	}

	List<Try> overdue(Progress progress, Duration grace) {
		Instant now = this.clock.instant();
		return progress.tries().stream().filter((one) -> one.open() && one.overdue(now, grace)).toList();
	}

	/**
	 * A try whose time ran out ends when it ran out, whenever that is noticed: nobody
	 * waits longer for the next one because of it. What is known to be marked wrongly in
	 * its release is made good at once.
	 */
	private void handIn(Visit visit, Attempt locked, Assessment assessment, Try one) {
		Instant now = this.clock.instant();
		Instant deadline = one.deadline();
		Instant ended = (deadline != null && !now.isBefore(deadline)) ? deadline : now;
		Result result = Result.of(marks(visit, one, List.of()).values(), assessment.passMark());
		this.tries.submit(one.id(), result, ended, ended.equals(deadline));
		this.regrading.regrade(visit.module(), one.handedIn(ended, result));
		announce(visit, this.attempts.lock(visit).orElse(locked));
	}

	/**
	 * Marks each answer of a try. Questions that the module no longer has are left out.
	 * @param visit the visit
	 * @param one the try
	 * @param corrections what raised its result
	 * @return marks by question, in the order of the try
	 */
	Map<Question, Mark> marks(Visit visit, Try one, List<Correction> corrections) {
		return this.regrading.marks(visit.module(), one, answers(one), corrections);
	}

	/** What raised the result of a try after it was marked. */
	List<Correction> corrections(Try one) {
		return this.regrading.corrections(one);
	}

	/**
	 * Records completion, and announces it together with the result that counts, in the
	 * transaction of the act that led there. Nothing is announced twice.
	 */
	private void announce(Visit visit, Attempt attempt) {
		conclude(visit.module(), attempt)
			.ifPresent((points) -> this.events.publishEvent(new AttemptCompleted(attempt.id(), visit.launch(),
					visit.module().id(), visit.module().version(), points, this.clock.instant())));
	}

	/**
	 * Records what follows from what is stored: completion, and the result that counts.
	 * @param module the module in the release with which the attempt goes on
	 * @param attempt the attempt, locked
	 * @return what has to be announced; empty when that was done or is not due
	 */
	Optional<Points> conclude(CoursePackage module, Attempt attempt) {
		Progress progress = progress(attempt);
		if (!attempt.completed()) {
			if (!progress.completes(module)) {
				return Optional.empty();
			}
			this.attempts.complete(attempt.id(), this.clock.instant());
		}
		Grading grading = module.grading();
		if (attempt.preview() || grading == null) {
			return Optional.empty();
		}
		Optional<BigDecimal> counting = progress.counting(grading);
		BigDecimal reported = attempt.reportedPercent();
		if (counting.isEmpty() || (reported != null && reported.compareTo(counting.get()) == 0)) {
			return Optional.empty();
		}
		this.attempts.report(attempt.id(), counting.get());
		return counting.map((percent) -> Result.points(percent, grading.scoreMaximum()));
	}

	/** The learner does something; the time until then counts as active. */
	private <T> T inTurn(Visit visit, Function<Attempt, T> act) {
		return locked(visit, (locked) -> {
			T done = act.apply(locked);
			this.attempts.active(locked.id(), this.clock.instant());
			return done;
		});
	}

	private <T> T locked(Visit visit, Function<Attempt, T> act) {
		return Objects.requireNonNull(this.transactions.execute((status) -> act
			.apply(this.attempts.lock(visit).orElseThrow(() -> new IllegalStateException("nothing was started")))));
	}

}
