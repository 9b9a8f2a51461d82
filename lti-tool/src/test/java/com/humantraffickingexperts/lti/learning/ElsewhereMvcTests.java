package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.learning.LearnerMvc.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** One person at two devices: a place reached elsewhere is offered, and never lost. */
@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:elsewhere;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ElsewhereMvcTests {

	private static final String MODULE = "national-referral-mechanism";

	private static final String OFFER = "You went on elsewhere";

	private static final String TRY = "/checks/final/tries/1";

	private final TestClock clock;

	private final LearnerMvc mvc;

	private Person desk;

	private Person phone;

	ElsewhereMvcTests(WebApplicationContext context, TestClock clock) {
		this.clock = clock;
		this.mvc = new LearnerMvc(context);
		this.desk = this.mvc.person("learner", MODULE);
		this.phone = this.desk.at("phone");
	}

	@BeforeEach
	void begin() {
		this.clock.advance(Duration.ofMinutes(1));
		this.desk = this.mvc.started(MODULE);
		this.phone = this.desk.at("phone");
		this.desk.page("/pages/who-refers");
	}

	@Test
	void aPageThatLiesBehindOffersTheOneReachedElsewhere() {
		assertThat(this.phone.page("/pages/meeting")).doesNotContain(OFFER);
		assertThat(this.desk.page("/pages/who-refers")).contains(OFFER,
				"On another device or in another window you reached page 3:", "Meeting someone", "Continue at page 3",
				"href=\"" + this.desk.address("/pages/meeting") + "\"", "Stay here",
				"<h1>Who refers, and who must notify</h1>");
	}

	@Test
	void whoReloadsDoesNotLoseThePlaceReachedElsewhere() {
		this.phone.page("/pages/meeting");
		this.desk.page("/pages/who-refers");
		this.desk.page("/pages/consent");
		assertThat(this.desk.page("/pages/who-refers")).contains(OFFER, "Continue at page 3");
		assertThat(this.phone.send("")).hasRedirectedUrl(this.phone.address("/pages/meeting"));
	}

	@Test
	void whoStaysIsNotAskedAgain() {
		this.phone.page("/pages/meeting");
		assertThat(this.desk.form("/place", Map.of("item", "page:who-refers"))).hasStatus(303)
			.hasRedirectedUrl(this.desk.address("/pages/who-refers"));
		assertThat(this.desk.page("/pages/who-refers")).doesNotContain(OFFER);
		assertThat(this.desk.page("/pages/consent")).doesNotContain(OFFER);
		assertThat(this.desk.send("")).hasRedirectedUrl(this.desk.address("/pages/consent"));
	}

	@Test
	void whoContinuesThereIsNotAskedAgain() {
		this.phone.page("/pages/meeting");
		assertThat(this.desk.page("/pages/meeting")).doesNotContain(OFFER);
		assertThat(this.desk.page("/pages/who-refers")).as("going back by oneself").doesNotContain(OFFER);
	}

	@Test
	void whatIsReadBehindStillCounts() {
		this.phone.page("/pages/meeting");
		this.desk.page("/pages/consent");
		assertThat(this.desk.page("/end")).doesNotContain("Not read yet");
	}

	@Test
	void aQuestionThatLiesBehindOffersTheOneReachedElsewhere() {
		this.desk.send("/checks/final");
		this.desk.page(TRY + "/questions/1");
		this.phone.page(TRY + "/questions/3");
		assertThat(this.desk.page(TRY + "/questions/1")).contains(OFFER, "you reached question 3 of the check:",
				"Continue at question 3", this.desk.address(TRY + "/questions/3"));
		assertThat(this.desk.page("/pages/consent")).contains("Continue at question 3");
		assertThat(this.desk.form("/place", Map.of("item", "check:final", "question", "1")))
			.hasRedirectedUrl(this.desk.address(TRY + "/questions/1"));
		assertThat(this.desk.page(TRY + "/questions/1")).doesNotContain(OFFER);
	}

	@Test
	void onceTheCheckIsHandedInTheOfferLeadsToTheCheck() {
		this.desk.send("/checks/final");
		this.phone.page(TRY + "/questions/4");
		this.phone.send(TRY + "/submission");
		assertThat(this.desk.page("/pages/consent")).contains("Continue at the check",
				"href=\"" + this.desk.address("/checks/final") + "\"");
	}

	@Test
	void whoOpensTheModuleAgainIsToldWhereTheyWere() {
		this.phone.page("/pages/meeting");
		assertThat(this.desk.page("")).contains("You were last at page 3:", "Meeting someone",
				"Continue where you left off");
	}

	@Test
	void aPlaceThatTheModuleDoesNotHaveIsRefused() {
		assertThat(this.desk.form("/place", Map.of("item", "page:none"))).hasStatus(400);
		assertThat(this.desk.form("/place", Map.of("item", "https://example.org"))).hasStatus(400);
		assertThat(this.desk.form("/place", Map.of("item", "page:consent", "question", "x"))).hasStatus(400);
	}

}
