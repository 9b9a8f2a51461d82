package com.humantraffickingexperts.lti.library;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import com.humantraffickingexperts.lti.learning.LearningPreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

@SpringBootTest(classes = LearningPreview.class,
		properties = { "spring.datasource.url=jdbc:h2:mem:library;MODE=MySQL;DB_CLOSE_DELAY=-1",
				"management.server.port=-1", "htmse.jobs.enabled=false" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LibraryPageMvcTests {

	private static final String IN_A_MODULE = "/launches/reader--national-referral-mechanism";

	private static final String PLACED = "/launches/reader--resource-library";

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	LibraryPageMvcTests(WebApplicationContext context, JdbcClient jdbc) {
		this.mvc = MockMvcTester.from(context, (builder) -> builder.apply(springSecurity()).build());
		this.jdbc = jdbc;
	}

	private String page(String address) {
		MvcTestResult answer = this.mvc.get().uri(URI.create(address)).exchange();
		assertThat(answer).hasStatusOk();
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Nested
	class ACard {

		private final String page = page(PLACED + "/library");

		@Test
		void saysWhatItIsAndWhatHasChangedSince() {
			assertThat(this.page).contains("A first guide", "Guidance", "A. Author", "A publisher", "March 2020",
					"It tells who refers and who notifies.", "What has changed since",
					"The list of authorities has grown.", "Often quoted wrongly", "It is not from 2019.",
					"A. Author, A first guide (March 2020)");
		}

		@Test
		void hasAnAnchorOfItsOwnToWhichTheTopLeads() {
			assertThat(this.page).contains("href=\"#publication-first-guide\"", "id=\"publication-first-guide\"",
					"href=\"#publication-early-numbers\"", "id=\"publication-early-numbers\"");
		}

		@Test
		void leadsToThePublicationInANewTabAndSaysSo() {
			assertThat(this.page).containsPattern("<a [^>]*target=\"_blank\" rel=\"noopener noreferrer\" "
					+ "href=\"https://www.example.org/guide\" aria-label=\"Read it \\(new tab\\): A first guide\"");
		}

		@Test
		void saysSoWhereNoAddressIsKnown() {
			assertThat(this.page).contains("Early numbers", "We do not know its address.");
		}

		@Test
		void namesAnAuthorOnlyBesideThePublisher() {
			assertThat(this.page).containsOnlyOnce("Written by").contains("Published by");
		}

		@Test
		void isMarkedAsEnglish() {
			assertThat(page(PLACED + "/library"))
				.containsPattern("<h2 [^>]*lang=\"en-GB\" dir=\"ltr\"[^>]*>A first guide</h2>");
		}

	}

	@Nested
	class TheWayBack {

		@ParameterizedTest
		@CsvSource({ "/learn, Back to where you were", "/learn/pages/consent, Back to where you were",
				"/learn/checks/final/tries/1/result, Back to where you were",
				"/choose?words=a%25b&module=x, Back to the list of modules" })
		void leadsToWhereOneWas(String from, String words) {
			String page = page(
					IN_A_MODULE + "/library?from=" + from.replace("%", "%25").replace("?", "%3F").replace("&", "%26"));
			assertThat(page).contains("href=\"" + IN_A_MODULE + from.replace("&", "&amp;") + "\"", words);
		}

		@ParameterizedTest
		@ValueSource(strings = { "//evil.example", "https://evil.example", "/learn/../../other/learn", "/learnt",
				"/leave", "/learn/%22onmouseover", "/choose#x" })
		void leadsNowhereElse(String from) {
			String page = page(IN_A_MODULE + "/library?from=" + from.replace("#", "%23"));
			assertThat(page).contains("href=\"" + IN_A_MODULE + "/learn\"").doesNotContain("evil", "onmouseover");
		}

		@Test
		void isNotThereWhenTheLibraryWasOpenedByItself() {
			assertThat(page(PLACED + "/library?from=/learn")).doesNotContain("Back to where you were")
				.contains("Language");
		}

	}

	@Nested
	class FromAModule {

		@Test
		void itIsReachedFromThePageBeforeItAndFromEachPage() {
			assertThat(page(IN_A_MODULE + "/learn")).contains("Open the resource library",
					IN_A_MODULE + "/library?from=/learn\"");
			assertThat(LibraryPageMvcTests.this.mvc.post().uri(IN_A_MODULE + "/learn").with(csrf())).hasStatus(303);
			assertThat(page(IN_A_MODULE + "/learn/pages/consent"))
				.contains(IN_A_MODULE + "/library?from=/learn/pages/consent\"");
			assertThat(page(IN_A_MODULE + "/learn/end")).contains("Open the resource library",
					IN_A_MODULE + "/library?from=/learn/end\"");
		}

		@Test
		void itIsReachedFromTheResultOfACheck() {
			String check = IN_A_MODULE + "/learn/checks/final";
			for (String act : new String[] { IN_A_MODULE + "/learn", check, check + "/tries/1/submission" }) {
				assertThat(LibraryPageMvcTests.this.mvc.post().uri(act).with(csrf())).hasStatus(303);
			}
			assertThat(page(check + "/tries/1/result")).contains("Open the resource library",
					IN_A_MODULE + "/library?from=/learn/checks/final/tries/1/result\"");
		}

	}

	@Nested
	class PlacedByItself {

		@ParameterizedTest
		@ValueSource(strings = { "reader", "teacher-reader", "anonymous-reader", "restricted-reader" })
		void everybodySeesTheSame(String person) {
			assertThat(page("/launches/" + person + "--resource-library/library")).contains("A first guide")
				.contains("Helplines")
				.doesNotContain("Preview", "Pause");
		}

		@Test
		void thereIsNoModuleToLearnAndNothingIsRecorded() {
			int before = attempts();
			assertThat(LibraryPageMvcTests.this.mvc.get().uri(PLACED + "/learn")).hasStatus(303)
				.hasRedirectedUrl(PLACED + "/library");
			assertThat(LibraryPageMvcTests.this.mvc.post().uri(PLACED + "/learn").with(csrf())).hasStatus(404);
			page(PLACED + "/library");
			assertThat(attempts()).isEqualTo(before);
		}

		private int attempts() {
			return LibraryPageMvcTests.this.jdbc.sql("select count(*) from attempt").query(Integer.class).single();
		}

	}

}
