package com.humantraffickingexperts.lti.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorWordsTests {

	private static final Path SOURCES = Path.of("src", "main", "java", "com", "humantraffickingexperts", "lti",
			"doctor");

	/**
	 * Where a finding is made, its check and the key of its sentence stand side by side.
	 */
	private static final Pattern MADE = Pattern
		.compile("Finding\\.(?:green|amber|red)\\(Check\\.([A-Z_]+),\\s*(?:[a-z.]+\\(\\) \\? )?\"([a-z-]+)\"");

	private final ResourceBundleMessageSource messages = messages();

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/doctor");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private String words(String key) {
		return this.messages.getMessage(key, new Object[] { 2, 3 }, Locale.UK);
	}

	private static String key(String check) {
		return "doctor." + check.toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Test
	void everyFindingHasASentence() throws IOException {
		Set<String> keys = new TreeSet<>(
				List.of("doctor.names.found.well", "doctor.clock.found.ahead", "doctor.clock.found.behind"));
		for (String file : List.of("PlatformChecks.java", "EvidenceChecks.java")) {
			Matcher made = MADE.matcher(Files.readString(SOURCES.resolve(file)));
			while (made.find()) {
				keys.add(key(made.group(1)) + ".found." + made.group(2));
			}
		}
		assertThat(keys).hasSizeGreaterThan(30);
		keys.forEach((key) -> assertThat(words(key)).as(key).isNotBlank());
	}

	@ParameterizedTest
	@EnumSource(Check.class)
	void everyCheckHasARemedyInEveryPlatform(Check check) {
		assertThat(words(key(check.name()))).isNotBlank();
		assertThat(words(key(check.name()) + ".fix")).isNotBlank();
		for (PlatformFamily family : PlatformFamily.values()) {
			if (family != PlatformFamily.GENERIC) {
				assertThat(words(key(check.name()) + ".fix." + family.name().toLowerCase(Locale.ROOT))).isNotBlank();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Health.class)
	void everyHealthHasWords(Health health) {
		assertThat(words("doctor.health." + health)).isNotBlank();
		assertThat(words("doctor.verdict." + health)).isNotBlank();
	}

}
