package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.learning.LearnerMvc.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** People read as they can: without pictures, and without what would distress them. */
@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:reading;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReadingMvcTests {

	private static final String PICTURED = "/pages/who-refers";

	private static final String HARD = "/pages/meeting";

	private final LearnerMvc mvc;

	ReadingMvcTests(WebApplicationContext context) {
		this.mvc = new LearnerMvc(context);
	}

	@Nested
	class WithTextOnly {

		@Test
		void picturesAreThereUntilOneAsksOtherwise() {
			assertThat(started().page(PICTURED)).contains("<img src=\"/pictures/aaaa", ">Text only<")
				.doesNotContain("Show this picture");
		}

		@Test
		void eachPictureIsToldInWordsAndSaysWhatItWeighs() {
			Person person = started();
			textOnly(person, true);
			assertThat(person.page(PICTURED)).doesNotContain("<img")
				.contains("A path with three &#34;gates&#34;.", "Who pays.", "The path <span class=\"credit\">",
						"Show this picture (1 KB)", "href=\"" + person.address(PICTURED) + "?picture=2#picture-2\"",
						">Show pictures<");
		}

		@Test
		void onePictureCanBeShownAndThenAnother() {
			Person person = started();
			textOnly(person, true);
			assertThat(person.page(PICTURED + "?picture=2"))
				.contains("<img src=\"/pictures/bbbb", "?picture=2&amp;picture=1#picture-1")
				.doesNotContain("<img src=\"/pictures/aaaa");
			assertThat(person.page(PICTURED + "?picture=2&picture=1")).contains("<img src=\"/pictures/aaaa",
					"<img src=\"/pictures/bbbb");
		}

		@Test
		void itIsRememberedForThePersonOnEveryDevice() {
			Person person = started();
			textOnly(person, true);
			assertThat(person.at("phone").page(PICTURED)).doesNotContain("<img");
			textOnly(person.at("phone"), false);
			assertThat(person.page(PICTURED)).contains("<img");
		}

		@Test
		void theBrowserIsHeardWhileThePersonHasNotDecided() {
			Person person = started();
			assertThat(LearnerMvc.text(person.ask(get(person.address(PICTURED)).header("Save-Data", "on"))))
				.doesNotContain("<img");
			assertThat(person.look(PICTURED)).headers()
				.hasHeaderSatisfying("Vary",
						(values) -> assertThat(values).anyMatch((value) -> value.contains("Save-Data")));
			textOnly(person, false);
			assertThat(LearnerMvc.text(person.ask(get(person.address(PICTURED)).header("Save-Data", "on"))))
				.contains("<img");
		}

		@Test
		void thePageCountsAsRead() {
			Person person = started();
			textOnly(person, true);
			List.of("who-refers", "consent").forEach((page) -> person.page("/pages/" + page));
			person.page(HARD + "/instead");
			assertThat(person.page("/end")).doesNotContain("Not read yet");
		}

		@Test
		void theSwitchLeadsBackToItsPage() {
			Person person = started();
			assertThat(person.form("/reading", Map.of("textOnly", "true", "back", person.address(PICTURED))))
				.hasRedirectedUrl(person.address(PICTURED));
		}

		@ParameterizedTest
		@ValueSource(
				strings = { "https://example.org/", "//example.org", "/launches/other/learn", "", "/learn/../../x" })
		void theSwitchLeadsNowhereElse(String back) {
			Person person = started();
			assertThat(person.form("/reading", Map.of("textOnly", "true", "back", back)))
				.hasRedirectedUrl(person.address(""));
		}

	}

	@Nested
	class WhatMayDistress {

		@Test
		void aPageThatMayDistressSaysSoBeforeItIsOpened() {
			assertThat(started().page(HARD))
				.contains("This page may be hard to read", "An account of violence, in his own words.",
						"Whichever you read counts", "Read the other page instead", "Read this page", "08000 121 700")
				.doesNotContain("beatings");
		}

		@Test
		void itHasNotBeenReadUntilOneOfTheTwoIs() {
			Person person = started();
			person.page(PICTURED);
			person.page("/pages/consent");
			person.page(HARD);
			assertThat(person.page("/end")).contains("Not read yet");
			assertThat(person.page(HARD + "/instead"))
				.contains("Meeting someone, in outline", "You are reading this instead of:",
						"He spoke of what was done", "Page 3 of 3")
				.doesNotContain("beatings");
			assertThat(person.page("/end")).doesNotContain("Not read yet");
		}

		@Test
		void whoWantsToReadItDoes() {
			Person person = started();
			assertThat(person.page(HARD + "?read=yes")).contains("beatings", "An account of violence",
					person.address(HARD + "/instead"));
			assertThat(person.page(HARD)).as("coming back").doesNotContain("beatings");
		}

		@Test
		void whoNeverWantsToReadItIsGivenTheOtherAtOnce() {
			Person person = started();
			assertThat(person.page("")).contains("Pages that are hardest to read say so",
					"Always give me the other page");
			person.form("/reading", Map.of("equivalents", "true"));
			assertThat(person.page(HARD)).contains("He spoke of what was done").doesNotContain("beatings");
			assertThat(person.page("")).contains("Let me choose each time");
			person.form("/reading", Map.of("equivalents", "false"));
			assertThat(person.page(HARD)).contains("Read this page");
		}

		@Test
		void aPageWithoutAnotherWarnsAtItsTop() {
			assertThat(started().page(PICTURED))
				.contains("This page may be hard to read", "Custody is mentioned.", "Before.")
				.doesNotContain("Read the other page instead");
		}

		@ParameterizedTest
		@ValueSource(strings = { "/pages/meeting-calm", "/pages/consent/instead", "/pages/none/instead" })
		void whatStandsInHasNoPlaceOfItsOwn(String address) {
			assertThat(started().look(address)).hasStatus(404);
		}

		@Test
		void whereNothingIsReplacedNothingIsSaidOfIt() {
			assertThat(ReadingMvcTests.this.mvc.started("silent").page("")).doesNotContain("hardest to read");
		}

	}

	@Nested
	class AfterACheck {

		@Test
		void eachObjectiveSaysWhatToReadAgain() {
			Person person = ReadingMvcTests.this.mvc.started("silent");
			person.send("/checks/final");
			person.send("/checks/final/tries/1/questions/1", "responder");
			person.send("/checks/final/tries/1/questions/4", "true");
			person.send("/checks/final/tries/1/submission");
			assertThat(person.page("/checks/final/tries/1/result")).containsOnlyOnce("Secure")
				.containsOnlyOnce("Worth another look:")
				.contains("href=\"" + person.address("/pages/consent") + "\" lang=\"en-GB\"");
		}

		@Test
		void theEndSaysWhatIsSentAndWhereToReadOn() {
			Person person = ReadingMvcTests.this.mvc.started("silent");
			List.of("who-refers", "consent", "meeting").forEach((page) -> person.page("/pages/" + page));
			person.send("/checks/final");
			List<String> right = List.of("responder", "name", "refer", "true");
			for (int number = 1; number <= right.size(); number++) {
				person.send("/checks/final/tries/1/questions/" + number, right.get(number - 1));
			}
			person.send("/checks/final/tries/1/submission");
			assertThat(person.page("/end")).contains("Grade: 87.5 of 100 points.",
					"Read on: the sources of this module (1)",
					"https://www.legislation.gov.uk/ukpga/2015/30/section/52");
		}

	}

	private Person started() {
		return this.mvc.started("careful");
	}

	private static void textOnly(Person person, boolean value) {
		assertThat(person.form("/reading", Map.of("textOnly", String.valueOf(value)))).hasStatus(303);
	}

}
