package com.humantraffickingexperts.lti.learning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.Question;
import com.humantraffickingexperts.lti.catalog.Question.Choosing;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.learning.LearnerMvc.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that gives an answer away is on any page before it may be. */
@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:keys;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class KeysStayMvcTests {

	private final Catalog catalog;

	private final LearnerMvc mvc;

	KeysStayMvcTests(WebApplicationContext context, Catalog catalog) {
		this.catalog = catalog;
		this.mvc = new LearnerMvc(context);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "national-referral-mechanism", "silent", "after-pass", "types", "immediate", "types-at-once" })
	void noPageTellsWhatIsSaidAboutAnswersThatNobodyGave(String id) {
		CoursePackage module = this.catalog.find(id).orElseThrow();
		Set<String> secrets = secrets(module);
		assertThat(secrets).isNotEmpty();
		Person person = this.mvc.started(id);
		person.send("/checks/final");
		List<String> addresses = new ArrayList<>(List.of("", "/pause", "/end", "/checks/final"));
		module.items().stream().map(KeysStayMvcTests::address).forEach(addresses::add);
		for (int number = 1; number <= module.questions().size(); number++) {
			addresses.add("/checks/final/tries/1/questions/" + number);
		}
		addresses.add("/checks/final/tries/1/review");
		for (String address : addresses) {
			assertThat(person.page(address)).as(address).doesNotContain(secrets);
		}
	}

	@Test
	void aSavedAnswerAndAResultThatMayNotTellDoNot() {
		CoursePackage module = this.catalog.find("silent").orElseThrow();
		Set<String> secrets = secrets(module);
		Person person = this.mvc.started("silent");
		person.send("/checks/final");
		List<String> wrong = List.of("self", "sector", "wait", "false");
		for (int number = 1; number <= wrong.size(); number++) {
			String address = "/checks/final/tries/1/questions/" + number;
			person.send(address, wrong.get(number - 1));
			assertThat(person.page(address)).doesNotContain(secrets);
		}
		person.send("/checks/final/tries/1/submission");
		assertThat(person.page("/checks/final/tries/1/result")).contains("Not passed yet").doesNotContain(secrets);
	}

	@ParameterizedTest
	@ValueSource(strings = { "silent", "immediate" })
	void anAnswerThatIsKeptWhileOneIsStillAtItTellsNothing(String id) {
		Set<String> secrets = secrets(this.catalog.find(id).orElseThrow());
		Person person = this.mvc.started(id);
		person.send("/checks/final");
		String address = "/checks/final/tries/1/questions/1";
		MvcTestResult kept = person.send(address + "/draft", "self");
		assertThat(kept).hasStatus2xxSuccessful();
		assertThat(LearnerMvc.text(kept)).doesNotContain(secrets);
		assertThat(person.page(address)).as("the answer is still there").contains("checked").doesNotContain(secrets);
	}

	private static Set<String> secrets(CoursePackage module) {
		Set<String> secrets = new LinkedHashSet<>();
		for (Question question : module.questions().values()) {
			Stream<String> options = (question instanceof Choosing choosing)
					? choosing.options().stream().map(Option::feedback).flatMap(Stream::ofNullable) : Stream.empty();
			Stream
				.concat(options,
						Stream
							.of(question.feedback().general(), question.feedback().correct(),
									question.feedback().incorrect())
							.flatMap(Stream::ofNullable))
				.filter((text) -> text.length() > "<p>Yes.</p>".length())
				.forEach(secrets::add);
		}
		return secrets;
	}

	private static String address(Item item) {
		String[] key = Resume.key(item).split(":", 2);
		return switch (key[0]) {
			case "page" -> "/pages/" + key[1];
			case "check" -> "/checks/" + key[1];
			case "scenario" -> "/scenarios/" + key[1];
			default -> "/reflections/" + key[1];
		};
	}

}
