package com.humantraffickingexperts.lti.stories;

import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The resource library in the frame of a platform: placed by a teacher, opened by itself,
 * and visited from a module without losing one's place.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheResourceLibraryTests {

	private static final String STUDENT = "Amara Okafor";

	private static final String TEACHER = "Grace Mensah";

	private static final String LIBRARY = "Resource library";

	private static final String PLACED = "Week 9: reading";

	private ToolAndPlatform world;

	private TestBrowser browser;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2);
		this.world.platform()
			.courses()
			.place((number) -> PlacedLink.of(number, Courses.FIRST.id(), Registrations.PRECONFIGURED, PLACED,
					this.world.toolAddress() + "/modules/" + Catalog.LIBRARY,
					Map.of("module", Catalog.LIBRARY, "grade", "none")));
		this.browser = new TestBrowser();
	}

	@AfterAll
	void stop() {
		this.browser.close();
		this.world.close();
	}

	private AtThePlatform visit(BrowserContext context, String person) {
		return new AtThePlatform(context, this.world.platform().issuer()).signInAs(person);
	}

	private static Locator heading(FrameLocator frame) {
		return frame.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1));
	}

	private static Locator link(FrameLocator frame, String name) {
		return frame.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(name).setExact(true)).first();
	}

	private static Locator button(FrameLocator frame, String name) {
		return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
	}

	@Test
	void aTeacherPlacesItAndAStudentOpensIt() {
		try (BrowserContext teachers = this.browser.person(); BrowserContext students = this.browser.person()) {
			AtThePlatform teacher = visit(teachers, TEACHER);
			FrameLocator picker = teacher.openPicker();
			picker.getByLabel("With these words").fill("no module has these words");
			button(picker, "Look at it as a learner: " + LIBRARY).click();
			assertThat(heading(picker)).hasText(LIBRARY);
			link(picker, "Back to the list of modules").click();
			picker.getByLabel(LIBRARY, new FrameLocator.GetByLabelOptions().setExact(true)).check();
			assertThat(picker.getByText("One chosen", new FrameLocator.GetByTextOptions().setExact(true))).isVisible();
			TestBrowser.isAccessible(teacher.page());
			TestBrowser.picture(teacher.page(), "library/picker");
			button(picker, "Add the chosen modules").click();
			assertThat(heading(picker)).hasText("Modules added");
			PlacedLink link = this.world.platform().courses().links((each) -> LIBRARY.equals(each.title())).getFirst();
			org.assertj.core.api.Assertions.assertThat(link.custom()).containsEntry("module", Catalog.LIBRARY);
			org.assertj.core.api.Assertions.assertThat(this.world.platform().gradebook().ofLink(link)).isEmpty();
			assertThat(heading(visit(students, STUDENT).openLink(LIBRARY))).hasText(LIBRARY);
			assertThat(heading(teacher.openLink(LIBRARY))).hasText(LIBRARY);
		}
	}

	@Test
	void whoeverComesFromAModuleGoesBackToWhereTheyWere() {
		try (BrowserContext context = this.browser.person()) {
			AtThePlatform student = visit(context, STUDENT);
			FrameLocator module = student.openModule();
			link(module, "Open the resource library").click();
			assertThat(heading(module)).hasText(LIBRARY);
			link(module, "Back to where you were").click();
			assertThat(heading(module)).hasText(AtThePlatform.MODULE);
			button(module, "Start").click();
			assertThat(module.locator("[data-place]")).containsText("Page 1 of");
			link(module, "Next page").click();
			assertThat(module.locator("[data-place]")).containsText("Page 2 of");
			link(module, "Library").click();
			assertThat(heading(module)).hasText(LIBRARY);
			link(module, "Back to where you were").click();
			assertThat(module.locator("[data-place]")).containsText("Page 2 of");
		}
	}

	@Test
	void aPublicationOpensBesideThePlatform() {
		try (BrowserContext context = this.browser.person()) {
			context.route((url) -> url.startsWith("https://www.gov.uk/"), (route) -> route.fulfill());
			AtThePlatform student = visit(context, STUDENT);
			FrameLocator library = student.openLink(PLACED);
			Page publication = context
				.waitForPage(() -> library.locator("#publication-statutory-guidance .read a").click());
			org.assertj.core.api.Assertions.assertThat(publication.url()).startsWith("https://www.gov.uk/");
			org.assertj.core.api.Assertions.assertThat(publication.evaluate("window.opener === null")).isEqualTo(true);
			assertThat(heading(library)).hasText(LIBRARY);
		}
	}

	@Test
	void itNeedsNoScripts() {
		try (BrowserContext context = this.browser.personWhoChose("""
				{"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": false}}
				""", false)) {
			FrameLocator library = visit(context, STUDENT).openLink(PLACED);
			for (String address : new String[] { "/lti/login", "/lti/launch" }) {
				library.locator("form[action$='" + address + "'] button").press("Enter");
			}
			assertThat(heading(library)).hasText(LIBRARY);
			library.locator("nav a").last().click();
			assertThat(library.locator("#publication-guardian-evaluation")).isInViewport();
		}
	}

	@ParameterizedTest
	@MethodSource("com.humantraffickingexperts.lti.stories.Surroundings#met")
	void itIsAccessibleAndFits(Surroundings surroundings) {
		try (BrowserContext context = this.browser.person(surroundings.options())) {
			looks(visit(context, STUDENT), surroundings.name());
		}
	}

	@Test
	void itReadsFromRightToLeftToo() {
		Browser.NewContextOptions phone = new Browser.NewContextOptions().setViewportSize(390, 844)
			.setColorScheme(ColorScheme.LIGHT);
		try (BrowserContext context = this.browser.person(phone)) {
			AtThePlatform student = visit(context, "Farah");
			FrameLocator library = student.openLink(PLACED);
			library.locator(".languages summary").click();
			button(library, "العربية").click();
			assertThat(library.locator("html")).hasAttribute("dir", "rtl");
			looks(student, "arabic");
		}
	}

	@Test
	void onPaperItTellsTheAddresses() {
		try (BrowserContext context = this.browser.person()) {
			AtThePlatform student = visit(context, STUDENT);
			FrameLocator library = student.openLink(PLACED);
			assertThat(heading(library)).hasText(LIBRARY);
			student.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(library.locator(".support")).isHidden();
			Object printed = library.locator(".publication .read a")
				.first()
				.evaluate("(link) => getComputedStyle(link, '::after').content");
			org.assertj.core.api.Assertions.assertThat(String.valueOf(printed)).contains("https://www.gov.uk/");
		}
	}

	private static void looks(AtThePlatform student, String name) {
		FrameLocator library = student.openLink(PLACED);
		assertThat(library.locator(".publication")).hasCount(5);
		TestBrowser.picture(student.page(), "library/" + name.toLowerCase(Locale.ROOT));
		TestBrowser.isAccessible(student.page());
		Frame tool = student.page().frame("tool");
		org.assertj.core.api.Assertions
			.assertThat(
					tool.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.as("how far the page scrolls sideways")
			.isEqualTo(0);
	}

}
