package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionSaved;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioReached;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Scenario;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.TestQuestions;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@OnEachDatabase
class JdbcPlayerTests {

	private static final int CROWD = 30;

	private static final Map<String, Set<String>> RIGHT = Map.of("q-who", Set.of("responder"), "q-adult",
			Set.of("name"), "q-child", Set.of("explain", "refer"), "q-british", Set.of("true"));

	private static final String PRIVATE = "I would call Ana \u2013 0161, d\u00e8s que possible \ud83d\udcde";

	private final CompletionsHeard heard = new CompletionsHeard();

	private final TestClock clock = new TestClock();

	private final TestDatabase database;

	private Player player;

	JdbcPlayerTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.player = player(this.heard);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aClassThatStartsAtOnceGetsOneAttemptEachWhateverIsClickedTwice() {
		CoursePackage module = TestCoursePackages.module().build();
		List<AttemptId> begun = atOnce(CROWD * 3,
				(number) -> this.player.begin(visit(module, TestLaunches.learner("student-" + number % CROWD))).id());
		assertThat(Set.copyOf(begun)).hasSize(CROWD);
		assertThat(count("attempt")).isEqualTo(CROWD);
	}

	@Test
	void twoTabsBeginOneTry() {
		Visit visit = begun(TestCoursePackages.module().build());
		List<String> tries = atOnce(8,
				(number) -> this.player.beginTry(visit, check(visit)).map(Try::id).orElse("none"));
		assertThat(Set.copyOf(tries)).hasSize(1);
		assertThat(count("assessment_try")).isOne();
	}

	@Test
	void aPageOpenedTwiceCountsOnce() {
		Visit visit = begun(TestCoursePackages.module().build());
		atOnce(8, (number) -> {
			open(visit, "consent");
			return number;
		});
		assertThat(count("page_view")).isOne();
		assertThat(attempt(visit).lastItem()).isEqualTo("page:consent");
	}

	@Test
	void completionIsAnnouncedOnceHoweverOftenTheAnswersAreHandedIn() {
		Visit visit = begun(TestCoursePackages.module().build());
		readAll(visit);
		int number = answered(visit, RIGHT);
		atOnce(8, (one) -> {
			this.player.submit(visit, check(visit), number);
			return one;
		});
		assertThat(this.heard.points()).containsExactly("100");
		assertThat(attempt(visit).completed()).isTrue();
		AttemptCompleted completed = this.heard.all().getFirst();
		assertThat(completed.attempt()).isEqualTo(attempt(visit).id());
		assertThat(completed.module()).isEqualTo(visit.module().id());
		assertThat(completed.moduleVersion()).isEqualTo("1.2.0");
	}

	@Test
	void theLastPageCanBeWhatCompletes() {
		Visit visit = begun(TestCoursePackages.module().scoreMaximum(10).build());
		submitted(visit, RIGHT);
		assertThat(this.heard.all()).isEmpty();
		readAll(visit);
		assertThat(this.heard.points()).containsExactly("10");
	}

	@Test
	void onlyABetterResultIsAnnouncedAgain() {
		Visit visit = begun(TestCoursePackages.module().build());
		readAll(visit);
		submitted(visit, without("q-child", "q-who"));
		assertThat(this.heard.points()).isEmpty();
		submitted(visit, without("q-child"));
		submitted(visit, without("q-child", "q-who", "q-british"));
		submitted(visit, without("q-who"));
		submitted(visit, RIGHT);
		submitted(visit, RIGHT);
		assertThat(this.heard.points()).containsExactly("75", "100");
	}

	@Test
	void whereTheLatestResultCountsEachChangeIsAnnounced() {
		Visit visit = begun(TestCoursePackages.module().counts(CountingAttempt.LAST).build());
		readAll(visit);
		submitted(visit, RIGHT);
		submitted(visit, without("q-child", "q-who"));
		assertThat(this.heard.points()).containsExactly("100", "50");
	}

	@Test
	void whatIsNotGradedIsKeptButNotAnnounced() {
		Visit teacher = begun(TestCoursePackages.module().build(), TestLaunches.teacher());
		readAll(teacher);
		submitted(teacher, RIGHT);
		Visit ungraded = begun(TestCoursePackages.module().ungraded().build(), TestLaunches.learner());
		readAll(ungraded);
		submitted(ungraded, RIGHT);
		assertThat(attempt(teacher).completed()).isTrue();
		assertThat(attempt(ungraded).completed()).isTrue();
		assertThat(this.heard.all()).isEmpty();
	}

	@Test
	void aPreviewNeverBecomesAGradedAttempt() {
		CoursePackage module = TestCoursePackages.module().build();
		Visit teaching = begun(module, TestLaunches.teacher());
		readAll(teaching);
		Visit learning = visit(module, TestLaunches.learner("teacher-1"));
		assertThat(this.player.find(learning)).isEmpty();
	}

	@Test
	void theWorkOfOthersCannotBeReached() {
		CoursePackage module = TestCoursePackages.module().build();
		begun(module, TestLaunches.learner("student-1"));
		assertThat(this.player.find(visit(module, TestLaunches.learner("student-2")))).isEmpty();
		assertThat(this.player.find(visit(module, TestLaunches.learner("STUDENT-1")))).isEmpty();
		assertThat(this.player.find(visit(module, TestLaunches.learner("student-1").link("link-2")))).isEmpty();
		assertThat(this.player
			.find(visit(TestCoursePackages.module().id("other").build(), TestLaunches.learner("student-1")))).isEmpty();
	}

	@Test
	void whenTheGradebookCannotTakeNoteNothingIsKept() {
		Visit visit = begun(TestCoursePackages.module().build());
		readAll(visit);
		int number = answered(visit, RIGHT);
		this.player = TestPlayers.on(this.database, (event) -> {
			throw new IllegalStateException("no");
		}, this.clock);
		assertThatIllegalStateException().isThrownBy(() -> this.player.submit(visit, check(visit), number));
		assertThat(attempt(visit).completed()).isFalse();
		assertThat(this.player.progress(attempt(visit)).open(TestCoursePackages.CHECK)).isPresent();
	}

	@Test
	void theLatestAnswerCountsUnlessFeedbackFollowedTheFirst() {
		Visit later = begun(TestCoursePackages.module().build());
		Visit atOnce = begun(
				TestCoursePackages.module().id("immediate").shows(Disclosure.IMMEDIATE, Disclosure.IMMEDIATE).build());
		assertThat(answerTwice(later)).containsExactly("responder");
		assertThat(answerTwice(atOnce)).containsExactly("self");
	}

	@Test
	void aTryWhoseQuestionsAreGoneEndsWithoutCounting() {
		Visit before = begun(TestCoursePackages.module().build());
		answered(before, RIGHT);
		Visit after = visit(TestCoursePackages.module().questions(TestCoursePackages.questions().subList(0, 2)).build(),
				TestLaunches.learner());
		this.player.submit(after, check(after), 1);
		assertThat(this.player.progress(attempt(after)).submitted(TestCoursePackages.CHECK)).isEmpty();
		Try fresh = this.player.beginTry(after, check(after)).orElseThrow();
		assertThat(fresh.number()).isOne();
		assertThat(fresh.questions()).containsExactlyInAnyOrder("q-who", "q-adult");
		assertThat(this.player.answers(fresh)).isEmpty();
	}

	@Test
	void answersOfEveryKindAreKeptAsTheyWereGiven() {
		Visit visit = begun(TestCoursePackages.module().questions(TestQuestions.all()).build());
		Try one = this.player.beginTry(visit, check(visit)).orElseThrow();
		Map<String, Answer> given = Map.of("q-match", new Answer.Pairs(Map.of("rg", "charge", "cg", "confirm")),
				"q-order", new Answer.Order(List.of("s3", "s1", "s2", "s4")), "q-days", new Answer.Typed("1,250.50"),
				"q-section", new Answer.Typed("section = 52, \u2018notify\u2019 \ud83d\udcde"), "q-walk",
				new Answer.Way(List.of("later", "refer")));
		given.forEach((id, answer) -> this.player.answer(visit, check(visit), 1, question(visit, id), answer));
		given.forEach((id, answer) -> this.player.answer(visit, check(visit), 1, question(visit, id), answer));
		assertThat(this.player.answers(one)).isEqualTo(given);
		assertThat(count("answer")).isEqualTo(given.size());
		this.player.submit(visit, check(visit), 1);
		// Half of the pairs, one of three neighbours, no number, half of the words (it
		// has
		// 52 in it), a third of the way.
		assertThat(Objects
			.requireNonNull(
					this.player.progress(attempt(visit)).submitted(TestCoursePackages.CHECK).getFirst().result())
			.earned()).isEqualByComparingTo("1.6666666667");
	}

	@Test
	void aStepIsTakenOnceHoweverOftenItIsClicked() {
		Visit visit = begun(stories());
		List<Integer> steps = atOnce(8, (number) -> {
			this.player.decide(visit, scenario(visit), 1, 0, (number % 2 == 0) ? "later" : "ask");
			return number;
		});
		assertThat(steps).hasSize(8);
		assertThat(way(visit).choices()).hasSize(1);
		assertThat(count("scenario_walk")).isOne();
	}

	@Test
	void whatComesFromAnOldPageOfAScenarioChangesNothing() {
		Visit visit = begun(stories());
		this.player.decide(visit, scenario(visit), 1, 0, "later");
		this.player.decide(visit, scenario(visit), 1, 0, "ask");
		this.player.decide(visit, scenario(visit), 2, 1, "explain");
		this.player.decide(visit, scenario(visit), 1, 1, "later");
		this.player.walkAgain(visit, scenario(visit), 1);
		assertThat(way(visit)).isEqualTo(new JdbcWalks.Latest(1, List.of("later")));
	}

	@Test
	void afterAnEndAScenarioBeginsAgainOnceAndStaysDone() {
		Visit visit = begun(stories());
		this.player.decide(visit, scenario(visit), 1, 0, "ask");
		assertThat(this.player.progress(attempt(visit)).scenarios()).containsExactly("car-wash");
		atOnce(8, (number) -> {
			this.player.walkAgain(visit, scenario(visit), 1);
			return number;
		});
		assertThat(way(visit)).isEqualTo(new JdbcWalks.Latest(2, List.of()));
		this.player.decide(visit, scenario(visit), 1, 0, "ask");
		assertThat(way(visit).choices()).isEmpty();
		assertThat(this.player.progress(attempt(visit)).scenarios()).containsExactly("car-wash");
	}

	@Test
	void aScenarioAndAReflectionCanBeWhatCompletes() {
		Visit visit = begun(stories());
		write(visit, 0, PRIVATE);
		assertThat(attempt(visit).completed()).isFalse();
		this.player.decide(visit, scenario(visit), 1, 0, "later");
		assertThat(attempt(visit).completed()).isFalse();
		this.player.decide(visit, scenario(visit), 1, 1, "explain");
		assertThat(attempt(visit).completed()).isTrue();
	}

	@Test
	void whatIsWrittenCanBeReadByItsLearnerAloneAndNotInTheDatabase() {
		Visit visit = begun(stories());
		assertThat(write(visit, 0, PRIVATE)).isTrue();
		assertThat(written(visit)).isEqualTo(new Written(1, PRIVATE));
		String sealed = sealed();
		assertThat(sealed).doesNotContain("Ana", "0161").doesNotContain(PRIVATE);
		Visit other = begun(stories(), TestLaunches.learner("student-2"));
		assertThat(written(other)).isEqualTo(Written.NOTHING);
		write(other, 0, "something");
		this.database.jdbc()
			.sql("update reflection set sealed_text = :sealed where attempt_id = :id")
			.param("sealed", sealed)
			.param("id", attempt(other).id().value())
			.update();
		assertThatIllegalStateException().isThrownBy(() -> written(other));
	}

	@Test
	void aDraftIsSealedTooAndCountsForNothing() {
		Visit visit = begun(stories());
		Reflection reflection = reflection(visit);
		assertThat(this.player.keep(visit, reflection, 0, PRIVATE)).contains(1);
		assertThat(written(visit)).isEqualTo(new Written(1, null, PRIVATE, false));
		assertThat(this.database.jdbc().sql("select sealed_text from reflection_draft").query(String.class).single())
			.doesNotContain("Ana", "0161")
			.doesNotContain(PRIVATE);
		assertThat(this.player.progress(attempt(visit)).reflections()).isEmpty();
		assertThat(this.player.keep(visit, reflection, 0, "an old tab")).isEmpty();
		assertThat(this.player.keep(visit, reflection, 1, "")).contains(2);
		assertThat(written(visit)).isEqualTo(new Written(2, null, null, false));
		this.player.keep(visit, reflection, 2, PRIVATE + "!");
		assertThat(write(visit, 3, PRIVATE)).isTrue();
		assertThat(written(visit)).isEqualTo(new Written(4, PRIVATE));
		assertThat(count("reflection_draft")).isZero();
	}

	@Test
	void theSameTextIsSealedAnewEachTime() {
		Visit visit = begun(stories());
		write(visit, 0, PRIVATE);
		String first = sealed();
		write(visit, 1, PRIVATE + "!");
		write(visit, 2, PRIVATE);
		assertThat(sealed()).isNotEqualTo(first);
	}

	@Test
	void anOldTabDoesNotUndoWhatANewOneSaved() {
		Visit visit = begun(stories());
		assertThat(write(visit, 0, "first text")).isTrue();
		assertThat(write(visit, 0, "first text")).as("the same again").isTrue();
		assertThat(write(visit, 1, "second text")).isTrue();
		assertThat(write(visit, 1, "old text")).isFalse();
		assertThat(written(visit)).isEqualTo(new Written(2, "second text"));
	}

	@Test
	void deletingLeavesNothingButThatItWasWritten() {
		Visit visit = begun(stories());
		write(visit, 0, null);
		assertThat(this.player.progress(attempt(visit)).reflections()).isEmpty();
		write(visit, 0, PRIVATE);
		write(visit, 0, null);
		write(visit, 0, null);
		assertThat(written(visit)).isEqualTo(new Written(2, null));
		assertThat(this.player.progress(attempt(visit)).reflections()).containsExactly("q-team");
	}

	private static CoursePackage stories() {
		return TestCoursePackages.module()
			.stories()
			.completion(new ScenarioReached("car-wash"), new ReflectionSaved("q-team"))
			.build();
	}

	private static Scenario scenario(Visit visit) {
		return Objects.requireNonNull(visit.module().scenarios().get("car-wash"));
	}

	private static Reflection reflection(Visit visit) {
		return Objects.requireNonNull(visit.module().reflections().get("q-team"));
	}

	private JdbcWalks.Latest way(Visit visit) {
		return this.player.walk(attempt(visit), scenario(visit));
	}

	private boolean write(Visit visit, int revision, @Nullable String text) {
		return this.player.write(visit, reflection(visit), revision, text);
	}

	private Written written(Visit visit) {
		return this.player.written(attempt(visit), reflection(visit));
	}

	private String sealed() {
		return this.database.jdbc()
			.sql("select sealed_text from reflection order by attempt_id")
			.query(String.class)
			.list()
			.getFirst();
	}

	private Player player(CompletionsHeard completions) {
		return TestPlayers.on(this.database, completions, this.clock);
	}

	private Set<String> answerTwice(Visit visit) {
		Try one = this.player.beginTry(visit, check(visit)).orElseThrow();
		Question question = question(visit, "q-who");
		this.player.answer(visit, check(visit), one.number(), question, new Answer.Choices(Set.of("self")));
		this.player.answer(visit, check(visit), one.number(), question, new Answer.Choices(Set.of("responder")));
		return ((Answer.Choices) Objects.requireNonNull(this.player.answers(one).get("q-who"))).options();
	}

	private void submitted(Visit visit, Map<String, Set<String>> answers) {
		this.player.submit(visit, check(visit), answered(visit, answers));
	}

	private int answered(Visit visit, Map<String, Set<String>> answers) {
		Try one = this.player.beginTry(visit, check(visit)).orElseThrow();
		answers.forEach((id, choice) -> this.player.answer(visit, check(visit), one.number(), question(visit, id),
				new Answer.Choices(choice)));
		return one.number();
	}

	private static Map<String, Set<String>> without(String... questions) {
		Map<String, Set<String>> answers = new HashMap<>(RIGHT);
		List.of(questions).forEach(answers::remove);
		return answers;
	}

	private void readAll(Visit visit) {
		visit.module().pages().keySet().forEach((page) -> open(visit, page));
	}

	private void open(Visit visit, String page) {
		Attempt attempt = attempt(visit);
		this.player.open(visit, attempt, this.player.progress(attempt), page);
	}

	private Attempt attempt(Visit visit) {
		return this.player.find(visit).orElseThrow();
	}

	private Visit begun(CoursePackage module) {
		return begun(module, TestLaunches.learner());
	}

	private Visit begun(CoursePackage module, TestLaunches launch) {
		Visit visit = visit(module, launch);
		this.player.begin(visit);
		return visit;
	}

	private static Visit visit(CoursePackage module, TestLaunches builder) {
		CurrentLaunch launch = builder.module(module.id()).build();
		return new Visit(launch, Objects.requireNonNull(launch.link()), module);
	}

	private static Question question(Visit visit, String id) {
		return Objects.requireNonNull(visit.module().questions().get(id));
	}

	private static Assessment check(Visit visit) {
		return visit.module().assessment(TestCoursePackages.CHECK).orElseThrow();
	}

	private int count(String table) {
		return this.database.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
	}

	private static <T> List<T> atOnce(int times, IntFunction<T> act) {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> running = new ArrayList<>();
			for (int number = 0; number < times; number++) {
				int mine = number;
				running.add(threads.submit(() -> {
					start.await();
					return act.apply(mine);
				}));
			}
			start.countDown();
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
