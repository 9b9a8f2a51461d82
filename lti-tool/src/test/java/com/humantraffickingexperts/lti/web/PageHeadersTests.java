package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PageHeadersTests {

	private static MockHttpServletResponse answer(String baseUrl) throws ServletException, IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new PageHeaders(new ToolAddress(URI.create(baseUrl))).doFilter(new MockHttpServletRequest(), response,
				new MockFilterChain());
		return response;
	}

	@Test
	void overHttpsTheBrowserIsToldToStayThere() throws Exception {
		assertThat(answer("https://learn.example.org").getHeader("Strict-Transport-Security")).startsWith("max-age=");
	}

	@Test
	void overHttpItIsNot() throws Exception {
		assertThat(answer("http://localhost:8080").getHeader("Strict-Transport-Security")).isNull();
	}

	@Test
	void nobodyMayFrameAPageUnlessItsFeatureSaysWho() throws Exception {
		MockHttpServletResponse response = answer("https://learn.example.org");
		assertThat(response.getHeader("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
		PageHeaders.frameableBy(response, List.of());
		assertThat(response.getHeader("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
		PageHeaders.frameableBy(response, List.of("https://lms.example", "https://*.lms.example"));
		assertThat(response.getHeader("Content-Security-Policy"))
			.endsWith("frame-ancestors https://lms.example https://*.lms.example");
	}

}
