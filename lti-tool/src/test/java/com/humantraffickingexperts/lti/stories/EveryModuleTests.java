package com.humantraffickingexperts.lti.stories;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Modules that are shipped are played from the entrance to the end in the frame of a
 * platform: all of them with {@code -Dhtmse.test.modules=all}, some in every build, which
 * plays and fails all of them without a browser in {@code EveryModuleMvcTests}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryModuleTests {

	private static final boolean EVERY = "all".equals(System.getProperty("htmse.test.modules"));

	private static final String STUDENT = "Amara Okafor";

	/** Without waiting until they come into view. */
	private static final String PICTURES_LOAD = """
			(all) => Promise.all(all.map((picture) => { picture.loading = "eager"; return picture.decode(); }))
			""";

	private static final String ANOTHER_STUDENT = "Eilidh";

	private ToolAndPlatform world;

	private TestBrowser browser;

	private BrowserContext person;

	private AtThePlatform student;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2);
		modules().forEach((module) -> this.world.platform()
			.courses()
			.place((number) -> PlacedLink.of(number, Courses.FIRST.id(), Registrations.PRECONFIGURED, name(module),
					this.world.toolAddress() + "/modules/" + module.id(), Map.of("module", module.id()))));
		this.browser = new TestBrowser();
		this.person = this.browser.person(Surroundings.FRAME.options());
		this.student = new AtThePlatform(this.person, this.world.platform().issuer()).signInAs(STUDENT);
	}

	@AfterAll
	void stop() {
		this.person.close();
		this.browser.close();
		this.world.close();
	}

	Stream<CoursePackage> modules() {
		return this.world.bean(Catalog.class).modules().stream();
	}

	Stream<CoursePackage> modulesToPass() {
		return EVERY ? modules() : modules().limit(4);
	}

	Stream<CoursePackage> modulesToFail() {
		return EVERY ? modules() : modules().limit(1);
	}

	private static String name(CoursePackage module) {
		return "Each: " + module.id();
	}

	@ParameterizedTest
	@MethodSource("modulesToPass")
	void isPlayedToItsEnd(CoursePackage module) {
		AtTheModule walk = new AtTheModule(this.student, this.student.openLink(name(module)), module);
		walk.goThroughEverything((item) -> look(module, item));
	}

	/** One page of each with axe; a picture of each, and of the first with a diagram. */
	private void look(CoursePackage module, Item item) {
		boolean looked = item.equals(pageToLookAt(module));
		if (looked) {
			this.student.frame().locator("main img").evaluateAll(PICTURES_LOAD);
			TestBrowser.isAccessible(this.student.page());
		}
		if (looked || !(item instanceof PageItem)) {
			TestBrowser.picture(this.student.page(), "module/" + module.id() + "-" + item.id());
		}
	}

	private static Item pageToLookAt(CoursePackage module) {
		return module.items()
			.stream()
			.filter((item) -> item instanceof PageItem page
					&& module.page(page.id()).orElseThrow().html().contains("<img"))
			.findFirst()
			.orElseGet(() -> module.items().getFirst());
	}

	@ParameterizedTest
	@MethodSource("modulesToFail")
	void tellsWhoeverFailsWhatIsRightToReadAgain(CoursePackage module) {
		try (BrowserContext context = this.browser.person()) {
			AtThePlatform platform = new AtThePlatform(context, this.world.platform().issuer())
				.signInAs(ANOTHER_STUDENT);
			FrameLocator frame = platform.openLink(name(module));
			AtTheModule walk = new AtTheModule(platform, frame, module);
			walk.press("Start");
			walk.follow("All pages");
			walk.turn(frame.locator(".contents a").last());
			walk.press("Begin the check");
			walk.answerEveryQuestion(false);
			walk.seesHeading("Not passed yet");
			assertThat(frame.locator(".score strong")).hasText(Pattern.compile("^[0-7]?[0-9](\\.\\d+)?%$"));
			assertThat(frame.locator(".review .feedback").first()).isVisible();
			assertThat(frame.locator(".again")).containsText(Pattern.compile("Try again|You can try again in"));
			TestBrowser.picture(platform.page(), "module/" + module.id() + "-not-passed");
		}
	}

}
