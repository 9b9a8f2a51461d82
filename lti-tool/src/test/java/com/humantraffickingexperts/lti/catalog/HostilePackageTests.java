package com.humantraffickingexperts.lti.catalog;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Rule;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.BANK;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.MODULE;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * A package that wants to do harm gets a finding, in seconds. It never crashes the tool,
 * hangs it, or shows what lies outside of its folder.
 */
class HostilePackageTests {

	private static final Duration LONGEST = Duration.ofSeconds(20);

	private PackageFolder folder;

	@BeforeEach
	void soundPackage(@TempDir Path temp) {
		this.folder = PackageFolder.sound(temp);
	}

	@ParameterizedTest
	@ValueSource(strings = { "module.yaml", "questions/bank.yaml", "pages/10-the-bed.md", "assessments.yaml",
			"assets/x.svg", "assets/x.svg.meta.yaml", "scenarios/x.yaml", "CHANGELOG.md" })
	void aFileOfAHundredMegabytesIsNotRead(String file) throws IOException {
		Path path = this.folder.path("tied-housing/" + file);
		Files.createDirectories(path.getParent());
		try (RandomAccessFile large = new RandomAccessFile(path.toFile(), "rw")) {
			large.setLength(100L << 20);
		}

		assertThat(rules()).contains(Rule.E013);
	}

	@ParameterizedTest
	@ValueSource(strings = { "module.yaml", "questions/bank.yaml", "pages/10-the-bed.md", "assets/x.svg",
			"assets/x.svg.meta.yaml", "scenarios/x.yaml" })
	void aFileThatIsALinkIsNotFollowed(String file) throws IOException {
		Path path = this.folder.path("tied-housing/" + file);
		Files.createDirectories(path.getParent());
		Files.deleteIfExists(path);
		Files.createSymbolicLink(path, Path.of("/etc/passwd"));

		assertThat(rules()).contains(Rule.E013);
		assertThat(findings()).noneMatch((finding) -> finding.toString().contains("root:"));
	}

	@Test
	void aDeviceIsNotRead() throws IOException {
		Path path = this.folder.path(PAGE);
		Files.delete(path);
		Files.createSymbolicLink(path, Path.of("/dev/zero"));

		assertThat(rules()).contains(Rule.E013);
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../secret", "../../etc/passwd", "/etc/passwd", "assets/../../x", "a\0b",
			"..%2f..%2fetc", "C:\\x" })
	void aNameThatLeadsOutsideIsUnknown(String name) {
		this.folder
			.replace(MODULE, "      - page: the-bed",
					"      - page: \"" + name.replace("\\", "\\\\").replace("\0", "\\0") + "\"")
			.replace(PAGE, "Ask about **both**.", "![x](" + name.replace("\0", "") + ")");

		assertThat(rules()).doesNotContain(Rule.E000);
		assertThat(findings()).anyMatch(Finding::blocks);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "a: &a [x, x]\\nb: &b [*a, *a]\\nc: [*b, *b] | anchor", "a: 1\\na: 2 | second time",
					"a: {b: 1, b: 2} | second time", "a: !!java.lang.Thread [] | tag",
					"? {a: 1}\\n: 2 | name of a field", "a: 1\\n---\\nb: 2 | second document" })
	void aBombInYamlIsFound(String yaml, String message) {
		this.folder.write(BANK, yaml.replace("\\n", "\n") + "\n");

		assertThat(findings()).anyMatch((finding) -> finding.rule() == Rule.E014 && finding.file().equals(BANK)
				&& finding.message().contains(message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{a: ", "- ", "? ", "\"", "'", "|\n", "%", "!", "&", "*", "- - ", "{", "a:\n " })
	void depthInYamlIsFound(String part) {
		this.folder.write(BANK, part.repeat(200_000 / part.length()));

		assertThat(rules()).containsAnyOf(Rule.E014, Rule.E001).doesNotContain(Rule.E000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "_", "**a ", "[", "![", "](", "`", "> ", "- ", "<", "<a ", "&", "\\", "|", ":::law\n",
			"{{", "[@", "#", "* a\n  ", "|a\n|-\n", "A-", ".", "Which ", "020 ", "a@", "R (", "“" })
	void depthInMarkdownIsNoTrouble(String part) {
		this.folder.replace(PAGE, "Ask about **both**.", part.repeat(25_000 / part.length()))
			.replace(BANK, "A deposit", "x");

		assertThat(rules()).doesNotContain(Rule.E000);
	}

	@Test
	void bytesThatAreNoTextAreFoundAtTheirLine() {
		this.folder.write(PAGE, new byte[] { '-', '-', '-', '\n', 'a', '\n', (byte) 0xc3, (byte) 0x28 });

		assertThat(places()).contains(PAGE + ":3 E014");
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 400 })
	void aScenarioInCirclesIsFound(int length) {
		StringBuilder nodes = new StringBuilder();
		for (int node = 0; node < length; node++) {
			nodes.append("  n%d:%n    text: \"Here.\"%n    choices:%n".formatted(node));
			for (int choice = 0; choice < 2; choice++) {
				nodes.append("      - {id: c%d, text: \"On\", goto: n%d, points: 1, feedback: \"Yes.\"}%n"
					.formatted(choice, (node + 1 + choice * 7) % length));
			}
		}
		this.folder.write("tied-housing/scenarios/circle.yaml", "id: circle\nstart: n0\nnodes:\n" + nodes);

		assertThat(rules()).contains(Rule.E011);
	}

	@Test
	void manyWaysThroughAScenarioAreNotWalkedOneByOne() {
		StringBuilder nodes = new StringBuilder();
		for (int node = 0; node < 200; node++) {
			nodes.append("  n%d:%n    text: \"Here.\"%n    choices:%n".formatted(node));
			for (int choice = 0; choice < 2; choice++) {
				nodes.append("      - {id: c%d, text: \"On\", goto: n%d, points: 1, feedback: \"Yes.\"}%n"
					.formatted(choice, node + 1));
			}
		}
		nodes.append("  n200:\n    text: \"End.\"\n    end: {outcome: good, text: \"Done.\"}\n");
		this.folder.write("tied-housing/scenarios/wide.yaml", "id: wide\nstart: n0\nnodes:\n" + nodes);

		assertThat(rules()).doesNotContain(Rule.E000, Rule.E011);
	}

	@Test
	void manyModulesThatRequireEachOtherAreFound() {
		for (int module = 0; module < 20; module++) {
			String name = "circle-" + module;
			PackageFolder.copy(this.folder.path("tied-housing"), this.folder.path(name));
			this.folder.replace(name + "/module.yaml", "id: tied-housing", "id: " + name)
				.replace(name + "/module.yaml", "contentWarnings:",
						"prerequisites: [circle-" + (module + 1) % 20 + "]\ncontentWarnings:");
		}

		assertThat(rules()).contains(Rule.E015);
	}

	@Test
	void whatAPackageSaysDoesNotEscapeIntoTheReport() {
		this.folder.replace(MODULE, "level: practitioner", "level: \"x\\e[31m\\r\\nE000 forged\"");

		assertThat(findings()).allMatch((finding) -> finding.toString().chars().noneMatch(Character::isISOControl));
	}

	private List<Finding> findings() {
		return assertTimeoutPreemptively(LONGEST, () -> this.folder.findingsOn(LocalDate.of(2026, 11, 24)));
	}

	private List<Rule> rules() {
		return findings().stream().map(Finding::rule).distinct().toList();
	}

	private List<String> places() {
		return findings().stream().map(Finding::place).toList();
	}

}
