package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever error a person can meet, there are words for it, on the page and in the
 * documentation; and there are no words for errors that do not exist.
 */
class ErrorWordsTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

	private static final Path GUIDES = Path.of("..", "docs");

	/** Each implementation, also one that is nested, abstract or no enum. */
	private static List<Class<?>> kindsOfErrors() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				return !definition.getMetadata().isInterface();
			}
		};
		scanner.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));
		return scanner.findCandidateComponents("com.humantraffickingexperts")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(String.valueOf(name), null))
			.filter((type) -> type.getSuperclass() == null || !type.getSuperclass().isEnum())
			.toList();
	}

	static Stream<ErrorCode> everyError() {
		return kindsOfErrors().stream()
			.filter(Class::isEnum)
			.flatMap((type) -> Arrays.stream(type.getEnumConstants()))
			.map(ErrorCode.class::cast);
	}

	private static List<String> everyCode() {
		return everyError().map(ErrorCode::code).toList();
	}

	@Nested
	class InTheCode {

		@Test
		void errorsAreFound() {
			assertThat(everyError()).hasSizeGreaterThan(30);
		}

		@Test
		void eachKindOfErrorIsAnEnumSoThatNoneIsMissed() {
			assertThat(kindsOfErrors()).allMatch(Class::isEnum);
		}

		@Test
		void eachCodeIsUsedForOneErrorOnly() {
			assertThat(everyCode()).doesNotHaveDuplicates().allMatch((code) -> code.matches("[A-Z0-9]+(-[A-Z0-9]+)+"));
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.ErrorWordsTests#everyError")
		void eachStatusIsThatOfAnError(ErrorCode error) {
			assertThat(error.status().isError()).isTrue();
		}

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

		@Test
		void noWordsAreLeftOfErrorsThatAreGone() throws IOException {
			List<String> expected = everyError().flatMap(
					(error) -> Stream.of("title", "what", "next").map((part) -> "error." + error.code() + "." + part))
				.toList();
			for (String bundle : bundles()) {
				Properties words = PropertiesLoaderUtils.loadProperties(new ClassPathResource(bundle + ".properties"));
				assertThat(words.stringPropertyNames()).filteredOn((key) -> key.matches("error\\.[A-Z].*"))
					.isSubsetOf(expected);
			}
		}

		private static String[] bundles() throws IOException {
			PropertySource<?> settings = new YamlPropertySourceLoader()
				.load("application", new ClassPathResource("application.yaml"))
				.getFirst();
			return String.valueOf(settings.getProperty("spring.messages.basename")).strip().split("\\s*,\\s*");
		}

	}

	@Nested
	class InTheDocumentation {

		private static final Pattern CODE = Pattern.compile("`((?:LTI|MODULE|REGISTRATION)-[A-Z0-9-]+)`");

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.ErrorWordsTests#everyError")
		void eachErrorIsListedWithItsStatus(ErrorCode error) throws IOException {
			assertThat(rows()).extracting((row) -> row.code() + " " + row.status())
				.contains(error.code() + " " + error.status().value());
		}

		@Test
		void eachRowIsOfAnErrorThatExistsAndEachErrorHasOneRow() throws IOException {
			assertThat(rows()).extracting(Row::code).doesNotHaveDuplicates().isSubsetOf(everyCode());
		}

		@Test
		void eachRowSaysWhyAndWhatAnAdministratorDoesInASentence() throws IOException {
			assertThat(rows()).allSatisfy((row) -> {
				assertThat(row.why()).as(row.code()).isNotBlank();
				assertThat(row.remedy()).as(row.code()).contains(" ").endsWith(".");
			});
		}

		@Test
		void noPageNamesAnErrorThatDoesNotExist() throws IOException {
			try (Stream<Path> pages = Files.walk(GUIDES)) {
				for (Path page : pages.filter((file) -> file.toString().endsWith(".md")).toList()) {
					assertThat(CODE.matcher(Files.readString(page)).results().map((found) -> found.group(1)))
						.as(page.toString())
						.isSubsetOf(everyCode());
				}
			}
		}

		private static List<Row> rows() throws IOException {
			return Files.readAllLines(DOCUMENT)
				.stream()
				.filter((line) -> line.startsWith("| `"))
				.map(InTheDocumentation::row)
				.toList();
		}

		private static Row row(String line) {
			String[] cells = line.split(" \\| ", -1);
			assertThat(cells).as(line).hasSize(4);
			return new Row(cells[0].replaceAll("[| `]", ""), cells[1].strip(), cells[2].strip(),
					cells[3].replaceAll(" \\|$", "").strip());
		}

		private record Row(String code, String status, String why, String remedy) {
		}

	}

}
