package com.humantraffickingexperts.lti.catalog.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.humantraffickingexperts.lti.catalog.source.DirectoryReader;
import com.humantraffickingexperts.lti.catalog.source.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What a module claims stands on a sheet, or is told with its line. */
class FactTraceTests {

	@TempDir
	private Path temp;

	@BeforeEach
	void aModuleAndItsSheet() throws IOException {
		write("sheets/core.md", """
				# Core
				- **s.45** in force 31 July 2015: a defence; *R v Brecani* [2021]
				  EWCA Crim 731. At least 30 days. 62 % positive.
				""");
		write("modules/first/module.yaml", "id: first\nsummary: \"From 31 July 2015\"\n");
		page("""
				The defence in section 45 has run since July 2015.

				:::law
				It lasts at least 30 days [@naba-s61].
				:::
				""");
	}

	private void page(String body) throws IOException {
		write("modules/first/pages/10-page.md",
				"---\nid: page-99\ntitle: A page\nminutes: 44\nsources: [msa-s99]\n---\n" + body);
	}

	private Path write(String path, String text) throws IOException {
		Path file = this.temp.resolve(path);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	private List<String> untraced() throws IOException {
		return FactTrace.to(this.temp.resolve("sheets"))
			.of(DirectoryReader.read(this.temp.resolve("modules")))
			.stream()
			.map(Finding::toString)
			.toList();
	}

	@Test
	void whatIsOnASheetIsNotTold() throws IOException {
		assertThat(untraced()).isEmpty();
	}

	@Test
	void whatIsOnNoSheetIsToldWithItsLine() throws IOException {
		page("The rate was 62%.\nIn *R v AAD* [2022] EWCA Crim 106 it was not.\n\nIt lasts 45 days.\n");

		assertThat(untraced()).satisfiesExactly(
				(first) -> assertThat(first).startsWith("first/pages/10-page.md:8: W301 \"R v AAD\" is on no sheet"),
				(second) -> assertThat(second).contains(":8: W301 \"[2022] EWCA Crim 106\" is on no sheet"),
				(third) -> assertThat(third).contains(":10: W301 \"45 days\" is on no sheet"));
	}

	@Test
	void questionsScenariosSummariesAndPicturesAreReadToo() throws IOException {
		write("modules/first/questions/bank.yaml", """
				questions:
				  - id: q-77
				    stem: "After 11 days?"
				    difficulty: 3
				    unit: days
				    answer:
				      value: 12
				    feedback:
				      general: "After 13 days."
				""");
		write("modules/first/scenarios/s.yaml", "nodes:\n  n1:\n    text: \"14 days later.\"\n");
		write("modules/first/assets/a.svg.meta.yaml", "alt: \"15 days in a row\"\n");
		write("modules/first/module.yaml", "id: first\nsummary: \"16 days in all\"\n");
		write("modules/first/assessments.yaml", "assessments:\n  - id: final\n    intro: \"Wait 17 days.\"\n");

		assertThat(untraced()).extracting((finding) -> finding.replaceAll(" is on no sheet.*", ""))
			.containsExactly("first/assets/a.svg.meta.yaml:1: W301 \"15 days\"",
					"first/module.yaml:2: W301 \"16 days\"", "first/questions/bank.yaml:3: W301 \"11 days\"",
					"first/questions/bank.yaml:7: W301 \"12 days\"", "first/questions/bank.yaml:9: W301 \"13 days\"",
					"first/scenarios/s.yaml:3: W301 \"14 days\"");
	}

	@Test
	void whatModulesShareIsReadToo() throws IOException {
		write("modules/shared/resources.yaml",
				"resources:\n  - summary: \"In 2031.\"\n    since:\n      - \"After 18 days.\"\n    verify:\n      - \"19 days?\"\n");
		write("modules/shared/helplines.yaml", "panels:\n  core:\n    entries:\n      - contact: \"08000 121 700\"\n");

		assertThat(untraced()).extracting((finding) -> finding.replaceAll(" is on no sheet.*", ""))
			.containsExactly("shared/helplines.yaml:4: W301 \"08000 121 700\"",
					"shared/resources.yaml:2: W301 \"2031\"", "shared/resources.yaml:4: W301 \"18 days\"");
	}

	@Test
	void aNoteToAuthorsIsNoClaim() throws IOException {
		page(":::verify\nIs it 90 days by now?\n:::\n\nIt lasts 90 days.\n");

		assertThat(untraced()).singleElement().asString().contains(":11: W301 \"90 days\"");
	}

	@Test
	void sheetsWithoutFactsAreRefused() throws IOException {
		Path empty = Files.createDirectories(this.temp.resolve("empty"));

		assertThatIOException().isThrownBy(() -> FactTrace.to(empty));
		assertThatIOException().isThrownBy(() -> FactTrace.to(this.temp.resolve("not-there")));
	}

	@Nested
	class Allowed {

		@Test
		void isWhatAModuleGivesAReasonForInThatFileAlone() throws IOException {
			page("Two weeks later he called.\n");
			write("modules/first/scenarios/s.yaml", "nodes:\n  n1:\n    text: \"2 weeks later.\"\n");
			allow("  - in: pages/10-page.md\n    facts: [\"2 weeks\"]\n    why: \"Invented\"\n");

			assertThat(untraced()).singleElement().asString().startsWith("first/scenarios/s.yaml:3: W301");
		}

		@Test
		void isNothingWithoutAReason() throws IOException {
			page("Two weeks later he called.\n");
			allow("  - facts: [\"2 weeks\"]\n");

			assertThat(untraced()).hasSize(2)
				.anySatisfy((finding) -> assertThat(finding).contains("W301"))
				.anySatisfy((finding) -> assertThat(finding).contains("W302 Nobody says why"));
		}

		@Test
		void isToldOnceNothingNeedsIt() throws IOException {
			allow("  - facts: [\"2 weeks\", \"no fact\"]\n    why: \"Invented\"\n");

			assertThat(untraced()).satisfiesExactlyInAnyOrder(
					(one) -> assertThat(one).contains("W302 Nothing needs \"2 weeks\""),
					(other) -> assertThat(other).contains("W302 There is no fact in \"no fact\""));
		}

		private void allow(String entries) throws IOException {
			write("modules/first/trace-allow.yaml", "allow:\n" + entries);
		}

	}

}
