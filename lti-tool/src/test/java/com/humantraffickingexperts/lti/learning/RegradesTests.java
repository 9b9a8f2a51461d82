package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Status;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.Upkeep;
import com.humantraffickingexperts.lti.catalog.Upkeep.Action;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.people.Arrival;
import com.humantraffickingexperts.lti.people.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a question was marked wrongly, results rise, once, and never fall. */
@OnEachDatabase
class RegradesTests {

	private static final Map<String, String> HALF = Map.of("q-who", "responder", "q-adult", "name", "q-child", "wait",
			"q-british", "false");

	private static final Map<String, String> QUARTER = Map.of("q-who", "responder", "q-adult", "sector", "q-child",
			"wait", "q-british", "false");

	private final List<Object> heard = new CopyOnWriteArrayList<>();

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private final CoursePackage old = released("1.0.0");

	RegradesTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void whoeverPassesNowHasCompletedTheModuleAndIsReported() {
		Visit visit = failed("student-1", HALF);
		this.clock.advance(Duration.ofDays(100));

		assertThat(regraded(corrected(credit("q-british")))).isOne();

		Try one = tried(visit);
		assertThat(result(one)).isEqualTo("75.00");
		assertThat(one.passed()).isTrue();
		assertThat(attempt(visit).completedAt()).isEqualTo(this.clock.instant());
		assertThat(this.heard).singleElement().isInstanceOfSatisfying(AttemptRegraded.class, (event) -> {
			assertThat(event.attempt()).isEqualTo(attempt(visit).id());
			assertThat(event.link()).isEqualTo(visit.link().id());
			assertThat(event.learner().id()).isEqualTo(visit.launch().user().id());
			assertThat(event.learner().subject()).isEqualTo("student-1");
			assertThat(event.points().given()).isEqualByComparingTo("75");
			assertThat(event.moduleVersion()).isEqualTo("1.0.0");
			assertThat(event.at()).as("the learner was not late").isEqualTo(one.submittedAt());
			assertThat(event.reason()).isEqualTo("The law on q-british had changed.");
		});
	}

	@Test
	void whatWasDoneIsKeptWithItsReasonAndWhatItChanged() {
		Visit visit = failed("student-1", HALF);
		CoursePackage newest = corrected(credit("q-british"));
		regraded(newest);

		assertThat(new JdbcRegrades(this.database.jdbc()).of(tried(visit))).singleElement()
			.isEqualTo(new Correction(Errata.id(newest, newest.upkeep().errata().getFirst()), "q-british",
					"The law on q-british had changed.", new BigDecimal("50.00"), new BigDecimal("75.00"),
					this.clock.instant()));
		assertThat(this.database.jdbc().sql("select attempt_id from regrade").query(String.class).single())
			.isEqualTo(attempt(visit).id().value());
	}

	@Test
	void aSecondLookChangesNothing() {
		Visit visit = failed("student-1", HALF);
		CoursePackage newest = corrected(credit("q-british"));
		regraded(newest);

		assertThat(regraded(newest)).isZero();
		assertThat(regraded(newest)).isZero();
		assertThat(this.heard).hasSize(1);
		assertThat(result(tried(visit))).isEqualTo("75.00");
		assertThat(count()).isOne();
	}

	@Test
	void ofTwoNodesAtTheSameTimeOneDoesIt() throws Exception {
		List<Visit> visits = IntStream.range(0, 12).mapToObj((number) -> failed("student-" + number, HALF)).toList();
		CoursePackage newest = corrected(credit("q-british"));
		Callable<Integer> node = () -> regraded(newest);
		int raised = 0;
		try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Integer> one : nodes.invokeAll(List.of(node, node, node))) {
				raised += one.get();
			}
		}
		assertThat(raised).isEqualTo(12);
		assertThat(this.heard).hasSize(12);
		assertThat(count()).isEqualTo(12);
		assertThat(visits).allSatisfy((visit) -> assertThat(result(tried(visit))).isEqualTo("75.00"));
	}

	@Test
	void whoeverStillFailsHasABetterResultButCompletesNothing() {
		Visit visit = failed("student-1", QUARTER);

		assertThat(regraded(corrected(drop("q-adult")))).isOne();
		assertThat(result(tried(visit))).isEqualTo("33.33");
		assertThat(attempt(visit).completed()).isFalse();
		assertThat(this.heard).isEmpty();
	}

	@Test
	void whereNothingRisesNothingIsWrittenButThatSomebodyLooked() {
		Visit visit = failed("student-1", HALF);

		assertThat(regraded(corrected(rekey("q-who", "self"), drop("q-adult")))).isZero();
		assertThat(result(tried(visit))).isEqualTo("50.00");
		assertThat(this.heard).isEmpty();
		assertThat(new JdbcRegrades(this.database.jdbc()).of(tried(visit))).hasSize(2).noneMatch(Correction::raised);
	}

	@Test
	void aResultThatIsBetterThanItsAnswersIsNotLowered() {
		Visit visit = failed("student-1", HALF);
		this.database.jdbc().sql("update assessment_try set result_percent = 90, passed = true").update();

		assertThat(regraded(corrected(credit("q-british")))).isZero();
		assertThat(result(tried(visit))).isEqualTo("90.00");
		assertThat(tried(visit).passed()).isTrue();
	}

	@Test
	void aSecondErratumRaisesFurtherAndIsReportedAgain() {
		Visit visit = failed("student-1", HALF);
		regraded(corrected(credit("q-british")));
		this.clock.advance(Duration.ofDays(3));

		assertThat(regraded(corrected(credit("q-british"), rekey("q-child", "wait")))).isOne();
		assertThat(result(tried(visit))).isEqualTo("100.00");
		assertThat(this.heard).extracting((event) -> ((AttemptRegraded) event).points().given().toPlainString())
			.containsExactly("75", "100");
		assertThat(new JdbcRegrades(this.database.jdbc()).of(tried(visit))).extracting(Correction::question)
			.containsExactly("q-british", "q-child");
	}

	@Test
	void anErratumThatIsTakenBackLowersNothing() {
		Visit visit = failed("student-1", HALF);
		regraded(corrected(credit("q-british")));

		assertThat(regraded(corrected(rekey("q-adult", "region")))).isZero();
		assertThat(result(tried(visit))).isEqualTo("75.00");
	}

	@Test
	void triesOfOtherVersionsAndOfTheNewestStayAsTheyAre() {
		failed("student-1", HALF, released("0.9.0"));
		failed("student-2", HALF, released("1.1.0"));

		assertThat(regraded(corrected(credit("q-british")))).isZero();
		assertThat(count()).isZero();
	}

	@Test
	void whatIsOpenIsMarkedRightlyWhenItIsHandedIn() {
		CoursePackage newest = corrected(credit("q-british"));
		Visit visit = begun("student-1", this.old);
		answer(visit, HALF);
		assertThat(regraded(newest)).isZero();

		player(newest).submit(visit, check(visit), 1);

		assertThat(result(tried(visit))).isEqualTo("75.00");
		assertThat(this.heard).singleElement().isInstanceOf(AttemptCompleted.class);
		assertThat(regraded(newest)).isZero();
		assertThat(this.heard).hasSize(1);
	}

	@Test
	void whereTheLastResultCountsABetterEarlierOneIsNotReported() {
		CoursePackage module = TestCoursePackages.module().version("1.0.0").counts(CountingAttempt.LAST).build();
		Visit visit = failed("student-1", HALF, module);
		answer(visit, Map.of("q-who", "responder", "q-adult", "name", "q-british", "true"));
		player(module).submit(visit, check(visit), 2);
		assertThat(this.heard).singleElement().isInstanceOf(AttemptCompleted.class);

		assertThat(regraded(corrected(rekey("q-child", "wait")))).isOne();
		assertThat(this.heard).hasSize(1);
	}

	@Test
	void anAttemptThatBeganAgainIsLeftAlone() {
		Visit visit = failed("student-1", HALF);
		this.database.jdbc()
			.sql("update attempt set reset_id = 'reset' where id = :id")
			.param("id", attempt(visit).id().value())
			.update();

		assertThat(regraded(corrected(credit("q-british")))).isZero();
	}

	@Test
	void aPreviewIsCorrectedButNotReported() {
		CurrentLaunch teacher = TestLaunches.teacher().module(this.old.id()).build();
		Visit visit = failed(teacher, HALF, this.old);

		assertThat(regraded(corrected(credit("q-british")))).isOne();
		assertThat(result(tried(visit))).isEqualTo("75.00");
		assertThat(this.heard).isEmpty();
	}

	@Test
	void aWithdrawnModuleIsNotScored() {
		failed("student-1", HALF);
		CoursePackage withdrawn = TestCoursePackages.module()
			.version("1.1.0")
			.status(Status.WITHDRAWN)
			.upkeep(upkeep(credit("q-british")))
			.build();

		assertThat(regraded(withdrawn)).isZero();
	}

	@Test
	void whatIsMarkedAgainIsThePaperThatWasAsked() {
		Visit visit = failed("student-1", HALF);
		CoursePackage newest = TestCoursePackages.module()
			.version("1.1.0")
			.questions(TestCoursePackages.questions().subList(2, 4))
			.upkeep(upkeep(credit("q-british")))
			.build();

		assertThat(regraded(newest)).isOne();
		assertThat(result(tried(visit))).isEqualTo("75.00");
	}

	@Test
	void whenTheGradebookCannotTakeNoteNothingIsKeptAndTheOthersGoOn() {
		Visit first = failed("student-1", HALF);
		Visit second = failed("student-2", HALF);
		CoursePackage newest = corrected(credit("q-british"));
		int raised = job(newest, (event) -> {
			if (((AttemptRegraded) event).attempt().equals(attempt(first).id())) {
				throw new IllegalStateException("no");
			}
		}).regrade(() -> false);

		assertThat(raised).isOne();
		assertThat(result(tried(first))).isEqualTo("50.00");
		assertThat(attempt(first).completed()).isFalse();
		assertThat(result(tried(second))).isEqualTo("75.00");
		assertThat(regraded(newest)).as("it is tried again").isOne();
	}

	@Test
	void aNodeThatIsStoppedLeavesTheRestForLater() {
		failed("student-1", HALF);
		CoursePackage newest = corrected(credit("q-british"));

		assertThat(job(newest, this.heard::add).regrade(() -> true)).isZero();
		assertThat(regraded(newest)).isOne();
	}

	@Test
	void moreThanOneBatchIsWorkedThrough() {
		Visit visit = failed("student-1", HALF);
		for (int number = 2; number <= 250; number++) {
			copy(visit, number);
		}

		assertThat(regraded(corrected(credit("q-british")))).isEqualTo(250);
		assertThat(this.heard).as("the attempt is reported once").hasSize(1);
	}

	@Test
	void theErrataOfACatalogueHaveAName() {
		assertThat(job(this.old, this.heard::add).errata()).isEmpty();
		assertThat(job(corrected(credit("q-british")), this.heard::add).errata())
			.isEqualTo(job(corrected(credit("q-british")), this.heard::add).errata())
			.isNotEqualTo(job(corrected(drop("q-british")), this.heard::add).errata());
	}

	/**
	 * Another try at the same check, as it would be had the learner answered the same.
	 */
	private void copy(Visit visit, int number) {
		Try one = tried(visit);
		this.database.jdbc()
			.sql("""
					insert into assessment_try (id, attempt_id, assessment_id, try_number, module_version, seed, questions,
					  started_at, submitted_at, earned, maximum, result_percent, passed)
					select :id, attempt_id, assessment_id, :number, module_version, seed, questions, started_at,
					  submitted_at, earned, maximum, result_percent, passed
					from assessment_try where id = :from
					""")
			.param("id", one.id().substring(0, 28) + "z%03d".formatted(number))
			.param("number", number)
			.param("from", one.id())
			.update();
		this.database.jdbc()
			.sql("""
					insert into answer (try_id, question_id, kind, choice, saved_at)
					select :id, question_id, kind, choice, saved_at from answer where try_id = :from
					""")
			.param("id", one.id().substring(0, 28) + "z%03d".formatted(number))
			.param("from", one.id())
			.update();
	}

	private int regraded(CoursePackage newest) {
		return job(newest, this.heard::add).regrade(() -> false);
	}

	private Regrades job(CoursePackage newest, ApplicationEventPublisher events) {
		Catalog catalog = offering(newest);
		JdbcTries tries = new JdbcTries(this.database.jdbc());
		JdbcRegrades regrades = new JdbcRegrades(this.database.jdbc());
		return new Regrades(catalog, releases(), new JdbcAttempts(this.database.jdbc()), tries, regrades,
				new Regrading(catalog, tries, regrades, this.clock), player(newest), this.database.transactions(),
				events);
	}

	private static Catalog offering(CoursePackage newest) {
		return newest.offered() ? TestCoursePackages.catalog(newest) : TestCoursePackages.catalog();
	}

	private Releases releases() {
		return new Releases(new JdbcReleases(this.database.jdbc()), new JdbcTries(this.database.jdbc()), List.of(),
				this.clock);
	}

	private Player player(CoursePackage newest) {
		return TestPlayers.on(this.database, this.heard::add, this.clock, offering(newest));
	}

	private Visit failed(String subject, Map<String, String> answers) {
		return failed(subject, answers, this.old);
	}

	private Visit failed(String subject, Map<String, String> answers, CoursePackage module) {
		return failed(TestLaunches.learner(subject).module(module.id()).build(), answers, module);
	}

	/** Somebody who read everything and handed answers in. */
	private Visit failed(CurrentLaunch launch, Map<String, String> answers, CoursePackage module) {
		Visit visit = begun(launch, module);
		answer(visit, answers);
		player(module).submit(visit, check(visit), 1);
		assertThat(attempt(visit).completed()).isFalse();
		return visit;
	}

	private Visit begun(String subject, CoursePackage module) {
		return begun(TestLaunches.learner(subject).module(module.id()).build(), module);
	}

	private Visit begun(CurrentLaunch launch, CoursePackage module) {
		Visit visit = new Visit(launch, Objects.requireNonNull(launch.link()), module);
		TestUsers.on(this.database, this.clock).record(List.of(new Arrival(launch.user(), launch.graded())));
		Player player = player(module);
		player.begin(visit);
		releases().of(launch, module, new JdbcVisits(this.database.jdbc()).of(launch, visit.link(), module.id()).pin());
		module.pages().keySet().forEach((page) -> {
			Attempt attempt = attempt(visit);
			player.open(visit, attempt, player.progress(attempt), page);
		});
		return visit;
	}

	private void answer(Visit visit, Map<String, String> answers) {
		Player player = player(visit.module());
		Try one = player.beginTry(visit, check(visit)).orElseThrow();
		answers.forEach((id, option) -> player.answer(visit, check(visit), one.number(),
				Objects.requireNonNull(visit.module().questions().get(id)), new Answer.Choices(Set.of(option))));
	}

	private static Assessment check(Visit visit) {
		return visit.module().assessment(TestCoursePackages.CHECK).orElseThrow();
	}

	private Attempt attempt(Visit visit) {
		return new JdbcAttempts(this.database.jdbc()).find(visit).orElseThrow();
	}

	private Try tried(Visit visit) {
		return new JdbcTries(this.database.jdbc()).of(attempt(visit).id()).getFirst();
	}

	private static String result(Try one) {
		return Objects.requireNonNull(one.result()).percent().toPlainString();
	}

	private int count() {
		return this.database.jdbc().sql("select count(*) from regrade").query(Integer.class).single();
	}

	private static CoursePackage released(String version) {
		return TestCoursePackages.module().version(version).build();
	}

	private static CoursePackage corrected(Erratum... errata) {
		List<Question> questions = new ArrayList<>(TestCoursePackages.questions());
		return TestCoursePackages.module().version("1.1.0").questions(questions).upkeep(upkeep(errata)).build();
	}

	private static Upkeep upkeep(Erratum... errata) {
		return new Upkeep(List.of(), Upkeep.SUNSET_DAYS, List.of(errata), null);
	}

	private static Erratum credit(String question) {
		return erratum(question, Action.FULL_CREDIT);
	}

	private static Erratum drop(String question) {
		return erratum(question, Action.DROP);
	}

	private static Erratum rekey(String question, String... key) {
		return erratum(question, Action.REKEY, key);
	}

	private static Erratum erratum(String question, Action action, String... key) {
		return new Erratum(question, ">=1.0.0 <1.1.0", action, List.of(key), "The law on " + question + " had changed.",
				LocalDate.of(2026, 11, 20));
	}

}
