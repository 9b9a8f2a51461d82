package com.humantraffickingexperts.lti.classes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import com.humantraffickingexperts.lti.audit.Actor;
import com.humantraffickingexperts.lti.audit.AuditLog;
import com.humantraffickingexperts.lti.audit.AuditedChange;
import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.Utc;
import com.humantraffickingexperts.lti.grades.GradeDelivery;
import com.humantraffickingexperts.lti.grades.TestGradeDelivery;
import com.humantraffickingexperts.lti.keys.ToolSecrets;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.RememberedLaunches;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.roster.Rosters;
import com.humantraffickingexperts.lti.roster.TestRosters;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The pages of classes alone, without any platform: whoever opens
 * {@code /launches/WHO--COURSE--MODULE/class} is that person in front of that module in
 * that course. Not marked as a configuration, so that the tool itself never finds it.
 */
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan(basePackages = "com.humantraffickingexperts.lti.learning",
		basePackageClasses = { Classes.class, WebErrorCode.class, Utc.class },
		excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = LedgerGradesAgain.class))
@ConfigurationPropertiesScan(basePackageClasses = WebErrorCode.class)
public class ClassesPreview implements WebMvcConfigurer {

	/** The present. */
	public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	/** A module whose check has a time limit. */
	public static final String TIMED = "timed";

	/** A module that is taken twice at most. */
	public static final String LIMITED = "immediate";

	/**
	 * Serves the pages at port 8091, for looking at them: courses {@code c30} and
	 * {@code c5000}.
	 * @param args ignored
	 */
	public static void main(String[] args) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(ClassesPreview.class).run(
				"--server.port=8091", "--management.server.port=-1", "--htmse.jobs.enabled=false",
				"--spring.datasource.url=jdbc:h2:mem:preview;MODE=MySQL;DB_CLOSE_DELAY=-1");
		JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
		TestClasses.fill(jdbc, launch("teacher--c30--" + LIMITED), 30);
		TestClasses.fill(jdbc, launch("teacher--c5000--" + LIMITED), 5000);
		TestClasses.fill(jdbc, launch("teacher--t30--" + TIMED), 30);
		TestClasses.divide(jdbc, launch("teacher--t30--" + TIMED), 30);
	}

	@Bean
	Catalog catalog() {
		return TestCoursePackages.catalog(
				TestCoursePackages.module()
					.id(LIMITED)
					.status(CoursePackage.Status.APPROVED)
					.shows(Disclosure.IMMEDIATE, Disclosure.IMMEDIATE)
					.maximumAttempts(2)
					.build(),
				TestCoursePackages.module().id("ungraded").ungraded().build(),
				TestCoursePackages.module().id(TIMED).timeLimitMinutes(30).maximumAttempts(2).build());
	}

	@Bean
	@Primary
	Clock fixedClock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	@Bean
	ToolSecrets toolSecrets() {
		return (purpose) -> Ids.derived("secret", purpose).getBytes(StandardCharsets.US_ASCII);
	}

	@Bean
	Rosters rosters(DataSource database, Clock clock) {
		return TestRosters.on(database, clock);
	}

	@Bean
	GradeDelivery gradeDelivery(DataSource database) {
		return TestGradeDelivery.on(database);
	}

	@Bean
	RememberedLaunches rememberedLaunches() {
		return (id) -> Optional.empty();
	}

	@Bean
	Recorded recorded() {
		return new Recorded();
	}

	@Bean
	Again again() {
		return new Again();
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

	/** The launch that a key names. */
	public static CurrentLaunch launch(String key) {
		String[] parts = key.split("--", 3);
		String who = parts[0];
		TestLaunches launch = who.startsWith("learner") ? TestLaunches.learner(who + "@" + parts[1])
				: TestLaunches.teacher();
		switch (who.split("-")[0]) {
			case "assistant" -> launch.standing(Standing.ASSISTANT);
			case "viewer" -> launch.standing(Standing.VIEWER);
			case "reviewer" -> launch.forUser(who.substring("reviewer-".length()) + "@" + parts[1]);
			default -> {
			}
		}
		return launch.key(key)
			.context(parts[1])
			.link(parts[1])
			.module(parts[2].equals("none") ? null : parts[2])
			.memberships(parts[1].equals("unlisted") ? null : URI.create("https://moodle.example.org/nrps"))
			.build();
	}

	/** Remembers what was audited. */
	static final class Recorded implements AuditLog {

		final List<AuditedChange> changes = Collections.synchronizedList(new ArrayList<>());

		@Override
		public void record(Actor actor, AuditedChange change) {
			this.changes.add(change);
		}

	}

	/** Remembers which grades were sent again. */
	static final class Again implements GradesAgain {

		final List<UserId> sent = Collections.synchronizedList(new ArrayList<>());

		@Override
		public int send(CurrentLaunch launch, Set<UserId> learners) {
			this.sent.addAll(learners);
			return learners.size();
		}

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
