package com.humantraffickingexperts.sandbox.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.course.Courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultTests extends WithSandbox {

	private HttpResponse<String> lineItems() {
		return this.tool.call(this.tool.token(this.sandbox), "GET", this.sandbox.addresses().lineItems(Courses.FIRST),
				"application/vnd.ims.lis.v2.lineitemcontainer+json", "");
	}

	@Test
	void aFaultStrikesAsOftenAsToldAndThenIsOver() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.status(503).first(2));
		assertThat(lineItems().statusCode()).isEqualTo(503);
		assertThat(lineItems().statusCode()).isEqualTo(503);
		assertThat(lineItems().statusCode()).isEqualTo(200);
		assertThat(this.sandbox.requests().to(Service.LINE_ITEMS)).extracting(RecordedRequest::status)
			.containsExactly(503, 503, 200);
	}

	@Test
	void tooManyRequestsSayWhenToComeBack() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.tooManyRequests(Duration.ofSeconds(7)));
		HttpResponse<String> response = lineItems();
		assertThat(response.statusCode()).isEqualTo(429);
		assertThat(FakeTool.header(response, "Retry-After")).isEqualTo("7");
	}

	@Test
	void canvasThrottlesWithoutSayingWhen() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.throttled());
		HttpResponse<String> response = lineItems();
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("Rate Limit Exceeded");
		assertThat(FakeTool.header(response, "Retry-After")).isEmpty();
	}

	@Test
	void aResetConnectionGivesNoAnswer() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.reset());
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::lineItems);
	}

	@Test
	void aTokenIsTakenForExpired() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.expiredToken().first(1));
		assertThat(lineItems().statusCode()).isEqualTo(401);
		assertThat(lineItems().statusCode()).isEqualTo(200);
	}

	@Test
	void theKeySetCanBeDown() {
		this.sandbox.faults().set(Service.JWKS, Fault.status(500));
		assertThat(this.tool.get(this.sandbox.jwksUri()).statusCode()).isEqualTo(500);
	}

	@Test
	void aFaultWithoutAnyChanceNeverStrikes() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.status(503).withChance(0));
		assertThat(lineItems().statusCode()).isEqualTo(200);
	}

	@Test
	void aSlowServiceAnswersAllTheSame() {
		this.sandbox.faults().set(Service.LINE_ITEMS, Fault.slow(Duration.ofMillis(20)));
		assertThat(lineItems().statusCode()).isEqualTo(200);
	}

}
