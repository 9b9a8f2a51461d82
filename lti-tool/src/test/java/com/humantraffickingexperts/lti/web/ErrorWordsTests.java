package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever error a person can meet, there are words for it, on the page and in the
 * documentation.
 */
class ErrorWordsTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

	static Stream<ErrorCode> everyError() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));
		return scanner.findCandidateComponents("com.humantraffickingexperts.lti")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.map((name) -> ClassUtils.resolveClassName(String.valueOf(name), null))
			.filter(Class::isEnum)
			.flatMap((type) -> Arrays.stream(type.getEnumConstants()))
			.map(ErrorCode.class::cast);
	}

	@Test
	void errorsAreFound() {
		assertThat(everyError()).hasSizeGreaterThan(30);
	}

	@Nested
	class OnThePage {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.ErrorWordsTests#everyError")
		void eachErrorSaysWhatHappenedWhatItMeansAndWhatToDo(ErrorCode error) throws IOException {
			ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
			messages.setBasenames(bundles());
			messages.setFallbackToSystemLocale(false);
			for (String part : new String[] { "title", "what", "next" }) {
				assertThat(messages.getMessage("error." + error.code() + "." + part, null, Locale.UK)).isNotBlank();
			}
		}

		private static String[] bundles() throws IOException {
			PropertySource<?> settings = new YamlPropertySourceLoader()
				.load("application", new ClassPathResource("application.yaml"))
				.getFirst();
			return String.valueOf(settings.getProperty("spring.messages.basename")).split(",");
		}

	}

	@Nested
	class InTheDocumentation {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.ErrorWordsTests#everyError")
		void eachErrorIsListedWithItsStatus(ErrorCode error) throws IOException {
			assertThat(Files.readString(DOCUMENT))
				.contains("| `" + error.code() + "` | " + error.status().value() + " |");
		}

	}

}
