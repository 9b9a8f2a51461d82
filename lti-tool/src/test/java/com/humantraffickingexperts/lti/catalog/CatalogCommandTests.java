package com.humantraffickingexperts.lti.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.MODULE;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code catalog validate DIR} tells authors and builds what to mend. */
class CatalogCommandTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private PackageFolder folder;

	@BeforeEach
	void soundPackage(@TempDir Path temp) {
		this.folder = PackageFolder.sound(temp);
	}

	@Test
	void aSoundFolderGivesNoFindings() {
		assertThat(run("catalog", "validate", this.folder.root().toString())).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).doesNotContain(": E", ": N");
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("1 modules: 0 errors, 0 not supported yet");
	}

	@Test
	void theShippedModulesAreSound() {
		assertThat(run("catalog", "validate", PackageFolder.SHIPPED.toString())).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).doesNotContain(": E", ": N");
	}

	@Test
	void anErrorIsToldWithItsPlaceAndGivesAnExitStatus() {
		this.folder.replace(MODULE, "level: practitioner", "level: expert");

		assertThat(run("catalog", "validate", this.folder.root().toString())).isOne();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains(this.folder.root() + "/" + MODULE
				+ ":10: E001 \"level\" cannot be \"expert\". Choose one of: awareness, practitioner, specialist."
				+ System.lineSeparator());
	}

	@Test
	void whatIsOnlyNotSupportedYetIsNoError() {
		this.folder.replace("tied-housing/questions/bank.yaml", "    shuffle: false", "    hint: Think of the night.");

		assertThat(run("catalog", "validate", this.folder.root().toString())).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("tied-housing/questions/bank.yaml", "N001");
	}

	@Test
	void aTableCountsWhatModulesHold() {
		assertThat(run("catalog", "table", this.folder.root().toString())).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8).lines()).hasSize(3)
			.last()
			.asString()
			.matches("\\| `tied-housing` \\| \\d+ \\| \\d+ \\| [a-z0-9 ,-]+ \\| \\d+ \\| \\d+ \\| \\d+ \\| 0/\\d+ \\|");
	}

	@Test
	void aFactWithoutASheetIsToldAndGivesAnExitStatus(@TempDir Path sheets) throws IOException {
		Files.writeString(sheets.resolve("core.md"), "- At least 30 days\n");
		this.folder.replace(PackageFolder.PAGE, "Ask about **both**.", "It lasts 45 days.");

		assertThat(run("catalog", "trace", this.folder.root().toString(), sheets.toString())).isOne();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains(this.folder.root() + "/" + PackageFolder.PAGE,
				"W301 \"45 days\" is on no sheet");
		assertThat(run("catalog", "trace", this.folder.root().toString(), sheets.resolve("none").toString())).isOne();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("There are no sheets of facts in");
	}

	@Test
	void oneModuleMayBeCheckedAlone() {
		PackageFolder.copy(this.folder.path("tied-housing"), this.folder.path("broken-one"));

		assertThat(run("catalog", "validate", this.folder.path("tied-housing").toString())).isZero();
		assertThat(run("catalog", "validate", this.folder.path("broken-one").toString())).isOne();
		assertThat(this.out.toString(StandardCharsets.UTF_8))
			.contains(this.folder.path("broken-one/module.yaml") + ":2: E001");
	}

	@Test
	void aReleaseLooksAtDates() {
		this.folder.replace(MODULE, "lawStatedAsAt: \"2026-05-20\"", "lawStatedAsAt: \"2026-12-01\"")
			.replace(MODULE, "status: draft", "status: approved");

		run("catalog", "validate", this.folder.root().toString());

		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("still to come");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/there/is/no/such/folder", "nul\0l", "src/test/java" })
	void aFolderWithoutModulesIsAnError(String name) {
		assertThat(run("catalog", "validate", name)).isOne();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).isEmpty();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "catalog", "catalog validate", "catalog polish x", "catalog validate x y" })
	void wrongArgumentsAreAnsweredWithTheRightOnes(String arguments) {
		assertThat(run(arguments.split(" "))).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).startsWith("Usage: ");
	}

	private int run(String... arguments) {
		return new CatalogCommand(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), LocalDate.of(2026, 11, 24))
			.run(List.of(arguments));
	}

}
