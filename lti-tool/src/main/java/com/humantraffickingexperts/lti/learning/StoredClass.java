package com.humantraffickingexperts.lti.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.UserId;

/** {@link ClassProgress} and {@link ClassActs} from what is stored. */
@Service
class StoredClass implements ClassProgress, ClassActs {

	/** Whoever teaches sees the answers with all that is said about them. */
	private static final Disclosed EVERYTHING = new Disclosed(true, true);

	private final Catalog catalog;

	private final JdbcClass stored;

	private final JdbcAttempts attempts;

	private final JdbcTries tries;

	private final Regrading regrading;

	private final JdbcExtraTimes extraTimes;

	private final TransactionOperations transactions;

	private final Clock clock;

	StoredClass(Catalog catalog, JdbcClass stored, JdbcAttempts attempts, JdbcTries tries, Regrading regrading,
			JdbcExtraTimes extraTimes, TransactionOperations transactions, Clock clock) {
		this.catalog = catalog;
		this.stored = stored;
		this.attempts = attempts;
		this.tries = tries;
		this.regrading = regrading;
		this.extraTimes = extraTimes;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public Optional<Activity> activity(CurrentLaunch launch) {
		return place(launch, launch.standing().seesEveryone()).map(Place::module)
			.map((module) -> new Activity(module.title(), module.language(), module.grading() != null,
					module.assessments().values().stream().anyMatch((check) -> check.maximumAttempts() != null),
					module.assessments().values().stream().anyMatch((check) -> check.timeLimitMinutes() != null)));
	}

	@Override
	public List<Begun> begun(CurrentLaunch launch) {
		return place(launch, launch.standing().seesEveryone())
			.map((place) -> this.stored.begun(launch.registration().id(), place.link().id(), place.module()))
			.orElse(List.of());
	}

	@Override
	public List<Difficulty> difficulties(CurrentLaunch launch) {
		return place(launch, launch.standing().seesEveryone()).map(this::difficulties).orElse(List.of());
	}

	private List<Difficulty> difficulties(Place place) {
		Grading grading = place.module().grading();
		Assessment check = (grading == null) ? null : place.module().assessment(grading.assessment()).orElse(null);
		if (check == null) {
			return List.of();
		}
		Map<String, Integer> asked = new HashMap<>();
		for (JdbcClass.Asked one : this.stored.firstQuestions(place.link().id(), place.module(), check.id())) {
			one.questions().forEach((question) -> asked.merge(question, one.times(), Integer::sum));
		}
		Map<String, Integer> right = new HashMap<>();
		Map<String, Integer> partly = new HashMap<>();
		for (JdbcClass.Given given : this.stored.firstAnswers(place.link().id(), place.module(), check.id())) {
			Question question = place.module().questions().get(given.question());
			if (question != null) {
				Answer answer = StoredAnswer.answer(given.kind(), given.choice()).orElse(null);
				switch (Marking.mark(question, answer).verdict()) {
					case RIGHT -> right.merge(given.question(), given.times(), Integer::sum);
					case PARTLY -> partly.merge(given.question(), given.times(), Integer::sum);
					case WRONG -> {
					}
				}
			}
		}
		Set<String> questions = new LinkedHashSet<>();
		check.draws().forEach((draw) -> questions.addAll(draw.pool()));
		List<Difficulty> difficulties = new ArrayList<>();
		for (String id : questions) {
			Question question = place.module().questions().get(id);
			if (question != null) {
				difficulties.add(new Difficulty(difficulties.size() + 1, words(question), asked.getOrDefault(id, 0),
						right.getOrDefault(id, 0), partly.getOrDefault(id, 0)));
			}
		}
		return difficulties;
	}

	private static String words(Question question) {
		Stem stem = Stem.of(question.stem());
		return AnswerWords.plain(stem.question().isBlank() ? stem.story() : stem.question()).strip();
	}

	@Override
	public Optional<Work> work(CurrentLaunch launch, UserId learner) {
		return place(launch, launch.standing().seesEveryone()).flatMap(
				(place) -> this.stored.begun(launch.registration().id(), place.link().id(), place.module(), learner)
					.map((begun) -> work(place, begun)));
	}

	private Work work(Place place, Begun begun) {
		CoursePackage module = place.module();
		List<String> pages = module.items()
			.stream()
			.filter(PageItem.class::isInstance)
			.map(CoursePackage.Item::id)
			.toList();
		Set<String> viewed = this.attempts.viewed(begun.attempt());
		List<TryOfCheck> handedIn = this.tries.of(begun.attempt())
			.stream()
			.map((one) -> shown(module, one))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(TryOfCheck::submittedAt).reversed())
			.toList();
		return new Work(begun, this.stored.version(begun.attempt()),
				(int) pages.stream().filter(viewed::contains).count(), pages.size(), handedIn,
				this.tries.extra(begun.attempt()));
	}

	@Override
	public Optional<Begun> begun(CurrentLaunch launch, UserId learner) {
		return place(launch, launch.standing().seesEveryone()).flatMap(
				(place) -> this.stored.begun(launch.registration().id(), place.link().id(), place.module(), learner));
	}

	@Override
	public List<Decision> decisions(CurrentLaunch launch, UserId learner) {
		return place(launch, launch.standing().seesEveryone()).map((place) -> {
			CurrentLaunch.Course course = launch.context();
			return Stream
				.of(this.stored.resets(place.link().id(), place.module().id(), learner),
						this.stored.triesAllowed(place.link().id(), place.module().id(), learner),
						(course == null) ? List.<Decision>of()
								: this.extraTimes.all(learner, course.id()).stream().map(StoredClass::agreed).toList())
				.<Decision>flatMap(List::stream)
				.sorted(Comparator.comparing(Decision::at).reversed())
				.toList();
		}).orElse(List.of());
	}

	private static TimeAgreed agreed(JdbcExtraTimes.Agreed agreed) {
		ExtraTime time = agreed.time();
		return new TimeAgreed(time.grantedAt(), agreed.by(), time.reason(), time.percent(), time.minutes());
	}

	private @Nullable TryOfCheck shown(CoursePackage module, Try one) {
		Instant submitted = one.submittedAt();
		Result result = one.result();
		if (submitted == null || result == null) {
			return null;
		}
		Map<String, Answer> answers = this.tries.answers(one.id());
		List<Correction> corrections = this.regrading.corrections(one);
		List<AnsweredView> shown = new ArrayList<>();
		this.regrading.marks(module, one, answers, corrections)
			.forEach((question, mark) -> shown.add(AnsweredView.of(one.questions().indexOf(question.id()) + 1, question,
					one.seed(), answers.get(question.id()), mark, EVERYTHING)));
		return new TryOfCheck(module.assessment(one.assessment()).map(Assessment::title).orElse(one.assessment()),
				one.number(), submitted, Duration.between(one.startedAt(), submitted).toMinutes(), result.percent(),
				result.passed(),
				Correction.told(corrections)
					.stream()
					.map((each) -> new Corrected(each.at(), each.from(), each.to(), each.reason()))
					.toList(),
				shown);
	}

	@Override
	public boolean allowAnotherTry(CurrentLaunch launch, UserId learner, int granted) {
		return acted(launch, learner, (attempt) -> this.tries.extra(attempt) == granted
				&& this.stored.allow(attempt, granted + 1, launch, this.clock.instant()));
	}

	@Override
	public boolean allowTime(CurrentLaunch launch, UserId learner, MoreTime time, int agreed) {
		CurrentLaunch.Course course = launch.context();
		if (course == null || place(launch, launch.standing() == Standing.INSTRUCTOR).isEmpty()) {
			return false;
		}
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			// Locks first: what is read afterwards is then as new as the locks.
			List<AttemptId> attempts = this.stored.lock(course.id(), learner);
			List<JdbcExtraTimes.Agreed> before = this.extraTimes.all(learner, course.id());
			if (before.size() != agreed) {
				return false;
			}
			Instant now = this.clock.instant();
			ExtraTime granted = new ExtraTime(time.percent(), time.minutes(), time.reason(), launch.user().id(),
					before.isEmpty() ? now : later(now, before.getFirst().time().grantedAt()));
			if (!this.extraTimes.grant(learner, course.id(), granted, agreed + 1)) {
				return false;
			}
			this.tries.timed(attempts).forEach((one) -> {
				Instant deadline = new TimeAllowed(one.limit(), granted.addedTo(one.limit())).deadline(one.startedAt());
				if (deadline.isAfter(one.deadline())) {
					this.tries.prolong(one.id(), deadline);
				}
			});
			return true;
		}));
	}

	/** The latest agreement holds, whichever node's clock is ahead. */
	private static Instant later(Instant now, Instant before) {
		return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
	}

	@Override
	public boolean reset(CurrentLaunch launch, UserId learner, AttemptId attempt, String reason) {
		return acted(launch, learner, (counting) -> {
			if (!counting.equals(attempt)) {
				return false;
			}
			this.stored.reset(counting, reason, launch, this.clock.instant());
			return true;
		});
	}

	private boolean acted(CurrentLaunch launch, UserId learner, Function<AttemptId, Boolean> act) {
		return place(launch, launch.standing() == Standing.INSTRUCTOR).map((place) -> Objects.requireNonNull(
				this.transactions.execute((status) -> this.stored.lock(place.link().id(), place.module().id(), learner)
					.map(act)
					.orElse(false))))
			.orElse(false);
	}

	private Optional<Place> place(CurrentLaunch launch, boolean allowed) {
		CurrentLaunch.Link link = launch.link();
		String module = launch.module();
		return (!allowed || link == null || module == null) ? Optional.empty()
				: this.catalog.find(module).map((found) -> new Place(link, found));
	}

	/**
	 * Where a class is.
	 *
	 * @param link the activity
	 * @param module the module that it opens
	 */
	private record Place(CurrentLaunch.Link link, CoursePackage module) {
	}

}
