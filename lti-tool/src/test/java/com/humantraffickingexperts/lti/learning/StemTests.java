package com.humantraffickingexperts.lti.learning;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StemTests {

	@Test
	void theLastParagraphIsTheQuestion() {
		assertThat(Stem.of("<p>Story.</p>\n<p>What <em>now</em>?</p>\n"))
			.isEqualTo(new Stem("<p>Story.</p>\n", "What <em>now</em>?"));
	}

	@Test
	void inlineTextIsTheQuestion() {
		assertThat(Stem.of("What now?")).isEqualTo(new Stem("", "What now?"));
	}

	@Test
	void aTextThatEndsInAListIsShownWhole() {
		String html = "<p>Which?</p><ul><li>a</li></ul>";
		assertThat(Stem.of(html)).isEqualTo(new Stem(html, ""));
	}

}
