package com.humantraffickingexperts.lti.documentation;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guides to the platforms have one shape, because the console links to their sections
 * by one set of anchors.
 */
class PlatformGuidesTests {

	private static final List<String> SECTIONS = List.of("register-dynamically", "register-by-hand", "deployments",
			"place-a-module", "gradebook", "privacy", "browsers-phones-and-frames", "known-manners", "doctor",
			"when-something-is-wrong");

	private static final List<String> DOCTOR = List.of("Key set and key type", "Token, each scope", "Clock",
			"Scopes granted", "Deep linking", "Names and e-mail", "A launch seen", "A grade accepted",
			"A frame allowed");

	static Stream<Document> everyGuide() {
		return Stream.of("moodle", "canvas", "blackboard", "brightspace", "sakai")
			.map((name) -> Document.at("docs/platforms/" + name + ".md"));
	}

	private static List<String> rowsOfTheDoctor(Document document, String heading) {
		return document.rows()
			.stream()
			.filter((row) -> row.heading().equals(heading))
			.map((row) -> row.cells().getFirst())
			.toList();
	}

	@Nested
	class EachGuide {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.documentation.PlatformGuidesTests#everyGuide")
		void hasEachSectionInItsPlace(Document guide) {
			assertThat(guide.anchors()).containsSubsequence(SECTIONS);
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.documentation.PlatformGuidesTests#everyGuide")
		void saysWhatEachRowOfTheDoctorMeansAndHowToMendIt(Document guide) {
			assertThat(rowsOfTheDoctor(guide, "Doctor")).isEqualTo(DOCTOR);
			assertThat(guide.rows()).filteredOn((row) -> row.heading().equals("Doctor"))
				.allSatisfy((row) -> assertThat(row.cells()).hasSize(3).noneMatch(String::isBlank));
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.documentation.PlatformGuidesTests#everyGuide")
		void givesTheEvidenceOfEachManner(Document guide) {
			assertThat(guide.rows()).filteredOn((row) -> row.heading().equals("Known manners"))
				.hasSizeGreaterThan(9)
				.allSatisfy((row) -> assertThat(row.cells().getLast()).matches(
						"(recorded|source|documented|reported|assumed)(, (recorded|source|documented|reported))*"));
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.documentation.PlatformGuidesTests#everyGuide")
		void namesTheToolsAddressesExactly(Document guide) {
			assertThat(guide.codes()).contains("https://learn.example.org/lti/login",
					"https://learn.example.org/lti/launch", "https://learn.example.org/lti/jwks.json");
		}

	}

	@Nested
	class TheIndex {

		private final Document index = Document.at("docs/platforms/README.md");

		@Test
		void leadsToEachGuide() {
			assertThat(this.index.links())
				.containsAll(everyGuide().map((guide) -> String.valueOf(guide.path().getFileName())).toList());
		}

		@Test
		void explainsEachRowOfTheDoctor() {
			assertThat(rowsOfTheDoctor(this.index, "What the doctor checks")).isEqualTo(DOCTOR);
		}

	}

}
