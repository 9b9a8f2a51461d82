package com.humantraffickingexperts.lti.catalog.web;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.humantraffickingexperts.lti.catalog.TestPictures;

import static org.assertj.core.api.Assertions.assertThat;

/** A picture may be kept for good, and is nothing but a picture. */
class PictureControllerTests {

	private static final String NAME = "a".repeat(64) + ".svg";

	private final MockMvcTester mvc = MockMvcTester.of(new PictureController(List.of((name) -> Optional.empty(),
			(name) -> NAME.equals(name) ? Optional.of(TestPictures.drawing()) : Optional.empty())));

	@Test
	void aDrawingMayHaveItsOwnStylesAndNothingElse() {
		MvcTestResult answer = this.mvc.get().uri("/pictures/" + NAME).exchange();

		assertThat(answer).hasStatusOk()
			.hasHeader("Content-Type", "image/svg+xml")
			.hasHeader("Content-Security-Policy",
					"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
							+ "frame-ancestors 'none'; sandbox")
			.hasHeader("Cache-Control", "public, max-age=31536000, immutable")
			.hasHeader("ETag", "\"" + NAME + "\"")
			.bodyText()
			.startsWith("<svg");
	}

	@Test
	void whoeverHasItDoesNotGetItAgain() {
		assertThat(this.mvc.get().uri("/pictures/" + NAME).header("If-None-Match", "\"" + NAME + "\"")).hasStatus(304);
	}

	@Test
	void anythingElseIsNotThere() {
		assertThat(this.mvc.get().uri("/pictures/module.yaml")).hasFailed();
	}

}
