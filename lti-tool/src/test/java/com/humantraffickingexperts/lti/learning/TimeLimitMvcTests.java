package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.LearnerMvc.Person;
import com.humantraffickingexperts.lti.people.UserId;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read of a time limit: before, during and after. */
@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:timed;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TimeLimitMvcTests {

	private static final String CHECK = "/checks/final";

	private static final String TRY = CHECK + "/tries/1";

	private final TestClock clock;

	private final JdbcExtraTimes extraTimes;

	private final LearnerMvc mvc;

	TimeLimitMvcTests(WebApplicationContext context, TestClock clock, JdbcExtraTimes extraTimes) {
		this.clock = clock;
		this.extraTimes = extraTimes;
		this.mvc = new LearnerMvc(context);
	}

	@Test
	void beforeBeginningOneKnowsTheTimeAndThatAPauseDoesNotStopIt() {
		assertThat(this.mvc.started("timed").page(CHECK)).contains("You have 30 minutes from the moment you begin",
				"A pause does not stop the time", "the answers that are saved are handed in for you",
				"If you need more time than others, ask your teacher");
	}

	@Test
	void whatWasAgreedIsTold() {
		Person person = this.mvc.started("timed");
		CurrentLaunch launch = LearningPreview.launch(person.address("").split("/")[2]);
		this.extraTimes.grant(launch.user().id(), Objects.requireNonNull(launch.context()).id(),
				new ExtraTime(50, 0, "Dyslexia", new UserId("teacher"), this.clock.instant()), 1);
		assertThat(person.page(CHECK))
			.contains("You have 45 minutes from the moment you begin: 30 for everybody, and 15 more")
			.doesNotContain("Dyslexia", "ask your teacher before you begin");
	}

	@Test
	void withoutALimitNoTimeIsMentioned() {
		Person person = this.mvc.started("silent");
		person.send(CHECK);
		assertThat(person.page(CHECK)).contains("so you can stop and come back")
			.doesNotContain("minutes left", "UK time");
		assertThat(person.page(TRY + "/questions/1")).doesNotContain("UK time");
		assertThat(person.page("/pause")).doesNotContain("UK time");
	}

	@Test
	void eachPageOfTheCheckSaysUntilWhen() {
		Person person = begun();
		String until = at(Duration.ofMinutes(30));
		assertThat(person.page(TRY + "/questions/1"))
			.contains("You have until " + until + ", UK time: 30 minutes left.");
		this.clock.advance(Duration.ofMinutes(28).plusSeconds(30));
		assertThat(person.page(TRY + "/review")).contains("You have until " + until + ", UK time: one minute left.");
		assertThat(person.page(CHECK)).contains("You have until " + until, "Go on with the check");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(person.page(TRY + "/questions/2")).contains("UK time: less than a minute left.");
	}

	@Test
	void thePauseSaysThatTheTimeGoesOn() {
		assertThat(begun().page("/pause")).contains("Your check goes on until " + at(Duration.ofMinutes(30)),
				"A pause does not stop its time");
	}

	@Test
	void whenTheTimeIsUpThePagesLeadToTheResult() {
		Person person = begun();
		String until = at(Duration.ofMinutes(30));
		person.send(TRY + "/questions/1", "responder");
		this.clock.advance(Duration.ofMinutes(30));
		assertThat(person.look(TRY + "/questions/2")).hasStatus(303).hasRedirectedUrl(person.address(TRY + "/result"));
		assertThat(person.page(TRY + "/result")).contains("Your time was up at " + until + ", UK time.", "25%");
	}

	@Test
	void anAnswerThatArrivesALittleLateCounts() {
		Person person = begun();
		this.clock.advance(Duration.ofMinutes(30).plusSeconds(10));
		assertThat(person.send(TRY + "/questions/1", "responder")).hasStatus(303);
		assertThat(person.page(TRY + "/result")).contains("25%", "Your time was up");
	}

	@Test
	void anAnswerThatArrivesTooLateLeadsToTheResult() {
		Person person = begun();
		this.clock.advance(Duration.ofMinutes(31));
		assertThat(person.send(TRY + "/questions/1", "responder")).hasStatus(303)
			.hasRedirectedUrl(person.address(TRY + "/result"));
		assertThat(person.page(TRY + "/result")).contains(">0%<");
	}

	@Test
	void whoHandsInInTimeReadsNothingOfIt() {
		Person person = begun();
		person.send(TRY + "/submission");
		assertThat(person.page(TRY + "/result")).doesNotContain("Your time was up");
	}

	private Person begun() {
		Person person = this.mvc.started("timed");
		person.send(CHECK);
		return person;
	}

	private String at(Duration later) {
		return DateTimeFormatter.ofPattern("HH:mm").format(this.clock.instant().plus(later).atZone(Grades.UK));
	}

}
