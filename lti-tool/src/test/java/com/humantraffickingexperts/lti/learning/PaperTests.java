package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;

import static org.assertj.core.api.Assertions.assertThat;

class PaperTests {

	private static final int SEEDS = 3_000;

	private final CoursePackage module = TestCoursePackages.module().questions(bank()).shuffled().build();

	@Test
	void theSameSeedGivesTheSamePaper() {
		for (long seed = -50; seed < 50; seed++) {
			assertThat(draw(seed)).isEqualTo(draw(seed));
		}
	}

	@Test
	void eachPoolGivesItsShareAndNoQuestionComesTwice() {
		for (long seed = 0; seed < SEEDS; seed++) {
			List<String> drawn = draw(seed);
			assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
			assertThat(drawn.stream().filter(pool(0, 6)::contains)).hasSizeGreaterThanOrEqualTo(2);
		}
	}

	@Test
	void everyQuestionHasTheSameChance() {
		Map<String, Integer> drawn = new HashMap<>();
		Assessment assessment = withDraws(List.of(new Draw(pool(0, 12), 4)), true);
		for (long seed = 0; seed < SEEDS; seed++) {
			Paper.draw(this.module, assessment, seed).forEach((id) -> drawn.merge(id, 1, Integer::sum));
		}
		assertThat(drawn).hasSize(12);
		assertThat(drawn.values()).allSatisfy((times) -> assertThat(times).isBetween(900, 1_100));
	}

	@Test
	void unlessShuffledQuestionsKeepTheirOrder() {
		Assessment assessment = withDraws(List.of(new Draw(pool(0, 12), 12)), false);
		assertThat(Paper.draw(this.module, assessment, 99)).isEqualTo(pool(0, 12));
	}

	@Test
	void aPoolThatIsTooSmallGivesWhatItHas() {
		Assessment assessment = withDraws(List.of(new Draw(List.of("q-00", "gone"), 5)), true);
		assertThat(Paper.draw(this.module, assessment, 1)).containsExactly("q-00");
	}

	@Test
	void optionsVaryWithTheSeedAndNoneIsLost() {
		Question question = bank().getFirst();
		Set<List<String>> orders = new HashSet<>();
		for (long seed = 0; seed < 200; seed++) {
			List<String> order = Paper.options((Choosing) question, seed).stream().map(Option::id).toList();
			assertThat(order).containsExactlyInAnyOrder("r0", "r1", "w0", "w1");
			orders.add(order);
		}
		assertThat(orders).hasSize(24);
	}

	@Test
	void trueComesBeforeFalse() {
		Question question = TestCoursePackages.questions().get(3);
		for (long seed = 0; seed < 20; seed++) {
			assertThat(Paper.options((Choosing) question, seed)).extracting(Option::id)
				.containsExactly("true", "false");
		}
	}

	private List<String> draw(long seed) {
		return Paper.draw(this.module, withDraws(List.of(new Draw(pool(0, 6), 2), new Draw(pool(4, 12), 3)), true),
				seed);
	}

	private Assessment withDraws(List<Draw> draws, boolean shuffle) {
		Assessment check = this.module.assessment(TestCoursePackages.CHECK).orElseThrow();
		return new Assessment(check.id(), true, check.title(), null, check.passMark(), draws, shuffle, 0, null, null,
				check.showFeedback(), check.showCorrect());
	}

	private static List<String> pool(int from, int to) {
		return bank().subList(from, to).stream().map(Question::id).toList();
	}

	private static List<Question> bank() {
		List<Question> bank = new ArrayList<>();
		for (int number = 0; number < 12; number++) {
			MultipleChoice pattern = MarkingTests.multiple(2, 2, "1", false);
			bank.add(new MultipleChoice("q-%02d".formatted(number), pattern.stem(), pattern.points(),
					pattern.objectives(), pattern.sources(), pattern.feedback(), pattern.options(), true, false));
		}
		return bank;
	}

}
