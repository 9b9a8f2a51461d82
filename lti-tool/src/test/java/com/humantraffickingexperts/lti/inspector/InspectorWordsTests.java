package com.humantraffickingexperts.lti.inspector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import com.humantraffickingexperts.lti.launch.LaunchRefusal;
import com.humantraffickingexperts.lti.launch.LaunchStep;
import com.humantraffickingexperts.lti.launch.claims.MessageType;

import static org.assertj.core.api.Assertions.assertThat;

class InspectorWordsTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

	private final ResourceBundleMessageSource messages = messages();

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/inspector");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private void hasWords(String key) {
		assertThat(this.messages.getMessage(key, new Object[] { 1 }, Locale.UK)).isNotBlank();
	}

	@ParameterizedTest
	@EnumSource(LaunchRefusal.class)
	void everyRefusalHasTheRemedyOfTheDocumentation(LaunchRefusal refusal) throws IOException {
		String row = Files.readAllLines(DOCUMENT)
			.stream()
			.filter((line) -> line.startsWith("| `" + refusal.code() + "` |"))
			.findFirst()
			.orElseThrow();
		String[] cells = row.split(" \\| ");
		String documented = cells[cells.length - 1].replaceFirst(" \\|$", "")
			.replaceAll("[`*]", "")
			.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
		assertThat(this.messages.getMessage("inspector.remedy." + refusal.code(), null, Locale.UK))
			.isEqualTo(documented);
	}

	@ParameterizedTest
	@EnumSource(LaunchStep.class)
	void everyStepHasAName(LaunchStep step) {
		hasWords("inspector.step." + step);
	}

	@ParameterizedTest
	@EnumSource(MessageType.class)
	void everyMessageHasAName(MessageType type) {
		hasWords("inspector.message." + type);
	}

	@ParameterizedTest
	@EnumSource(BrowserFamily.class)
	void everyBrowserHasAName(BrowserFamily browser) {
		hasWords("inspector.browser." + browser);
	}

	@Test
	void aMaskedValueIsCounted() {
		assertThat(this.messages.getMessage("inspector.masked.TEXT", new Object[] { 12 }, Locale.UK))
			.isEqualTo("text, 12 characters");
		assertThat(this.messages.getMessage("inspector.masked.TEXT", new Object[] { 1 }, Locale.UK))
			.isEqualTo("text, 1 character");
	}

}
