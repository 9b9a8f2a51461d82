package com.humantraffickingexperts.lti.catalog;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.check.History;
import com.humantraffickingexperts.lti.catalog.source.DirectoryReader;
import com.humantraffickingexperts.lti.catalog.source.Finding;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.ASSESSMENTS;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.BANK;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.MODULE;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** The version says how much has changed: it decides when learners meet the change. */
class HistoryTests {

	private PackageFolder released;

	private PackageFolder folder;

	@BeforeEach
	void releasedAndNow(@TempDir Path temp) {
		this.released = PackageFolder.sound(temp.resolve("released"));
		this.folder = PackageFolder.sound(temp.resolve("now"));
	}

	@Test
	void nothingChangedNeedsNoVersion() {
		assertThat(places()).isEmpty();
	}

	@Test
	void anyChangeNeedsAVersion() {
		this.folder.replace(PAGE, "**both**", "*both*");

		assertThat(places()).containsExactly(MODULE + ":3 E008");
	}

	@Test
	void aVersionThatWentDownWasNotRaised() {
		this.folder.replace(PAGE, "**both**", "*both*");
		version("1.2.1");

		assertThat(places()).containsExactly(MODULE + ":3 E008");
	}

	@Test
	void wordsNeedTheThirdNumberOnly() {
		this.folder.replace(PAGE, "**both**", "*both*")
			.replace(BANK, "A deposit", "A form")
			.replace(BANK, "Safety first", "Safety comes first");
		version("1.2.4");

		assertThat(places()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1.2.4, 1", "1.3.0, 0", "2.0.0, 0" })
	void questionsNeedTheSecond(String version, int expected) {
		this.folder.replace(BANK, "id: q-third", "id: q-fourth").replace(ASSESSMENTS, "q-third", "q-fourth");
		version(version);

		assertThat(places()).hasSize(expected);
	}

	@ParameterizedTest
	@CsvSource({ "1.2.4, 1", "1.3.0, 1", "2.0.0, 0" })
	void whatIsRightNeedsTheFirst(String version, int expected) {
		this.folder.replace(BANK, "points: 2", "points: 3");
		version(version);

		assertThat(places()).hasSize(expected);
	}

	@Test
	void aWrongKeyIsMendedUnderAnyNumberWhereAnErratumSeesToThoseWhoMetIt() {
		this.folder.replace(BANK, "A bed for **tonight**\"\n        correct: true", "A bed for **tonight**\"")
			.replace(BANK, "text: \"A deposit\"", "text: \"A deposit\"\n        correct: true");
		version("1.2.4");
		assertThat(places()).hasSize(1);

		erratum("q-first", ">=1.0.0 <1.2.3");
		assertThat(places()).as("not about what was released").hasSize(1);
		erratum("q-second", ">=1.0.0 <1.2.4");
		assertThat(places()).as("about another question").hasSize(1);
		erratum("q-first", ">=1.0.0 <1.2.4");
		assertThat(places()).isEmpty();
	}

	private void erratum(String question, String versions) {
		this.folder.write("tied-housing/errata.yaml", """
				errata:
				  - question: %s
				    versions: "%s"
				    action: rekey
				    reason: "Another option is right."
				    date: "2026-11-20"
				""".formatted(question, versions));
	}

	@ParameterizedTest
	@CsvSource({ "passMark: 66.5, passMark: 70, tied-housing/assessments.yaml",
			"pagesViewed: 0.5, pagesViewed: 1.0, tied-housing/module.yaml",
			"lo-plan, lo-other, tied-housing/module.yaml" })
	void rulesNeedTheFirst(String from, String to, String file) {
		this.folder.replace(file, from, to);
		version("1.3.0");

		assertThat(findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.place()).startsWith(file).endsWith("E012"));
	}

	private void version(String version) {
		this.folder.replace(MODULE, "version: 1.2.3", "version: " + version);
	}

	private List<String> places() {
		return findings().stream().map(Finding::place).toList();
	}

	private List<Finding> findings() {
		Examination examination = new Examination();
		return History.compare(examination.of(DirectoryReader.read(this.released.root())),
				examination.of(DirectoryReader.read(this.folder.root())));
	}

}
