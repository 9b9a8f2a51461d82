package com.humantraffickingexperts.lti.documentation;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentLinksTests {

	static Stream<Document> everyDocument() {
		return Document.all();
	}

	@ParameterizedTest
	@MethodSource("everyDocument")
	void everyLinkWithinTheRepositoryLeadsSomewhere(Document document) {
		assertThat(document.brokenLinks()).isEmpty();
	}

	@Test
	void theDocumentsAreFound() {
		assertThat(everyDocument()).extracting(Document::toString)
			.contains("README.md", "CONTRIBUTING.md", "docs/platforms/README.md", "docs/decisions/README.md",
					"deploy/README.md", "course-packages/AUTHORING.md");
	}

	@Test
	void aMissingFileOrHeadingIsNoticed() {
		Document index = Document.at("docs/platforms/README.md");
		Document changed = new Document(index.path(),
				Stream.of("moodle.md#doctor", "moodle.md#surgeon", "../nowhere.md", "#exact-values").toList(),
				index.headings(), index.rows(), index.codes());
		assertThat(changed.brokenLinks()).containsExactly("moodle.md#surgeon", "../nowhere.md");
	}

	@ParameterizedTest
	@CsvSource({ "Place a module,place-a-module", "'Browsers, phones and frames',browsers-phones-and-frames",
			"What’s `new`?,whats-new", "0009 Clock leeways,0009-clock-leeways" })
	void anAnchorIsMadeAsGitHubMakesIt(String heading, String anchor) {
		assertThat(Document.anchor(heading)).isEqualTo(anchor);
	}

}
