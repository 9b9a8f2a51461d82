package com.humantraffickingexperts.lti.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a learner or a teacher reads is said in each language of the interface. */
class InterfaceWordsTests {

	/** Those who run the tool read the others, in English alone. */
	private static final List<String> BUNDLES = List.of("catalog", "classes", "deeplinking", "errors", "grades",
			"launch", "learning", "library", "roster", "web");

	/**
	 * Patterns and signs, the same in many languages; and what only an administrator of a
	 * platform reads.
	 */
	private static final Set<String> SAME_EVERYWHERE = Set.of("web.direction", "web.date", "web.time",
			"catalog.card.date", "learning.page.tab", "learning.result.percent", "learning.match.matched",
			"deeplinking.notHere.log", "classes.nothing", "classes.percent", "classes.learner.grade.because");

	/** Words that English shares with another language. */
	private static final Map<InterfaceLanguage, Set<String>> SHARED = Map.of(InterfaceLanguage.WELSH,
			Set.of("learning.walk.tab.problem", "classes.learner.problem.tab"), InterfaceLanguage.POLISH,
			Set.of("learning.walk.tab.problem", "classes.learner.problem.tab"), InterfaceLanguage.SPANISH,
			Set.of("classes.file.no"), InterfaceLanguage.FRENCH,
			Set.of("classes.view.questions", "classes.pages", "classes.questions.question", "catalog.audience.police",
					"catalog.card.version", "catalog.notice.exploitation", "catalog.notice.violence",
					"deeplinking.found.several", "deeplinking.modules", "learning.page.steps",
					"learning.result.pointsColumn", "learning.sources", "library.fact.date", "library.kind.ARTICLE",
					"web.error.code", "web.support.pause"));

	private static final Set<String> DATES = Set.of("web.date", "web.time", "catalog.card.date");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

	private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z0-9.]*[A-Za-z0-9])[}(]");

	static Stream<Arguments> translations() {
		return Arrays.stream(InterfaceLanguage.values())
			.filter((language) -> language != InterfaceLanguage.ENGLISH)
			.flatMap((language) -> BUNDLES.stream().map((bundle) -> Arguments.of(language, bundle)));
	}

	static Stream<Arguments> everything() {
		return Stream.concat(BUNDLES.stream().map((bundle) -> Arguments.of(InterfaceLanguage.ENGLISH, bundle)),
				translations());
	}

	private static Properties words(InterfaceLanguage language, String bundle) throws IOException {
		String suffix = (language == InterfaceLanguage.ENGLISH) ? "" : "_" + language.code();
		return PropertiesLoaderUtils.loadProperties(new EncodedResource(
				new ClassPathResource("messages/" + bundle + suffix + ".properties"), StandardCharsets.UTF_8));
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Nested
	class EachLanguage {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.InterfaceWordsTests#translations")
		void saysWhatEnglishSaysAndNothingElse(InterfaceLanguage language, String bundle) throws IOException {
			Properties english = words(InterfaceLanguage.ENGLISH, bundle);
			Properties translated = words(language, bundle);
			assertThat(translated.stringPropertyNames())
				.containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
			assertThat(translated.values()).noneMatch((text) -> text.toString().isBlank());
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.InterfaceWordsTests#translations")
		void namesTheSameThingsInEachSentence(InterfaceLanguage language, String bundle) throws IOException {
			Properties english = words(InterfaceLanguage.ENGLISH, bundle);
			Properties translated = words(language, bundle);
			for (String key : english.stringPropertyNames()) {
				assertThat(placeholders(translated.getProperty(key))).as(key)
					.isEqualTo(placeholders(english.getProperty(key)));
			}
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.InterfaceWordsTests#translations")
		void leavesNothingInEnglish(InterfaceLanguage language, String bundle) throws IOException {
			Properties english = words(InterfaceLanguage.ENGLISH, bundle);
			Properties translated = words(language, bundle);
			assertThat(english.stringPropertyNames())
				.filteredOn((key) -> english.getProperty(key).equals(translated.getProperty(key)))
				.filteredOn((key) -> !SAME_EVERYWHERE.contains(key))
				.isSubsetOf(SHARED.getOrDefault(language, Set.of()));
		}

		/**
		 * A straight one has to be doubled where something is filled in, and only there.
		 * The typographic one is right everywhere.
		 */
		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.InterfaceWordsTests#translations")
		void writesTypographicApostrophes(InterfaceLanguage language, String bundle) throws IOException {
			Properties translated = words(language, bundle);
			assertThat(translated.stringPropertyNames()).filteredOn((key) -> !DATES.contains(key))
				.noneMatch((key) -> translated.getProperty(key).matches("(?s).*['\"].*"));
		}

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.web.InterfaceWordsTests#everything")
		void canBeFilledIn(InterfaceLanguage language, String bundle) throws IOException {
			Properties words = words(language, bundle);
			for (String key : words.stringPropertyNames()) {
				String text = words.getProperty(key);
				if (placeholders(text).isEmpty()) {
					assertThat(text).as(key).doesNotContain("{", "}");
				}
				else {
					for (int number : new int[] { 1, 2, 7, 10, 45, 1250 }) {
						String filled = new MessageFormat(text, language.locale())
							.format(new Object[] { number, number, number });
						assertThat(filled).as(key).doesNotContain("{", "}").matches("(?s).*\\S.*");
					}
				}
			}
		}

	}

	@Nested
	class PagesOfLearnersAndTeachers {

		@Test
		void useWordsThatEachLanguageHas() throws IOException {
			Set<String> known = new TreeSet<>();
			for (String bundle : BUNDLES) {
				known.addAll(words(InterfaceLanguage.ENGLISH, bundle).stringPropertyNames());
			}
			PathMatchingResourcePatternResolver templates = new PathMatchingResourcePatternResolver();
			int pages = 0;
			for (String folder : List.of("catalog", "classes", "deeplinking", "launch", "learning", "library", "web")) {
				for (Resource template : templates.getResources("classpath:/templates/" + folder + "/*.html")) {
					pages++;
					assertThat(known).as(template.getFilename())
						.containsAll(USED.matcher(template.getContentAsString(StandardCharsets.UTF_8))
							.results()
							.map((MatchResult found) -> found.group(1))
							.toList());
				}
			}
			assertThat(pages).isGreaterThan(25);
		}

	}

	@Nested
	class Arabic {

		private final Properties minutes = load();

		private static Properties load() {
			try {
				return words(InterfaceLanguage.ARABIC, "learning");
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private String minutes(int number) {
			return new MessageFormat(this.minutes.getProperty("learning.entrance.minutes"),
					InterfaceLanguage.ARABIC.locale())
				.format(new Object[] { number });
		}

		@Test
		void countsOneTwoAFewAndMany() {
			assertThat(minutes(1)).isEqualTo("نحو دقيقة واحدة");
			assertThat(minutes(2)).isEqualTo("نحو دقيقتين");
			assertThat(minutes(10)).isEqualTo("نحو 10 دقائق");
			assertThat(minutes(40)).isEqualTo("نحو 40 دقيقة");
		}

	}

}
