package com.humantraffickingexperts.lti.web;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log shows of an address. */
class LoggedPathTests {

	@ParameterizedTest
	@CsvSource({ "/launches/abc/learn/page, /launches/…/learn/page", "/launches/abc, /launches/…",
			"/lti/register/secret, /lti/register/…", "/lti/register, /lti/register",
			"/admin/setup/secret, /admin/setup/…", "/admin/setup/secret/passkey, /admin/setup/…",
			"/admin/invitations/secret, /admin/invitations/…", "/admin/registrations, /admin/registrations" })
	void hidesSecrets(String path, String logged) {
		assertThat(LoggedPath.of(path)).isEqualTo(logged);
	}

	@Test
	void isThatOfTheRequestThatFailed() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/admin/setup/secret");
		assertThat(LoggedPath.of(request)).isEqualTo("/admin/setup/…");
	}

}
