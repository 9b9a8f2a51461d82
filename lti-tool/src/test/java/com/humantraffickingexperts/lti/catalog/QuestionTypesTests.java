package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionSaved;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioReached;
import com.humantraffickingexperts.lti.catalog.Question.Accepted;
import com.humantraffickingexperts.lti.catalog.Question.Entry;
import com.humantraffickingexperts.lti.catalog.Question.Matching;
import com.humantraffickingexperts.lti.catalog.Question.Numeric;
import com.humantraffickingexperts.lti.catalog.Question.Ordering;
import com.humantraffickingexperts.lti.catalog.Question.ShortText;
import com.humantraffickingexperts.lti.catalog.Question.Walk;
import com.humantraffickingexperts.lti.catalog.Scenario.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of the format has a question of nearly every type. */
class QuestionTypesTests {

	private static final String MODULE = "nrm-basics/module.yaml";

	private static final String BANK = "nrm-basics/questions/bank.yaml";

	private PackageFolder folder;

	@BeforeEach
	void sample(@TempDir Path temp) {
		this.folder = PackageFolder.copy(PackageFolder.SAMPLE, temp);
	}

	@Nested
	class AreBuilt {

		@Test
		void withTheirKeys() {
			CoursePackage module = module();
			assertThat(module.items()).containsExactly(new PageItem("what-is-the-nrm"), new PageItem("consent"),
					new ReflectionItem("q-reflect-team"), new ScenarioItem("car-wash"), new AssessmentItem("final"));
			assertThat(question(module, "q-match-decisions", Matching.class)).satisfies((matching) -> {
				assertThat(matching.pairs()).isEqualTo(Map.of("rg", "start", "cg", "confirm"));
				assertThat(matching.partial()).isTrue();
			});
			assertThat(question(module, "q-order", Ordering.class)).satisfies((ordering) -> {
				assertThat(ordering.items()).extracting(Entry::id).containsExactly("s1", "s2", "s3", "s4");
				assertThat(ordering.adjacent()).isFalse();
			});
			assertThat(question(module, "q-section-name", ShortText.class)).satisfies((words) -> {
				assertThat(words.accepted()).hasSize(3).contains(new Accepted("section 52", BigDecimal.ONE));
				assertThat(words.normalised()).isTrue();
				assertThat(words.maximumLength()).isEqualTo(200);
			});
			assertThat(module.reflections()).containsOnlyKeys("q-reflect-team");
			assertThat(module.questions()).doesNotContainKey("q-reflect-team");
			assertThat(module.assessment("final").orElseThrow().draws().getFirst().pool())
				.doesNotContain("q-reflect-team");
		}

		@ParameterizedTest
		@CsvSource({ "'{value: 30, tolerance: 0}', 30, 30", "'{value: 30, tolerance: 0.5}', 29.5, 30.5",
				"'{value: -1.1}', -1.1, -1.1", "'{min: 28, max: 30}', 28, 30" })
		void withExactNumbers(String answer, BigDecimal minimum, BigDecimal maximum) {
			QuestionTypesTests.this.folder.replace(BANK, "{value: 30, tolerance: 0}", answer);

			Numeric numeric = question(module(), "q-recovery-days", Numeric.class);

			assertThat(numeric.minimum()).isEqualByComparingTo(minimum);
			assertThat(numeric.maximum()).isEqualByComparingTo(maximum);
			assertThat(numeric.unit()).isEqualTo("days");
		}

		@Test
		void fromScenarios() {
			QuestionTypesTests.this.folder.write("nrm-basics/questions/walk.yaml", """
					questions:
					  - id: q-walk
					    type: scenario
					    stem: What do you do at the car wash?
					    scenario: car-wash
					    points: 3
					    objectives: [lo-consent]
					    difficulty: 3
					    sources: [sg-s49]
					    lawSensitive: true
					    status: active
					    feedback: {general: Safety and consent come first.}
					""");

			Scenario scenario = question(module(), "q-walk", Walk.class).scenario();

			assertThat(scenario.bestPoints()).isEqualByComparingTo("2");
			assertThat(scenario.scene(scenario.start()).choices()).hasSize(2);
			assertThat(Objects.requireNonNull(scenario.scene("bad").end()).outcome()).isEqualTo(Outcome.UNSAFE);
		}

		@Test
		void andCanBeWhatCompletes() {
			QuestionTypesTests.this.folder.replace(MODULE, "{pagesViewed: 1.0}",
					"{scenarioReached: car-wash}, {reflectionSaved: q-reflect-team}");

			assertThat(module().completion()).containsExactly(new ScenarioReached("car-wash"),
					new ReflectionSaved("q-reflect-team"), new AssessmentPassed("final"));
		}

		private CoursePackage module() {
			return QuestionTypesTests.this.folder.catalog().find("nrm-basics").orElseThrow();
		}

		private static <T extends Question> T question(CoursePackage module, String id, Class<T> type) {
			return type.cast(Objects.requireNonNull(module.questions().get(id)));
		}

	}

	@Nested
	class AreChecked {

		@ParameterizedTest
		@CsvSource(delimiter = '|', value = { "questions/bank.yaml|{value: 30, tolerance: 0}|{min: 31, max: 30}|E004",
				"questions/bank.yaml|\"52\", score: 1}, {text: \"s52\", score: 1}, {text: \"section 52\", score: 1}|\"52\", score: 0.5}|E004",
				"questions/bank.yaml|{rg: start, cg: confirm}|{rg: start, cg: nothing}|E003",
				"questions/bank.yaml|{rg: start, cg: confirm}|{rg: start}|E004",
				"questions/bank.yaml|id: s2, text|id: s1, text|E002",
				"assessments.yaml|{tags: [final], count: 5}|{questions: [q-reflect-team, q-order], count: 1}|E003",
				"module.yaml|{pagesViewed: 1.0}|{scenarioReached: nothing}|E010",
				"module.yaml|{pagesViewed: 1.0}|{reflectionSaved: q-order}|E010",
				"module.yaml|{reflection: q-reflect-team}|{reflection: q-order}|E003",
				"module.yaml|{scenario: car-wash}|{scenario: nothing}|E003",
				"scenarios/car-wash.yaml|id: b, text: Refer|id: a, text: Refer|E002" })
		void forWhatCannotBeRight(String file, String from, String to, String code) {
			PackageFolder folder = QuestionTypesTests.this.folder;
			folder.replace("nrm-basics/" + file, from, to);

			assertThat(folder.places()).contains(folder.place("nrm-basics/" + file, to, code));
		}

	}

}
