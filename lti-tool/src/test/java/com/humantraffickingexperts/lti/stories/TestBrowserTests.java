package com.humantraffickingexperts.lti.stories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is not accessible is found, in a page as in its frame. */
class TestBrowserTests {

	private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><title>A page</title><main><h1>A page</h1>%s</main></html>";

	private static final String PICTURE = "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>";

	@ParameterizedTest
	@ValueSource(strings = { PICTURE, "<iframe title=\"A frame\" srcdoc=\"" + PICTURE + "\"></iframe>" })
	void aPictureWithoutATextIsFound(String body) {
		try (TestBrowser browser = new TestBrowser(); BrowserContext person = browser.person()) {
			Page page = person.newPage();
			page.setContent(PAGE.formatted(body));
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> TestBrowser.isAccessible(page))
				.withMessageContaining("image-alt");
		}
	}

}
