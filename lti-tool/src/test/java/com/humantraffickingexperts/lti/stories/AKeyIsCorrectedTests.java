package com.humantraffickingexperts.lti.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.course.Courses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A student fails the check because its questions were marked wrongly. The next version
 * of the module has errata: with it the tool is started again, and without anybody's
 * doing the result rises, the module is complete and the grade stands in the teacher's
 * gradebook, although the student's launch is forgotten.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AKeyIsCorrectedTests {

	private static final String MODULE = "national-referral-mechanism";

	private static final String REASON = "The guidance behind this question had changed.";

	private ToolAndPlatform world;

	private TestBrowser browser;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2);
		this.browser = new TestBrowser();
	}

	@AfterAll
	void stop() {
		this.browser.close();
		this.world.close();
	}

	@Test
	void andTheGradeArrivesWithoutTheStudent(@TempDir Path packages) throws IOException {
		try (BrowserContext student = this.browser.person(); BrowserContext teacher = this.browser.person()) {
			AtThePlatform platform = new AtThePlatform(student, this.world.platform().issuer());
			platform.signInAs("Amara Okafor");
			CoursePackage module = this.world.bean(Catalog.class).find(MODULE).orElseThrow();
			AtTheModule walk = new AtTheModule(platform, platform.openModule(), module);
			walk.press("Start");
			walk.readEveryPage();
			walk.press("Begin the check");
			walk.answerEveryQuestion(false);
			walk.seesHeading("Not passed yet");
			assertThat(grade()).isEmpty();
			this.world.bean(JdbcClient.class).sql("delete from launch").update();

			this.world.restart(Map.of("htmse.catalog.locations[0]", "classpath:/course-packages/",
					"htmse.catalog.locations[1]", "file:" + corrected(module, packages)));

			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> grade().isPresent());
			platform.openModule().locator("main").waitFor();
			Frame tool = platform.page().frame("tool");
			tool.waitForURL((url) -> url.contains("/learn"));
			tool.navigate(tool.url().replaceFirst("/learn.*", "/learn/checks/final/tries/1/result"));
			assertThat(platform.frame().locator("main")).containsText("this result was corrected upwards from ");
			assertThat(platform.frame().locator("main")).containsText(REASON);
			assertThat(platform.frame().locator("h1")).hasText("You passed");
			assertThat(platform.frame().locator(".answered").first())
				.containsText("This answer counts for more than that");
			look(platform, "01-result");

			AtThePlatform gradebook = new AtThePlatform(teacher, this.world.platform().issuer());
			gradebook.signInAs("Grace Mensah").openGradebook();
			assertThat(gradebook.page().locator("tr[data-student=student1] .points")).hasText("100");
			gradebook.openModule().locator("main").waitFor();
			Frame seen = gradebook.page().frame("tool");
			seen.waitForURL((url) -> url.contains("/learn"));
			seen.navigate(seen.url().replaceFirst("/learn.*", "/class/learners/" + learner()));
			assertThat(gradebook.frame().locator("main")).containsText("this result was corrected upwards from ");
			assertThat(gradebook.frame().locator("main")).containsText(REASON);
			look(gradebook, "02-teacher");
		}
		assertThat(this.world.bean(JdbcClient.class)
			.sql("select concat(kind, ' ', times) from score_event order by revision, first_at")
			.query(String.class)
			.list()).as("sent once").containsExactly("REGRADED 1", "DELIVERED 1");
	}

	private static void look(AtThePlatform platform, String name) {
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			platform.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			for (int[] size : new int[][] { { 1280, 900 }, { 800, 600 }, { 390, 844 } }) {
				platform.page().setViewportSize(size[0], size[1]);
				TestBrowser.picture(platform.page(), "errata/" + name + "-" + scheme + "-" + size[0]);
			}
			TestBrowser.isAccessible(platform.page());
		}
		platform.page().setViewportSize(1280, 900);
	}

	private String learner() {
		return this.world.bean(JdbcClient.class).sql("select user_id from score").query(String.class).single();
	}

	private Optional<?> grade() {
		return this.world.platform()
			.gradebook()
			.grade(this.world.platform().gradebook().lineItem(Courses.FIRST, 1).orElseThrow(),
					this.world.platform().people().byUsername("student1").orElseThrow());
	}

	/**
	 * The module as the tool ships it, in its next version, with an erratum for each
	 * question.
	 */
	private static Path corrected(CoursePackage module, Path packages) throws IOException {
		Path shipped = Path.of("..", "course-packages");
		for (String folder : new String[] { "shared", "schema", MODULE }) {
			FileSystemUtils.copyRecursively(shipped.resolve(folder), packages.resolve(folder));
		}
		String next = module.version().replaceFirst("\\d+$", "99");
		replace(packages.resolve(MODULE).resolve("module.yaml"), "version: " + module.version(), "version: " + next);
		Path log = packages.resolve(MODULE).resolve("CHANGELOG.md");
		Files.writeString(log,
				Files.readString(log).replaceFirst("(?m)^## ", "## " + next + "\n\n- Corrected.\n\n## "));
		Files.writeString(packages.resolve(MODULE).resolve("errata.yaml"),
				"errata:\n" + module.questions().keySet().stream().sorted().map((question) -> """
						  - question: %s
						    versions: ">=%s <%s"
						    action: full-credit
						    reason: "%s"
						    date: "2026-11-20"
						""".formatted(question, module.version(), next, REASON)).collect(Collectors.joining()));
		return packages.toAbsolutePath();
	}

	private static void replace(Path file, String from, String to) throws IOException {
		String text = Files.readString(file);
		assertThat(text).contains(from);
		Files.writeString(file, text.replace(from, to));
	}

}
