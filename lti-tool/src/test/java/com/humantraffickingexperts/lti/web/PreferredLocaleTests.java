package com.humantraffickingexperts.lti.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** In which language a person is spoken to. */
class PreferredLocaleTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/launches/1/learn");

	private String language() {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("console", EnglishPaths.of("/admin"));
		return new PreferredLocale(beans.getBeanProvider(EnglishPaths.class)).resolveLocale(this.request)
			.stripExtensions()
			.toLanguageTag();
	}

	private void browserAsksFor(String languages) {
		this.request.addHeader("Accept-Language", languages);
	}

	@Nested
	class WhenThePlatformAsks {

		@ParameterizedTest
		@CsvSource({ "cy, cy", "cy-GB, cy", "pl-PL, pl", "es-MX, es", "es_mx, es", "ar-EG, ar", "ar_kids, ar",
				"en_us, en-GB", "en-AU, en-GB", "FR-ca, fr", "ro-MD, ro" })
		void itIsSpokenInAnyOfItsForms(String tag, String expected) {
			browserAsksFor("en");
			PreferredLocale.prefer(PreferredLocaleTests.this.request, tag);
			assertThat(language()).isEqualTo(expected);
		}

		@Test
		void theBrowserIsAskedWhereTheToolDoesNotSpeakIt() {
			browserAsksFor("de, fr;q=0.8");
			PreferredLocale.prefer(PreferredLocaleTests.this.request, "de");
			assertThat(language()).isEqualTo("fr");
		}

		@Test
		void whatThePersonChoseComesFirst() {
			PreferredLocale.prefer(PreferredLocaleTests.this.request, "en");
			PreferredLocale.prefer(PreferredLocaleTests.this.request, "cy");
			PreferredLocale.prefer(PreferredLocaleTests.this.request, null);
			assertThat(language()).isEqualTo("cy");
		}

	}

	@Nested
	class WhenOnlyTheBrowserAsks {

		@ParameterizedTest
		@CsvSource(delimiter = '|',
				value = { "pl-PL,pl;q=0.9,en;q=0.8 | pl", "en-US,pl;q=0.5 | en-GB", "de,cy;q=0.2,es;q=0.7 | es",
						"ar;q=0, ro;q=0.1 | ro", "de | en-GB", "* | en-GB", ";;; | en-GB", "'' | en-GB" })
		void itsOrderCounts(String header, String expected) {
			browserAsksFor(header);
			assertThat(language()).isEqualTo(expected);
		}

		@Test
		void englishIsSpokenToABrowserThatDoesNotAsk() {
			assertThat(language()).isEqualTo("en-GB");
		}

	}

	@Nested
	class PagesOfThoseWhoRunTheTool {

		@ParameterizedTest
		@ValueSource(strings = { "/admin", "/admin/registrations" })
		void areEnglish(String path) {
			browserAsksFor("pl");
			PreferredLocaleTests.this.request.setRequestURI(path);
			assertThat(language()).isEqualTo("en-GB");
		}

		@Test
		void stayEnglishWhereTheyFail() {
			browserAsksFor("pl");
			PreferredLocaleTests.this.request.setRequestURI("/error");
			PreferredLocaleTests.this.request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/admin/keys");
			assertThat(language()).isEqualTo("en-GB");
		}

		@Test
		void areNotThoseThatOnlyBeginAlike() {
			browserAsksFor("pl");
			PreferredLocaleTests.this.request.setRequestURI("/administrators");
			assertThat(language()).isEqualTo("pl");
		}

	}

	@Nested
	class ALanguage {

		@ParameterizedTest
		@EnumSource(InterfaceLanguage.class)
		void isFoundByItsCode(InterfaceLanguage language) {
			assertThat(InterfaceLanguage.of(language.code())).contains(language);
		}

		@Test
		void runsFromRightToLeftIfItIsArabic() {
			assertThat(Stream.of(InterfaceLanguage.values())
				.filter((language) -> "rtl".equals(TextDirection.of(language.locale()))))
				.containsExactly(InterfaceLanguage.ARABIC);
		}

		@Test
		void isNoneWithoutATag() {
			assertThat(InterfaceLanguage.of(null)).isEmpty();
			assertThat(InterfaceLanguage.of("")).isEmpty();
			assertThat(Arrays.stream(new String[] { "de", "arc", "x" }).map(InterfaceLanguage::of))
				.allMatch(Optional::isEmpty);
		}

	}

}
