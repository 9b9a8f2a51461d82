package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Accepted;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.TestQuestions;
import com.humantraffickingexperts.lti.learning.Mark.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class MarkingTests {

	private final Question single = TestCoursePackages.questions().get(0);

	private final Question trueFalse = TestCoursePackages.questions().get(3);

	@Test
	void oneRightOptionEarnsAllAndAnyOtherNothing() {
		assertThat(verdict(this.single, "responder")).isEqualTo(Verdict.RIGHT);
		assertThat(verdict(this.single, "self")).isEqualTo(Verdict.WRONG);
		assertThat(verdict(this.trueFalse, "true")).isEqualTo(Verdict.RIGHT);
		assertThat(verdict(this.trueFalse, "false")).isEqualTo(Verdict.WRONG);
	}

	@Test
	void noAnswerEarnsNothing() {
		TestCoursePackages.questions().forEach((question) -> assertThat(verdict(question)).isEqualTo(Verdict.WRONG));
	}

	@Test
	void allOrNothingNeedsExactlyTheRightOptions() {
		MultipleChoice question = multiple(3, 2, "1", false);
		assertThat(verdict(question, "r0", "r1", "r2")).isEqualTo(Verdict.RIGHT);
		assertThat(verdict(question, "r0", "r1")).isEqualTo(Verdict.WRONG);
		assertThat(verdict(question, "r0", "r1", "r2", "w0")).isEqualTo(Verdict.WRONG);
	}

	@Test
	void aPartlyRightAnswerEarnsItsShare() {
		MultipleChoice question = multiple(3, 3, "2", true);
		assertThat(earned(question, "r0")).isEqualTo("0.666667");
		assertThat(earned(question, "r0", "r1", "r2")).isEqualTo("2.000000");
		assertThat(earned(question, "r0", "r1", "w0")).isEqualTo("0.666667");
		assertThat(verdict(question, "r0")).isEqualTo(Verdict.PARTLY);
	}

	@Test
	void tickingEverythingEarnsNoMoreThanItShould() {
		assertThat(earned(multiple(3, 3, "1", true), "r0", "r1", "r2", "w0", "w1", "w2")).isEqualTo("0.000000");
	}

	@Test
	void whateverIsTickedEarnsBetweenNothingAndAll() {
		RandomGenerator random = new Random(7);
		for (int round = 0; round < 2_000; round++) {
			MultipleChoice question = multiple(random.nextInt(2, 6), random.nextInt(1, 5), "3", random.nextBoolean());
			Set<String> chosen = new HashSet<>();
			question.options().stream().filter((option) -> random.nextBoolean()).forEach((one) -> chosen.add(one.id()));
			BigDecimal earned = Marking.mark(question, new Answer.Choices(chosen)).earned().rounded(10);
			assertThat(earned).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(3));
			boolean right = chosen.equals(Marking.rightOptions(question));
			assertThat(earned.compareTo(BigDecimal.valueOf(3)) == 0).isEqualTo(right);
		}
	}

	@Test
	void eachRightPairEarnsItsShare() {
		Matching partial = TestQuestions.matching(true);
		assertThat(earned(partial, pairs("start", "confirm"))).isEqualTo("1.000000");
		assertThat(earned(partial, pairs("start", "charge"))).isEqualTo("0.500000");
		assertThat(earned(partial, pairs("start", "start"))).isEqualTo("0.500000");
		assertThat(earned(partial, pairs("confirm", "start"))).isEqualTo("0.000000");
		assertThat(earned(partial, new Answer.Pairs(Map.of("cg", "confirm", "gone", "start")))).isEqualTo("0.500000");
		assertThat(earned(TestQuestions.matching(false), pairs("start", "charge"))).isEqualTo("0.000000");
		assertThat(earned(TestQuestions.matching(false), pairs("start", "confirm"))).isEqualTo("1.000000");
	}

	@Test
	void anOrderIsRightAsAWholeOrNeighbourByNeighbour() {
		Ordering exact = TestQuestions.ordering(4, false);
		assertThat(earned(exact, order(1, 2, 3, 4))).isEqualTo("1.000000");
		assertThat(earned(exact, order(1, 2, 4, 3))).isEqualTo("0.000000");
		Ordering adjacent = TestQuestions.ordering(4, true);
		assertThat(earned(adjacent, order(1, 2, 3, 4))).isEqualTo("1.000000");
		assertThat(earned(adjacent, order(2, 3, 4, 1))).isEqualTo("0.666667");
		assertThat(earned(adjacent, order(3, 4, 1, 2))).isEqualTo("0.666667");
		assertThat(earned(adjacent, order(4, 3, 2, 1))).isEqualTo("0.000000");
		assertThat(earned(adjacent, order(1, 2))).isEqualTo("0.000000");
		assertThat(earned(adjacent, order(1, 2, 1, 2))).isEqualTo("0.000000");
	}

	@Test
	void onlyTheRightOrderEarnsAllHoweverItIsMarked() {
		RandomGenerator random = new Random(3);
		for (int round = 0; round < 2_000; round++) {
			Ordering question = TestQuestions.ordering(random.nextInt(3, 9), random.nextBoolean());
			List<String> items = new ArrayList<>(question.items().stream().map(Entry::id).toList());
			List<String> right = List.copyOf(items);
			Collections.shuffle(items, Random.from(random));
			BigDecimal earned = Marking.mark(question, new Answer.Order(items)).earned().rounded(10);
			assertThat(earned).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
			assertThat(earned.compareTo(BigDecimal.ONE) == 0).isEqualTo(items.equals(right));
		}
	}

	@Test
	void aNumberIsRightWithinItsRangeAndAtItsEnds() {
		Numeric question = TestQuestions.numeric("27.5", "30", "days");
		for (String right : List.of("27.5", "27.50", "28", "30", "30.000", "30 days", "£30")) {
			assertThat(earned(question, new Answer.Typed(right))).as(right).isEqualTo("1.000000");
		}
		for (String wrong : List.of("27.4999999999999999999", "30.0000000000000000001", "-28", "28,5", "many", "")) {
			assertThat(earned(question, new Answer.Typed(wrong))).as(wrong).isEqualTo("0.000000");
		}
	}

	@Test
	void ofTheWordsThatFitTheBestScoreCounts() {
		ShortText question = TestQuestions.words(true, new Accepted("*52*", new BigDecimal("0.25")),
				new Accepted("section 52", BigDecimal.ONE), new Accepted("section *", new BigDecimal("0.5")));
		assertThat(earned(question, new Answer.Typed("Section 52."))).isEqualTo("1.000000");
		assertThat(earned(question, new Answer.Typed("section 52 of the Act"))).isEqualTo("0.500000");
		assertThat(earned(question, new Answer.Typed("s52"))).isEqualTo("0.250000");
		assertThat(earned(question, new Answer.Typed("section"))).isEqualTo("0.000000");
	}

	@Test
	void aWayEarnsItsPointsOutOfTheBestPossible() {
		Walk question = TestQuestions.walk();
		assertThat(earned(question, way("later", "explain"))).isEqualTo("1.000000");
		assertThat(earned(question, way("later", "number"))).isEqualTo("0.666667");
		assertThat(earned(question, way("later", "refer"))).isEqualTo("0.333333");
		assertThat(earned(question, way("ask"))).isEqualTo("0.000000");
		assertThat(earned(question, way("later"))).as("not at an end").isEqualTo("0.000000");
		assertThat(earned(question, way("gone", "explain"))).as("unknown").isEqualTo("0.000000");
	}

	@Test
	void anAnswerOfAnotherKindIsNone() {
		List<Answer> answers = List.of(new Answer.Choices(Set.of("start")), pairs("start", "confirm"),
				order(1, 2, 3, 4), new Answer.Typed("28"), way("later", "explain"));
		List<Question> questions = new ArrayList<>(TestQuestions.all());
		questions.addAll(TestCoursePackages.questions());
		for (Question question : questions) {
			assertThat(Answer.complete(question, null)).isFalse();
			assertThat(Marking.mark(question, null).verdict()).isEqualTo(Verdict.WRONG);
			for (Answer answer : answers) {
				if (!Answer.complete(question, answer)) {
					assertThat(Marking.mark(question, answer).verdict()).isEqualTo(Verdict.WRONG);
				}
			}
		}
	}

	private static Answer.Pairs pairs(String reasonable, String conclusive) {
		return new Answer.Pairs(Map.of("rg", reasonable, "cg", conclusive));
	}

	private static Answer.Order order(int... items) {
		return new Answer.Order(Arrays.stream(items).mapToObj((item) -> "s" + item).toList());
	}

	private static Answer.Way way(String... choices) {
		return new Answer.Way(List.of(choices));
	}

	private static String earned(Question question, Answer answer) {
		return Marking.mark(question, answer).earned().rounded(6).toPlainString();
	}

	static MultipleChoice multiple(int right, int wrong, String points, boolean partial) {
		List<Option> options = new ArrayList<>();
		for (int index = 0; index < right; index++) {
			options.add(new Option("r" + index, "right", true, null));
		}
		for (int index = 0; index < wrong; index++) {
			options.add(new Option("w" + index, "wrong", false, null));
		}
		return new MultipleChoice("q-" + right + "-" + wrong + "-" + points, "Which?", new BigDecimal(points),
				List.of("lo-refer"), List.of(), new Feedback("Because.", null, null), options, true, partial);
	}

	private static Verdict verdict(Question question, String... chosen) {
		return Marking.mark(question, new Answer.Choices(Set.of(chosen))).verdict();
	}

	private static String earned(Question question, String... chosen) {
		return Marking.mark(question, new Answer.Choices(Set.of(chosen))).earned().rounded(6).toPlainString();
	}

}
