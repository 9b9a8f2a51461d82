package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Feedback;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
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
		Question question = multiple(3, 2, "1", false);
		assertThat(verdict(question, "r0", "r1", "r2")).isEqualTo(Verdict.RIGHT);
		assertThat(verdict(question, "r0", "r1")).isEqualTo(Verdict.WRONG);
		assertThat(verdict(question, "r0", "r1", "r2", "w0")).isEqualTo(Verdict.WRONG);
	}

	@Test
	void aPartlyRightAnswerEarnsItsShare() {
		Question question = multiple(3, 3, "2", true);
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
			Question question = multiple(random.nextInt(2, 6), random.nextInt(1, 5), "3", random.nextBoolean());
			Set<String> chosen = new HashSet<>();
			question.options().stream().filter((option) -> random.nextBoolean()).forEach((one) -> chosen.add(one.id()));
			BigDecimal earned = Marking.mark(question, chosen).earned().rounded(10);
			assertThat(earned).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(3));
			boolean right = chosen.equals(Marking.rightOptions(question));
			assertThat(earned.compareTo(BigDecimal.valueOf(3)) == 0).isEqualTo(right);
		}
	}

	static Question multiple(int right, int wrong, String points, boolean partial) {
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
		return Marking.mark(question, Set.of(chosen)).verdict();
	}

	private static String earned(Question question, String... chosen) {
		return Marking.mark(question, Set.of(chosen)).earned().rounded(6).toPlainString();
	}

}
