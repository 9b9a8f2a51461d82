package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.TestQuestions;
import com.humantraffickingexperts.lti.catalog.Upkeep;
import com.humantraffickingexperts.lti.catalog.Upkeep.Action;
import com.humantraffickingexperts.lti.catalog.Upkeep.Erratum;
import com.humantraffickingexperts.lti.learning.Errata.Step;

import static org.assertj.core.api.Assertions.assertThat;

/** Errata help learners, each as far as it can, and never cost them anything. */
class ErrataTests {

	private static final BigDecimal PASS_MARK = BigDecimal.valueOf(75);

	private static final CoursePackage OLD = TestCoursePackages.module().version("1.2.0").build();

	private static final Map<String, Answer> HALF = Map.of("q-who", chosen("responder"), "q-adult", chosen("name"),
			"q-child", chosen("wait"), "q-british", chosen("false"));

	@Nested
	class FullCredit {

		@Test
		void givesAllPointsWhateverWasAnswered() {
			assertThat(percents(HALF, erratum("q-british", Action.FULL_CREDIT))).containsExactly("50.00 75.00");
		}

		@Test
		void givesThemAlsoWhereNothingWasAnswered() {
			assertThat(percents(Map.of(), erratum("q-british", Action.FULL_CREDIT))).containsExactly("0.00 25.00");
		}

		@Test
		void changesNothingWhereTheAnswerWasRight() {
			assertThat(percents(HALF, erratum("q-who", Action.FULL_CREDIT))).containsExactly("50.00 50.00");
		}

		@Test
		void maySufficeToPass() {
			assertThat(steps(HALF, erratum("q-british", Action.FULL_CREDIT)).getLast().after().passed()).isTrue();
		}

	}

	@Nested
	class Drop {

		@Test
		void leavesTheQuestionOutOfPointsAndMaximum() {
			Result after = steps(HALF, erratum("q-british", Action.DROP)).getLast().after();

			assertThat(after.percent()).isEqualByComparingTo("66.67");
			assertThat(after.earned()).isEqualByComparingTo("2");
			assertThat(after.maximum()).isEqualByComparingTo("3");
		}

		@Test
		void keepsTheQuestionForThoseWhomItHelps() {
			assertThat(percents(HALF, erratum("q-who", Action.DROP))).containsExactly("50.00 50.00");
		}

		@Test
		void beginsWithTheWorstAnsweredSoThatTheOrderOfTheFileDoesNotMatter() {
			Erratum right = erratum("q-who", Action.DROP);
			Erratum wrong = erratum("q-british", Action.DROP);

			assertThat(percents(HALF, right, wrong)).isEqualTo(percents(HALF, wrong, right))
				.containsExactly("50.00 66.67", "66.67 66.67");
		}

		@Test
		void ofEveryQuestionLeavesTheResultAsItIs() {
			List<Step> steps = steps(Map.of(), erratum("q-who", Action.DROP), erratum("q-adult", Action.DROP),
					erratum("q-child", Action.DROP), erratum("q-british", Action.DROP));

			assertThat(steps.getLast().after().percent()).isEqualByComparingTo("0");
		}

	}

	@Nested
	class Rekey {

		@Test
		void givesThePointsForWhatIsRightNow() {
			assertThat(percents(HALF, rekey("q-british", "false"))).containsExactly("50.00 75.00");
		}

		@Test
		void leavesThePointsToThoseWhoGaveWhatWasCalledRight() {
			assertThat(percents(HALF, rekey("q-who", "self"))).containsExactly("50.00 50.00");
		}

		@Test
		void ofSeveralOptionsIsMarkedAsTheQuestionIs() {
			assertThat(percents(HALF, rekey("q-child", "wait"))).containsExactly("50.00 75.00");
			assertThat(percents(HALF, rekey("q-child", "refer"))).containsExactly("50.00 50.00");
		}

		@Test
		void withoutAKeyIsMarkedAsTodaysQuestion() {
			List<Question> all = new ArrayList<>(TestQuestions.all());
			CoursePackage before = TestCoursePackages.module().questions(all).build();
			Question.Numeric days = (Question.Numeric) all.stream()
				.filter(Question.Numeric.class::isInstance)
				.findFirst()
				.orElseThrow();
			all.set(all.indexOf(days),
					new Question.Numeric(days.id(), days.stem(), days.points().multiply(BigDecimal.TEN),
							days.objectives(), days.sources(), days.feedback(), BigDecimal.valueOf(777),
							BigDecimal.valueOf(777), days.unit()));
			Erratum erratum = rekey(days.id());
			CoursePackage now = newest(all, erratum);
			Map<String, Answer> answers = Map.of(days.id(), new Answer.Typed("777"));

			Step step = new Errata(now).steps(marks(before, answers), answers, List.of(erratum), List.of(), PASS_MARK)
				.getFirst();

			assertThat(step.after().earned()).as("the points are those that were promised")
				.isEqualByComparingTo(days.points());
			assertThat(step.after().maximum()).isEqualTo(step.before().maximum());
		}

		@Test
		void ofAQuestionThatIsGoneChangesNothing() {
			assertThat(percents(HALF, rekey("q-gone", "x"))).containsExactly("50.00 50.00");
		}

	}

	@Test
	void pointsAreGivenBeforeQuestionsAreDropped() {
		assertThat(percents(HALF, erratum("q-british", Action.DROP), erratum("q-child", Action.FULL_CREDIT)))
			.containsExactly("50.00 75.00", "75.00 100.00");
	}

	@Test
	void whatWasAppliedBeforeComesFirst() {
		Erratum first = erratum("q-british", Action.DROP);
		Erratum second = erratum("q-child", Action.FULL_CREDIT);
		CoursePackage newest = newest(TestCoursePackages.questions(), first, second);

		assertThat(new Errata(newest).steps(marks(OLD, HALF), HALF, List.of(first, second),
				List.of(Errata.id(newest, first)), PASS_MARK))
			.extracting(Step::erratum)
			.containsExactly(first, second);
	}

	@Test
	void anErratumIsAboutOlderReleasesInItsRangeAndAboutTriesThatAskedItsQuestion() {
		Erratum erratum = erratum("q-who", Action.FULL_CREDIT);
		Errata errata = new Errata(newest(TestCoursePackages.questions(), erratum));

		assertThat(errata.about(tried("1.2.0", "q-who", "q-adult"))).containsExactly(erratum);
		assertThat(errata.about(tried("1.2.0", "q-adult"))).isEmpty();
		assertThat(errata.about(tried("1.1.9", "q-who"))).isEmpty();
		assertThat(errata.about(tried("1.3.1", "q-who"))).isEmpty();
	}

	@Test
	void theNewestReleaseHasNothingToCorrect() {
		Erratum open = new Erratum("q-who", ">=1.0.0", Action.FULL_CREDIT, List.of(), "It cannot be answered.",
				LocalDate.of(2026, 11, 20));
		Errata errata = new Errata(newest(TestCoursePackages.questions(), open));

		assertThat(errata.about(tried("1.2.0", "q-who"))).hasSize(1);
		assertThat(errata.about(tried("1.3.1", "q-who"))).isEmpty();
	}

	@Test
	void anErratumKeepsItsNameWhenItsReasonIsWordedAnew() {
		Erratum one = rekey("q-who", "self");
		Erratum reworded = new Erratum(one.question(), one.versions(), one.action(), one.key(), "In other words.",
				one.date().plusDays(1));

		assertThat(Errata.id(OLD, reworded)).isEqualTo(Errata.id(OLD, one));
		assertThat(Errata.id(OLD, rekey("q-who", "responder"))).isNotEqualTo(Errata.id(OLD, one));
	}

	@Test
	void theMarksThatAreShownMakeUpTheResult() {
		Erratum credit = erratum("q-british", Action.FULL_CREDIT);
		Erratum rekey = rekey("q-child", "wait");
		Erratum notApplied = erratum("q-who", Action.DROP);
		CoursePackage newest = newest(TestCoursePackages.questions(), credit, rekey, notApplied);
		List<Correction> corrections = List.of(correction(newest, credit, "50", "75"),
				correction(newest, rekey, "75", "100"), correction(newest, notApplied, "100", "100"));

		Map<Question, Mark> shown = new Errata(newest).shown(marks(OLD, HALF), HALF, corrections);

		assertThat(shown.values()).extracting(Mark::verdict).hasSize(4).containsOnly(Mark.Verdict.RIGHT);
		assertThat(shown.keySet()).filteredOn((question) -> question.id().equals("q-child"))
			.singleElement()
			.satisfies((question) -> assertThat(Marking.rightOptions((Question.Choosing) question))
				.containsExactly("wait"));
	}

	private static Correction correction(CoursePackage newest, Erratum erratum, String from, String to) {
		return new Correction(Errata.id(newest, erratum), erratum.question(), erratum.reason(), new BigDecimal(from),
				new BigDecimal(to), Instant.EPOCH);
	}

	private static List<String> percents(Map<String, Answer> answers, Erratum... errata) {
		return steps(answers, errata).stream()
			.map((step) -> step.before().percent() + " " + step.after().percent())
			.toList();
	}

	private static List<Step> steps(Map<String, Answer> answers, Erratum... errata) {
		return new Errata(newest(TestCoursePackages.questions(), errata)).steps(marks(OLD, answers), answers,
				List.of(errata), List.of(), PASS_MARK);
	}

	private static CoursePackage newest(List<Question> questions, Erratum... errata) {
		return TestCoursePackages.module()
			.version("1.3.1")
			.questions(questions)
			.upkeep(new Upkeep(List.of(), Upkeep.SUNSET_DAYS, List.of(errata), null))
			.build();
	}

	private static Map<Question, Mark> marks(CoursePackage module, Map<String, Answer> answers) {
		Map<Question, Mark> marks = new LinkedHashMap<>();
		module.questions()
			.values()
			.forEach((question) -> marks.put(question, Marking.mark(question, answers.get(question.id()))));
		return marks;
	}

	private static Try tried(String version, String... questions) {
		return new Try("try", new AttemptId("attempt"), TestCoursePackages.CHECK, 1, version, 42, List.of(questions),
				Instant.EPOCH, Instant.EPOCH, null, null, false);
	}

	private static Answer chosen(String... options) {
		return new Answer.Choices(Set.of(options));
	}

	private static Erratum rekey(String question, String... key) {
		return erratum(question, Action.REKEY, key);
	}

	private static Erratum erratum(String question, Action action, String... key) {
		return new Erratum(question, ">=1.2.0 <1.3.1", action, List.of(key), "The law had changed.",
				LocalDate.of(2026, 11, 20));
	}

}
