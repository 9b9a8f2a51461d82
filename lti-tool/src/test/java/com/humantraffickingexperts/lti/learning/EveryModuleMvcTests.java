package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.learning.LearnerMvc.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Each module that is shipped, for somebody who gets everything wrong, and then right.
 */
@SpringBootTest(classes = { LearningPreview.class, EveryModuleMvcTests.Shipped.class },
		properties = { "spring.datasource.url=jdbc:h2:mem:every-module;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryModuleMvcTests {

	private final Catalog catalog;

	private final TestClock clock;

	private final LearnerMvc mvc;

	EveryModuleMvcTests(WebApplicationContext context, Catalog catalog, TestClock clock) {
		this.catalog = catalog;
		this.clock = clock;
		this.mvc = new LearnerMvc(context);
	}

	Stream<String> modules() {
		return this.catalog.modules().stream().map(CoursePackage::id);
	}

	@ParameterizedTest
	@MethodSource("modules")
	void whoeverFailsIsToldWhyAndTriesAgain(String id) {
		CoursePackage module = this.catalog.find(id).orElseThrow();
		Person person = this.mvc.started(id);
		for (Assessment check : checks(module)) {
			String path = "/checks/" + check.id();
			String failed = takeCheck(person, module, check, 1, false);
			assertThat(failed).contains("Not passed yet", "Your answers", "Worth another look:");
			assertThat(percent(failed)).isLessThan(check.passMark());
			assertThat(failed).as("what is said about each answer").contains("class=\"prose feedback\"");
			if (check.cooldownMinutes() > 0) {
				assertThat(failed).contains("You can try again in " + check.cooldownMinutes() + " minutes");
				this.clock.advance(Duration.ofMinutes(check.cooldownMinutes()));
			}
			assertThat(person.page(path + "/tries/1/result")).contains("Try again");
			String passed = takeCheck(person, module, check, 2, true);
			assertThat(passed).contains("You passed");
			assertThat(percent(passed)).isEqualByComparingTo("100");
		}
	}

	private static List<Assessment> checks(CoursePackage module) {
		List<Assessment> checks = module.items()
			.stream()
			.filter(AssessmentItem.class::isInstance)
			.map((item) -> module.assessment(item.id()).orElseThrow())
			.toList();
		assertThat(checks).isNotEmpty();
		return checks;
	}

	private static BigDecimal percent(String result) {
		String score = result.substring(result.indexOf("<strong>") + "<strong>".length());
		return new BigDecimal(score.substring(0, score.indexOf('%')));
	}

	private static String takeCheck(Person person, CoursePackage module, Assessment check, int number,
			boolean rightly) {
		String path = "/checks/" + check.id();
		assertThat(person.send(path)).hasStatus(303);
		String asked = path + "/tries/" + number;
		int questions = check.draws().stream().mapToInt(CoursePackage.Draw::count).sum();
		for (int position = 1; position <= questions; position++) {
			String address = asked + "/questions/" + position;
			Answer answer = answer(shown(module, person.page(address)), rightly);
			assertThat(send(person, address, AnswerForm.fields(answer))).hasStatus(303);
		}
		assertThat(person.send(asked + "/submission")).hasStatus(303);
		return person.page(asked + "/result");
	}

	private static MvcTestResult send(Person person, String address, Map<String, List<String>> fields) {
		MockHttpServletRequestBuilder form = post(person.address(address)).with(csrf());
		fields.forEach((name, values) -> form.param(name, values.toArray(String[]::new)));
		MvcTestResult answer = person.ask(form);
		MockHttpServletResponse response = answer.getResponse();
		assertThat(response.getStatus()).as("%s %s", address, fields).isEqualTo(303);
		return answer;
	}

	/**
	 * The words of one question can be part of the words of another: the longest is it.
	 */
	private static Question shown(CoursePackage module, String page) {
		return module.questions().values().stream().filter((question) -> {
			Stem stem = Stem.of(question.stem());
			return page.contains(stem.question()) && page.contains(stem.story());
		}).max(Comparator.comparingInt((question) -> question.stem().length())).orElseThrow();
	}

	private static Answer answer(Question question, boolean rightly) {
		return switch (question) {
			case Question.Choosing choosing -> new Answer.Choices(choosing.options()
				.stream()
				.filter((option) -> option.correct() == rightly)
				.map(Question.Option::id)
				.limit(rightly ? Long.MAX_VALUE : 1)
				.collect(Collectors.toCollection(LinkedHashSet::new)));
			case Question.Matching matching -> {
				List<String> choices = matching.choices().stream().map(Question.Entry::id).toList();
				Map<String, String> pairs = new TreeMap<>();
				matching.pairs()
					.forEach((prompt, choice) -> pairs.put(prompt,
							choices.get((choices.indexOf(choice) + (rightly ? 0 : 1)) % choices.size())));
				yield new Answer.Pairs(pairs);
			}
			case Question.Ordering ordering ->
				new Answer.Order((rightly ? ordering.items() : ordering.items().reversed()).stream()
					.map(Question.Entry::id)
					.toList());
			case Question.Numeric numeric ->
				new Answer.Typed((rightly ? numeric.minimum() : numeric.maximum().add(BigDecimal.ONE)).toPlainString());
			case Question.ShortText words ->
				new Answer.Typed(rightly ? TestCoursePackages.rightWords(words) : "no idea");
			case Question.Walk walk -> throw new AssertionError("a walk in a check: " + walk.id());
		};
	}

	/** Not marked as a configuration, so that no other test finds it. */
	static class Shipped {

		@Bean
		@Primary
		Catalog shipped() {
			return TestCoursePackages.shipped();
		}

	}

}
