package com.humantraffickingexperts.lti.learning;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PagesViewed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionSaved;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ScenarioReached;
import com.humantraffickingexperts.lti.catalog.Pictures;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.TestPictures;
import com.humantraffickingexperts.lti.catalog.TestQuestions;
import com.humantraffickingexperts.lti.catalog.Upkeep;
import com.humantraffickingexperts.lti.catalog.Upkeep.Withdrawal;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.keys.ToolSecrets;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchId;
import com.humantraffickingexperts.lti.launch.RememberedLaunches;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The learner's pages alone, without any platform: whoever opens
 * {@code /launches/PERSON--MODULE/learn} is that person in front of that module, and
 * {@code PERSON+DEVICE--MODULE} is the same person at another device. Not marked as a
 * configuration, so that the tool itself never finds it.
 */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan(basePackageClasses = { Player.class, WebErrorCode.class, Utc.class },
		basePackages = "com.humantraffickingexperts.lti.library")
@ConfigurationPropertiesScan(basePackageClasses = WebErrorCode.class)
public class LearningPreview implements WebMvcConfigurer {

	private static final Map<LaunchId, CurrentLaunch> LAUNCHES = new ConcurrentHashMap<>();

	private static final String PICTURES = """
			<p>Before.</p><figure><div class="picture"><img src="/pictures/%s.svg" alt="A path with three &#34;gates&#34;." width="400" height="300" loading="lazy" /></div>
			<figcaption>The path <span class="credit">Picture: HTMSE</span></figcaption></figure>
			<figure><div class="picture picture-wide" role="group" tabindex="0" aria-label="Picture"><img src="/pictures/%s.svg" alt="Who pays." width="900" height="300" loading="lazy" /></div></figure>
			"""
		.formatted("a".repeat(64), "b".repeat(64));

	/**
	 * Serves the pages at port 8090, for looking at them.
	 * @param args ignored
	 */
	public static void main(String[] args) {
		new SpringApplicationBuilder(LearningPreview.class).run("--server.port=8090", "--management.server.port=-1",
				"--htmse.jobs.enabled=false",
				"--spring.datasource.url=jdbc:h2:mem:preview;MODE=MySQL;DB_CLOSE_DELAY=-1");
	}

	/**
	 * Modules that differ in their rules.
	 * @return the catalogue
	 */
	@Bean
	Catalog catalog() {
		return TestCoursePackages.catalog(TestCoursePackages.module().cooldownMinutes(10).build(),
				TestCoursePackages.module()
					.id("immediate")
					.status(CoursePackage.Status.APPROVED)
					.shows(Disclosure.IMMEDIATE, Disclosure.IMMEDIATE)
					.maximumAttempts(2)
					.counts(CountingAttempt.LAST)
					.build(),
				TestCoursePackages.module().id("silent").shows(Disclosure.NEVER, Disclosure.NEVER).build(),
				TestCoursePackages.module().id("after-pass").shows(Disclosure.AFTER_PASS, Disclosure.NEVER).build(),
				TestCoursePackages.module()
					.id("types")
					.questions(TestQuestions.all())
					.stories()
					.completion(new ScenarioReached("car-wash"), new ReflectionSaved("q-team"))
					.build(),
				TestCoursePackages.module()
					.id("types-at-once")
					.questions(TestQuestions.all())
					.shows(Disclosure.IMMEDIATE, Disclosure.IMMEDIATE)
					.ungraded()
					.build(),
				TestCoursePackages.module()
					.id("whole")
					.questions(Stream.concat(TestCoursePackages.questions().stream(), TestQuestions.all().stream())
						.toList())
					.stories()
					.completion(new PagesViewed(BigDecimal.ONE), new AssessmentPassed(TestCoursePackages.CHECK),
							new ScenarioReached("car-wash"), new ReflectionSaved("q-team"))
					.build(),
				TestCoursePackages.module().id("timed").timeLimitMinutes(30).build(),
				TestCoursePackages.module()
					.id("careful")
					.page(new Page("meeting", "Meeting someone", "<p>He spoke of the beatings.</p>", 3, List.of(),
							List.of("lo-consent"),
							List.of(new ContentNotice("violence", "An account of violence, in his own words.")),
							"meeting-calm", null))
					.page(new Page("meeting-calm", "Meeting someone, in outline", "<p>He spoke of what was done.</p>",
							3, List.of(), List.of("lo-consent"), List.of(), null, null))
					.page(new Page("who-refers", "Who refers, and who must notify", PICTURES, 4, List.of(),
							List.of("lo-refer"), List.of(new ContentNotice("detention", "Custody is mentioned.")), null,
							null))
					.build(),
				TestCoursePackages.module()
					.id("withdrawn")
					.status(CoursePackage.Status.WITHDRAWN)
					.upkeep(new Upkeep(List.of(), Upkeep.SUNSET_DAYS, List.of(),
							new Withdrawal(LocalDate.of(2026, 5, 3), "The time limit on page 2 is out of date.",
									"timed")))
					.build());
	}

	@Bean
	@Primary
	TestClock testClock() {
		return new TestClock();
	}

	@Bean
	ToolSecrets toolSecrets() {
		return (purpose) -> Ids.derived("secret", purpose).getBytes(StandardCharsets.US_ASCII);
	}

	@Bean
	Pictures pictures() {
		return (address) -> Optional.of(TestPictures.drawing());
	}

	@Bean
	RememberedLaunches rememberedLaunches() {
		return (id) -> Optional.ofNullable(LAUNCHES.get(id));
	}

	@Bean
	CompletionsHeard completionsHeard() {
		return new CompletionsHeard();
	}

	@Bean
	@Order(10)
	SecurityFilterChain launchPages(HttpSecurity http) {
		return http.securityMatcher("/launches/**")
			.csrf((csrf) -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new LaunchByName());
	}

	static CurrentLaunch launch(String key) {
		String[] parts = key.split("--", 2);
		String person = parts[0];
		TestLaunches launch = TestLaunches.learner(person.split("[+]", 2)[0]);
		if (person.startsWith("teacher")) {
			launch.name("Siân Price").standing(Standing.INSTRUCTOR);
		}
		if (person.startsWith("test")) {
			launch.testUser();
		}
		if (person.startsWith("anonymous")) {
			launch.anonymous();
		}
		if (person.startsWith("restricted")) {
			launch.terms(new RegistrationTerms(null, null, null, Set.of("immediate"), false));
		}
		if (person.startsWith("nodrafts")) {
			launch.terms(new RegistrationTerms(null, null, null, Set.of(), false, false));
		}
		if (person.startsWith("viewer")) {
			launch.standing(Standing.VIEWER);
		}
		if (person.startsWith("ungraded")) {
			launch.withoutGradebook();
		}
		if (person.startsWith("hostile")) {
			launch.name("<script>alert(1)</script>");
		}
		CurrentLaunch built = launch.key(key)
			.module((parts.length > 1) ? parts[1].toLowerCase(Locale.ROOT) : null)
			.build();
		LAUNCHES.put(built.id(), built);
		return built;
	}

	/** Reads the launch off the address. */
	private static final class LaunchByName implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == CurrentLaunch.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, 0);
			return launch(String.valueOf(((Map<?, ?>) Objects.requireNonNull(variables)).get("launch")));
		}

	}

}
