package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.Scenario;
import com.humantraffickingexperts.lti.catalog.Scenario.End;
import com.humantraffickingexperts.lti.database.Ids;

/**
 * What a learner does. Each act is one transaction that first locks the attempt, so that
 * double clicks, two tabs and two devices take turns; doing something twice is the same
 * as doing it once.
 */
@Service
class Player {

	private final JdbcAttempts attempts;

	private final JdbcTries tries;

	private final JdbcWalks walks;

	private final JdbcReflections reflections;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Seeds seeds;

	private final Clock clock;

	Player(JdbcAttempts attempts, JdbcTries tries, JdbcWalks walks, JdbcReflections reflections,
			TransactionOperations transactions, ApplicationEventPublisher events, Seeds seeds, Clock clock) {
		this.attempts = attempts;
		this.tries = tries;
		this.walks = walks;
		this.reflections = reflections;
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

	Progress progress(Attempt attempt) {
		return new Progress(this.attempts.viewed(attempt.id()), this.tries.of(attempt.id()),
				this.walks.ended(attempt.id()), this.reflections.saved(attempt.id()));
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
		String item = "page:" + page;
		if (item.equals(attempt.lastItem()) && progress.viewed().contains(page)) {
			return;
		}
		inTurn(visit, (locked) -> {
			this.attempts.moveTo(locked.id(), item);
			if (!this.attempts.viewed(locked.id()).contains(page)) {
				this.attempts.view(locked.id(), page, this.clock.instant());
				announce(visit, locked);
			}
			return locked;
		});
	}

	/**
	 * The learner came to an item that does not count by being opened.
	 * @param visit the visit
	 * @param attempt its attempt, as read in this request
	 * @param item the item
	 */
	void arrive(Visit visit, Attempt attempt, Item item) {
		String key = Resume.key(item);
		if (!key.equals(attempt.lastItem())) {
			inTurn(visit, (locked) -> {
				this.attempts.moveTo(locked.id(), key);
				return locked;
			});
		}
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
			if (Objects.equals(before.text(), text)) {
				return true;
			}
			// Whoever deletes means whatever is there.
			if (text != null && before.revision() != revision) {
				return false;
			}
			this.reflections.save(locked.id(), reflection.id(), new Written(before.revision() + 1, text),
					this.clock.instant());
			announce(visit, locked);
			return true;
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
			this.attempts.moveTo(locked.id(), "check:" + assessment.id());
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
					progress.submitted(assessment.id()).size() + 1, visit.module().version(), seed,
					Paper.draw(visit.module(), assessment, seed), now, null, null);
			this.tries.insert(fresh);
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
			boolean settled = assessment.showFeedback() == Disclosure.IMMEDIATE
					&& Answer.complete(question, this.tries.answers(one.id()).get(question.id()));
			if (!settled) {
				this.tries.answer(one.id(), question.id(), answer, this.clock.instant());
			}
		});
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
			progress(locked).open(assessment.id()).filter((one) -> one.number() == number).ifPresent(act);
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
				.ifPresent((one) -> {
					Result result = Result.of(marks(visit, one).values(), assessment.passMark());
					this.tries.submit(one.id(), result, this.clock.instant());
					announce(visit, locked);
				});
			return locked;
		});
	}

	/**
	 * Marks each answer of a try. Questions that the module no longer has are left out.
	 * @param visit the visit
	 * @param one the try
	 * @return marks by question, in the order of the try
	 */
	Map<Question, Mark> marks(Visit visit, Try one) {
		Map<String, Answer> answers = answers(one);
		Map<Question, Mark> marks = new LinkedHashMap<>();
		one.questions()
			.stream()
			.map(visit.module().questions()::get)
			.filter(Objects::nonNull)
			.forEach((question) -> marks.put(question, Marking.mark(question, answers.get(question.id()))));
		return marks;
	}

	/**
	 * Records completion, and announces it together with the result that counts, in the
	 * transaction of the act that led there. Nothing is announced twice.
	 */
	private void announce(Visit visit, Attempt attempt) {
		Progress progress = progress(attempt);
		Instant now = this.clock.instant();
		if (!attempt.completed()) {
			if (!progress.completes(visit.module())) {
				return;
			}
			this.attempts.complete(attempt.id(), now);
		}
		Grading grading = visit.module().grading();
		if (visit.preview() || grading == null) {
			return;
		}
		Optional<BigDecimal> counting = progress.counting(grading);
		BigDecimal reported = attempt.reportedPercent();
		if (counting.isEmpty() || (reported != null && reported.compareTo(counting.get()) == 0)) {
			return;
		}
		this.attempts.report(attempt.id(), counting.get());
		this.events.publishEvent(new AttemptCompleted(attempt.id(), visit.launch(), visit.module().id(),
				visit.module().version(), Result.points(counting.get(), grading.scoreMaximum()), now));
	}

	private <T> T inTurn(Visit visit, Function<Attempt, T> act) {
		return Objects.requireNonNull(this.transactions.execute((status) -> act
			.apply(this.attempts.lock(visit).orElseThrow(() -> new IllegalStateException("nothing was started")))));
	}

}
