package com.humantraffickingexperts.lti.learning;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.database.Utc;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A learner whose result was corrected upwards reads when, from what to what, and why.
 */
@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:mvc;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CorrectedResultMvcTests {

	private static final String RESULT = "/checks/final/tries/1/result";

	private final LearnerMvc mvc;

	private final JdbcClient jdbc;

	CorrectedResultMvcTests(WebApplicationContext context, JdbcClient jdbc) {
		this.mvc = new LearnerMvc(context);
		this.jdbc = jdbc;
	}

	@Test
	void aResultThatWasNotCorrectedSaysNothingOfIt() {
		assertThat(handedIn().page(RESULT)).doesNotContain("corrected upwards");
	}

	@Test
	void theCorrectionIsToldInOneSentence() {
		LearnerMvc.Person person = handedIn();
		corrected(person, "50.00", "66.67", "The <guidance> changed.");

		assertThat(person.page(RESULT)).contains(
				"On 20 November 2026 this result was corrected upwards from 50% to 66.67%, "
						+ "because a question was marked wrongly:",
				"<span lang=\"en-GB\" dir=\"ltr\">The &lt;guidance&gt; changed.</span>");
	}

	@Test
	void whatWasCorrectedAtOneTimeIsToldAsOne() {
		LearnerMvc.Person person = handedIn();
		corrected(person, "50.00", "66.67", "The guidance changed.");
		corrected(person, "66.67", "75.00", "The case was appealed.");

		assertThat(person.page(RESULT)).containsOnlyOnce("corrected upwards")
			.contains("from 50% to 75%", "The guidance changed. The case was appealed.");
	}

	@Test
	void whatDidNotHelpIsNotTold() {
		LearnerMvc.Person person = handedIn();
		corrected(person, "50.00", "50.00", "The guidance changed.");

		assertThat(person.page(RESULT)).doesNotContain("The guidance changed.");
	}

	@ParameterizedTest
	@CsvSource({ "cy, gywiro i fyny", "fr, corrigé à la hausse", "es, se corrigió al alza", "ro, corectat în sus",
			"pl, skorygowany w górę", "ar, صُحّحت هذه النتيجة" })
	void inEachLanguage(String language, String words) {
		LearnerMvc.Person person = handedIn();
		corrected(person, "50.00", "75.00", "The guidance changed.");

		assertThat(LearnerMvc
			.text(person.ask(MockMvcRequestBuilders.get(person.address(RESULT)).header("Accept-Language", language))))
			.contains(words, ">The guidance changed.</span>");
	}

	private LearnerMvc.Person handedIn() {
		LearnerMvc.Person person = this.mvc.started("national-referral-mechanism");
		person.send("/checks/final");
		person.send("/checks/final/tries/1/submission");
		return person;
	}

	private void corrected(LearnerMvc.Person person, String from, String to, String reason) {
		String key = person.address("").split("/")[2];
		this.jdbc.sql("""
				insert into regrade (try_id, attempt_id, erratum_id, question_id, reason, from_percent, to_percent,
				  regraded_at)
				select t.id, t.attempt_id, :erratum, 'q-who', :reason, :from, :to, :at
				from assessment_try t join attempt a on a.id = t.attempt_id where a.user_id = :user
				""")
			.param("erratum", from)
			.param("reason", reason)
			.param("from", from)
			.param("to", to)
			.param("at", Utc.of(Instant.parse("2026-11-20T23:30:00Z")))
			.param("user", LearningPreview.launch(key).user().id().value())
			.update();
	}

}
