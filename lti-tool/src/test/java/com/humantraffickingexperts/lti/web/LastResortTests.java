package com.humantraffickingexperts.lti.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** What fails outside controllers gets a page of ours all the same. */
class LastResortTests {

	private final ErrorPages pages = mock(ErrorPages.class);

	private ToolError answered(@Nullable Integer status, @Nullable Throwable cause) throws IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
		request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, cause);
		new LastResort(this.pages).answer(request, new MockHttpServletResponse());
		ArgumentCaptor<ToolError> error = ArgumentCaptor.forClass(ToolError.class);
		verify(this.pages).answer(any(), any(), error.capture());
		return error.getValue();
	}

	@Test
	void aPageThatCouldNotBeWrittenIsAFaultWithItsCause() throws IOException {
		IllegalStateException cause = new IllegalStateException("template");
		ToolError error = answered(500, cause);
		assertThat(error.code()).isEqualTo(WebErrorCode.FAULT);
		assertThat(error.getCause()).isSameAs(cause);
	}

	@ParameterizedTest
	@CsvSource({ "404, NOT_FOUND", "405, METHOD", "415, MEDIA_TYPE", "413, TOO_LARGE", "400, BAD_REQUEST",
			"418, NOT_FOUND", "503, FAULT" })
	void aStatusOfTheServerIsWorded(int status, WebErrorCode code) throws IOException {
		assertThat(answered(status, null).code()).isEqualTo(code);
	}

	@Test
	void openedByItselfItDoesNotExist() throws IOException {
		assertThat(answered(null, null).code()).isEqualTo(WebErrorCode.NOT_FOUND);
	}

}
