package com.humantraffickingexperts.lti.learning;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class WordingTests {

	private static final String SIGNS = "ab*B .,'\u00e9\u0301\u00df\u0130\u03c2 \u00a0-";

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			value = { "section 52|section 52", "  Section   52. |section 52", "s.52|s52", "SECTION\u00a052|section 52",
					"straße|STRASSE", "caf\u00e9|cafe\u0301", "\uff53\uff55\uff42|sub",
					"the duty to notify|*duty to notify", "the duty to notify the Home Office|*duty*notify*",
					"anything|*", "what?*|what" })
	void whatMakesNoDifferenceIsPassedOver(String typed, String accepted) {
		assertThat(Wording.matches(typed, accepted, true)).isTrue();
	}

	@Test
	void anythingMayBeNothing() {
		assertThat(Wording.matches("", "*", true)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "section 53|section 52", "section 52 of the Act|section 52", "52|*section*",
			"sect ion|section", "duty|*duty to*", "cafe|caf\u00e9", "*|section" })
	void whatMakesADifferenceIsNot(String typed, String accepted) {
		assertThat(Wording.matches(typed, accepted, true)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Section 52|section 52|false", "section 52.|section 52|false",
			"section 52|section 52|true", "section 52(1)|section 52*|true", "caf\u00e9|cafe\u0301|true" })
	void exactIsExact(String typed, String accepted, boolean matches) {
		assertThat(Wording.matches(typed, accepted, false)).isEqualTo(matches);
	}

	@Test
	void aTextWithoutWhatMakesNoDifferenceStaysAsItIs() {
		RandomGenerator random = new Random(5);
		for (int round = 0; round < 5_000; round++) {
			String once = Wording.normalised(text(random));
			assertThat(Wording.normalised(once)).isEqualTo(once);
		}
	}

	@Test
	void everyTextIsAcceptedWhereItIsNamedAndWhereAnythingIs() {
		RandomGenerator random = new Random(6);
		for (int round = 0; round < 5_000; round++) {
			String text = text(random).replace("*", "");
			String tail = text(random).replace("*", "");
			boolean normalised = random.nextBoolean();
			assertThat(Wording.matches(text, text, normalised)).isTrue();
			assertThat(Wording.matches(text, "*", normalised)).isTrue();
			assertThat(Wording.matches("x" + text + tail + "y", "x*y", normalised)).isTrue();
			assertThat(Wording.matches("z" + text, "x*", normalised)).isFalse();
		}
	}

	@Test
	void asterisksByTheDozenTakeNoTime() {
		String typed = "a".repeat(200);
		String accepted = "*a".repeat(100) + "b";
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Wording.matches(typed, accepted, true)))
			.isFalse();
	}

	@Test
	void nothingThatCanBeTypedMakesItFail() {
		RandomGenerator random = new Random(8);
		for (int round = 0; round < 5_000; round++) {
			StringBuilder typed = new StringBuilder();
			for (int length = random.nextInt(12); length > 0; length--) {
				typed.append((char) random.nextInt(0x10000));
			}
			assertThatNoException().isThrownBy(() -> Wording.matches(typed.toString(), "*" + typed + "*", true));
			assertThatNoException().isThrownBy(() -> NumberText.parse(typed.toString(), typed.toString()));
		}
	}

	private static String text(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		for (int length = random.nextInt(10); length > 0; length--) {
			text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
		}
		return text.toString();
	}

}
