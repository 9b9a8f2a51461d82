package com.humantraffickingexperts.lti.catalog.yaml;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/** YAML is plain data with lines, or it is refused. */
@Timeout(120)
class YamlTests {

	private final Findings findings = new Findings();

	@Nested
	class PlainData {

		@Test
		void fieldsAndItemsKnowTheirLines() {
			YamlNode root = sound("a: 1\nb:\n  - x\n  -\n    c: y\n");

			assertThat(root.get("a").number()).contains(BigDecimal.ONE);
			assertThat(root.get("b").items()).extracting(YamlNode::line).containsExactly(3, 5);
			assertThat(root.get("b").items().get(1).get("c").string()).contains("y");
			assertThat(((YamlMap) root).lineOf("b")).isEqualTo(2);
		}

		@Test
		void linesCountFromWhereThePartBegins() {
			YamlNode root = Yaml.read("page.md", "a: 1\nb: 2", 40, YamlTests.this.findings).orElseThrow();

			assertThat(root.get("b").line()).isEqualTo(41);
		}

		@ParameterizedTest
		@ValueSource(strings = { "no", "yes", "on", "NO", "0800", "1.2.3", "2026-05-20", "1e5", "0x1F", "1_000", "+1",
				".5", "12:30", ".inf", ".nan", "1234567890123456", "True" })
		void whatLooksLikeSomethingElseStaysAText(String text) {
			assertThat(sound("a: " + text).get("a").string()).contains(text);
		}

		@ParameterizedTest
		@CsvSource({ "1, 1", "-7, -7", "0.5, 0.5", "66.50, 66.50" })
		void numbersAreExact(String text, BigDecimal number) {
			assertThat(sound("a: " + text).get("a").number()).contains(number);
		}

		@Test
		void quotedNumbersAreTexts() {
			assertThat(sound("a: \"999\"").get("a").string()).contains("999");
		}

		@ParameterizedTest
		@ValueSource(strings = { "a:", "a: ~", "a: null", "b: 1" })
		void nothingIsNothing(String text) {
			assertThat(sound(text).get("a").isNothing()).isTrue();
		}

		@Test
		void askingForWhatIsNotThereIsNoError() {
			YamlNode root = sound("a: 1");

			assertThat(root.get("x").get("y").items()).isEmpty();
			assertThat(root.get("a").get("y").fields()).isEmpty();
			assertThat(root.get("a").isTrue()).isFalse();
		}

	}

	@Nested
	class Refused {

		@ParameterizedTest
		@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
				'a: 1\nb: 2\na: 3'                 | 3 | second time
				'x: {a: 1, b: 2, a: 3}'            | 1 | second time
				'a: &x [1]\nb: *x'                 | 1 | anchor
				'b: *x'                            | 1 | alias
				'a: 1\nb: !!python/object x'       | 2 | tag
				'a: !ruby/object {}'               | 1 | tag
				'a: 1\nb:\n\t- 2'                  | 3 | tab
				'a: 1\n---\nb: 2'                  | 2 | second document
				'a: x: y'                          | 1 | colon
				'a: 1\nb: "no end'                 | 2 | -
				'a: [1, 2'                         | 1 | -
				'a: 1\n b: 2'                      | 2 | -
				'? [1]\n: 2'                       | 1 | name of a field
				""")
		void isFoundAtItsLine(String text, int line, String word) {
			refused(text.replace("\\n", "\n").replace("\\t", "\t"));

			Finding finding = YamlTests.this.findings.all().getFirst();
			assertThat(finding.rule()).isEqualTo(Rule.E014);
			assertThat(finding.line()).isEqualTo(line);
			if (word != null) {
				assertThat(finding.message()).contains(word);
			}
			assertThat(finding.remedy()).isNotBlank();
		}

		@Test
		void aBombDoesNotGoOff() {
			StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
			for (int level = 1; level < 30; level++) {
				bomb.append("a%d: &a%d [%s]\n".formatted(level, level,
						String.join(", ", Collections.nCopies(9, "*a" + (level - 1)))));
			}
			refused(bomb.toString());
		}

		@ParameterizedTest
		@ValueSource(strings = { "[", "{a: ", "- ", "? ", "a:\n  " })
		void depthHasAnEnd(String step) {
			refused(step.repeat(100_000));
		}

		@Test
		void lengthHasAnEnd() {
			refused("a: \"" + "x".repeat(3_000_000) + "\"");
		}

		@Test
		void manyFieldsTakeNoTime() {
			StringBuilder text = new StringBuilder();
			for (int index = 0; index < 100_000; index++) {
				text.append('k').append(index).append(": v\n");
			}

			assertThat(sound(text.toString()).fields()).hasSize(100_000);
		}

		private void refused(String text) {
			assertThat(read(text)).isEmpty();
			assertThat(YamlTests.this.findings.all()).hasSize(1);
		}

	}

	private YamlNode sound(String text) {
		YamlNode root = read(text).orElseThrow(() -> new AssertionError(this.findings.all()));
		assertThat(this.findings.all()).isEqualTo(List.of());
		return root;
	}

	private Optional<YamlNode> read(String text) {
		return Yaml.read("file.yaml", text, 1, this.findings);
	}

}
