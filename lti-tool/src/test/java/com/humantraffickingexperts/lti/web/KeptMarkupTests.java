package com.humantraffickingexperts.lti.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is the same for everybody is written once, and nobody gets what is another's. */
class KeptMarkupTests {

	private static final String FIRST = "/launches/Xq81vMaa.s3cret-of-the-first";

	private static final String SECOND = "/launches/Zr72wNbb.s3cret-of-the-second";

	private final AtomicInteger written = new AtomicInteger();

	private SpringTemplateEngine engine = engine(false);

	private static SpringTemplateEngine engine(boolean checked) {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		engine.addDialect(new KeptMarkup(new KeptMarkupSettings(checked)));
		return engine;
	}

	private String page(String template, @Nullable String address, @Nullable String token, String title,
			@Nullable String name, Locale locale) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		if (token != null) {
			request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token));
		}
		if (address != null) {
			OwnWords.address(request, address);
		}
		String shown = (name != null) ? OwnWords.open(request, name) : null;
		Map<String, Object> model = new HashMap<>();
		model.put("view",
				new View(title, List.of(new Part(address + "/learn")), shown, (address != null) ? address : "/"));
		model.put("token", token);
		model.put("count", new Count(this.written));
		return this.engine.process(template,
				new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
					.buildExchange(request, new MockHttpServletResponse()), locale, model));
	}

	private String page(String address, String token, String title, @Nullable String name) {
		return page("kept/page", address, token, title, name, Locale.UK);
	}

	@Nested
	class TheSamePageForTwoPeople {

		@Test
		void isWrittenOnceWithTheAddressTheTokenAndTheNameOfEach() {
			String first = page(FIRST, "token-of-the-first", "Module", "Ngozi");
			String second = page(SECOND, "token-of-the-second", "Module", "Ana");
			assertThat(KeptMarkupTests.this.written).hasValue(1);
			assertThat(second).contains(SECOND, "token-of-the-second", "<b>Ana</b>")
				.doesNotContain(FIRST, "token-of-the-first", "Ngozi", "s3cret-of-the-first");
			assertThat(second.replace(SECOND, FIRST).replace("second", "first").replace("Ana", "Ngozi"))
				.isEqualTo(first);
		}

		@Test
		void namesStayText() {
			page(FIRST, "one", "Module", "Ngozi");
			assertThat(page(SECOND, "two", "Module", "<script>alert(1)</script> [[${7 * 6}]]"))
				.contains("<b>&lt;script&gt;alert(1)&lt;/script&gt; [[${7 * 6}]]</b>");
		}

		@Test
		void whatLooksLikeAnExpressionIsNotEvaluated() {
			page(FIRST, "one", "[[${7 * 6}]] __${7 * 6}__", "Ngozi");
			assertThat(page(SECOND, "two", "[[${7 * 6}]] __${7 * 6}__", "Ana")).contains("[[${7 * 6}]] __${7 * 6}__")
				.doesNotContain("42");
		}

	}

	@Nested
	class WhatDiffersIsWrittenAgain {

		@Test
		void becauseOfAValue() {
			page(FIRST, "one", "Module", "Ngozi");
			assertThat(page(SECOND, "two", "Another module", "Ngozi")).contains("Another module");
			assertThat(page(SECOND, "two", "Another module", null)).contains("<b></b>");
			assertThat(KeptMarkupTests.this.written).hasValue(3);
		}

		@Test
		void becauseARequestHasNoToken() {
			page(FIRST, "token-of-the-first", "Module", "Ngozi");
			assertThat(page("kept/page", SECOND, null, "Module", "Ana", Locale.UK)).contains("<b>Ana</b>", SECOND)
				.doesNotContain("token-of-the-first");
		}

		@Test
		void becauseOfTheLanguage() {
			page(FIRST, "one", "Module", "Ngozi");
			assertThat(page("kept/page", SECOND, "two", "Module", "Ngozi", Locale.FRANCE)).contains("<em>fr</em>");
		}

	}

	@Nested
	class NothingIsKept {

		@Test
		void ofARequestWithoutAnAddressOfItsOwn() {
			page("kept/page", null, "one", "Module", "Ngozi", Locale.UK);
			assertThat(page("kept/page", null, "two", "Module", "Ana", Locale.UK)).contains("<b>Ana</b>")
				.doesNotContain("Ngozi");
			assertThat(KeptMarkupTests.this.written).hasValue(2);
		}

		@Test
		void whereTheSecretIsSpelledInAnotherWay() {
			page("kept/hidden", FIRST, "one", "Module", "Ngozi", Locale.UK);
			assertThat(page("kept/hidden", SECOND, "two", "Module", "Ngozi", Locale.UK))
				.doesNotContain("s3cret-of-the-first");
			page("kept/hidden", SECOND, "two", "Module", "Ngozi", Locale.UK);
			assertThat(KeptMarkupTests.this.written).hasValue(3);
		}

	}

	@Test
	void whereItIsCheckedAFragmentThatShowsMoreThanItsKeysIsAFault() {
		this.engine = engine(true);
		page("kept/careless", FIRST, "one", "Module", "Ngozi", Locale.UK);
		assertThatExceptionOfType(TemplateProcessingException.class)
			.isThrownBy(() -> page("kept/careless", SECOND, "two", "Another module", "Ana", Locale.UK))
			.withStackTraceContaining("shows more than what it is kept by");
	}

	/**
	 * What the page shows.
	 */
	record View(String title, List<Part> parts, @Nullable String name, String path) {
	}

	/**
	 * Something with an address.
	 */
	record Part(String path) {
	}

	/**
	 * Counts how often a page is written.
	 */
	record Count(AtomicInteger written) {

		public int next() {
			return this.written.incrementAndGet();
		}

	}

}
