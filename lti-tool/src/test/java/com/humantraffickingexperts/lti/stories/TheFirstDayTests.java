package com.humantraffickingexperts.lti.stories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.humantraffickingexperts.lti.admin.accounts.SetUp;
import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.Manners;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * From an empty database to a grade: the first operator comes in, an institution is
 * invited, its administrator registers the tool from within the platform, the doctor
 * finds nothing wrong, a teacher places two modules, and a student completes one. The
 * administrators' clicks are counted.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheFirstDayTests {

	private static final Logger log = LoggerFactory.getLogger(TheFirstDayTests.class);

	private static final String TOOL = "HTMSE modules";

	private static final String TEACHER = "Grace Mensah";

	private static final String STUDENT = "Amara Okafor";

	@TempDir
	static Path packages;

	private ToolAndPlatform world;

	private TestBrowser browser;

	private BrowserContext operator;

	private CountedClicks console;

	@BeforeAll
	void theFirstOperatorSetsTheToolUp() {
		this.world = ToolAndPlatform.unregistered(TestDatabase.Product.H2,
				Map.of("htmse.catalog.locations", ManyModules.in(packages.resolve("packages"))));
		this.browser = new TestBrowser();
		this.operator = this.browser.person();
		this.console = new CountedClicks(this.operator.newPage());
		this.console.open(this.world.bean(SetUp.class).link().orElseThrow().address().toString());
		this.console.fill("Name", "Olga Operator");
		this.console.fill("E-mail address", "olga@htmse.example");
		this.console.fill("New password", "tangerine lighthouse gravel");
		this.console.press("Become the first operator with this password");
		assertThat(this.console.page().getByText("No platform is registered yet").first()).isVisible();
		log.info("The first day: set up, {}", this.console.soFar());
	}

	@AfterAll
	void stop() {
		this.operator.close();
		this.browser.close();
		this.world.close();
	}

	/** The fastest and the most roundabout; for pictures all. */
	static List<Manners> platforms() {
		return TestBrowser.takesPictures()
				? Stream.of(Manners.values()).filter((each) -> each != Manners.GENERIC).toList()
				: List.of(Manners.MOODLE, Manners.BLACKBOARD);
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void aPlatformIsRegisteredModulesArePlacedAndAGradeArrives(Manners manners) {
		this.world.platform().manners(manners);
		this.console.begin();
		String link = invited(manners);
		CountedClicks administration;
		try (BrowserContext administrator = this.browser.person()) {
			administration = registers(administrator, link, manners);
		}
		examinedWithoutAFault(manners, "registered");
		log.info("The first day, {}: operator {}; administrator of the platform {}", manners, this.console.soFar(),
				administration.soFar());

		try (BrowserContext teachers = this.browser.person(); BrowserContext students = this.browser.person()) {
			placesTwoModules(teachers, manners);
			PlacedLink placed = completesOne(students);
			theGradeArrives(placed);
		}
		examinedWithoutAFault(manners, "used");
		assertThat(this.console.page().locator("li.check.good")).hasCount(9);
		assertThat(this.console.page().locator("li.check")).hasCount(9);
	}

	@AfterEach
	void theNextPlatformHasNotHeardOfTheTool() {
		this.world.platform().registrations().remove(clientId());
	}

	private String invited(Manners manners) {
		this.console.follow("Registrations");
		this.console.follow("Register a platform");
		this.console.fill("Name of the new institution", college(manners));
		this.console.choose(product(manners));
		this.console.press("Continue");
		this.console.press("Make the link");
		assertThat(this.console.page().getByText("Not used yet")).isVisible();
		look(manners, "1-invitation");
		return this.console.page().locator("#invitation-link").inputValue();
	}

	private CountedClicks registers(BrowserContext administrator, String link, Manners manners) {
		Page page = new AtThePlatform(administrator, this.world.platform().issuer()).signInAs("Robin Hart").page();
		page.navigate(this.world.platform().issuer() + "/admin");
		CountedClicks administration = new CountedClicks(page);
		administration.fill("Registration address of a tool", link);
		if (this.world.platform().manners() == Manners.BRIGHTSPACE) {
			Page tab = page.waitForPopup(() -> administration.press("Register a tool"));
			page.waitForNavigation(() -> tab.waitForClose(() -> administration
				.click(tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register " + TOOL)))));
		}
		else {
			administration.press("Register a tool");
			administration.click(page.frameLocator("#tool")
				.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Register " + TOOL)));
			page.waitForURL(Pattern.compile(".*/admin$"));
		}
		if (Set.of(Manners.MOODLE, Manners.CANVAS, Manners.BRIGHTSPACE).contains(manners)) {
			administration.press("Switch on " + TOOL);
		}
		assertThat(page.getByText(clientId())).isVisible();
		return administration;
	}

	private String clientId() {
		return this.world.platform()
			.registrations()
			.all()
			.stream()
			.filter((registration) -> registration.name().equals(TOOL))
			.findFirst()
			.orElseThrow()
			.clientId();
	}

	private void examinedWithoutAFault(Manners manners, String when) {
		Page page = this.console.page();
		this.console.follow("Registrations");
		this.console.click(registration(page, manners));
		this.console.follow("Ask the doctor");
		this.console
			.click(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Examine"))));
		assertThat(page.getByText("The registration was examined.")).isVisible();
		org.assertj.core.api.Assertions.assertThat(page.locator("li.check.failed").allInnerTexts()).isEmpty();
		look(manners, "2-doctor-" + when);
	}

	private static Locator registration(Page page, Manners manners) {
		return page.locator("tbody th")
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + college(manners))));
	}

	private static String college(Manners manners) {
		return "College of " + product(manners);
	}

	private static String product(Manners manners) {
		return manners.title().split(" ")[0];
	}

	private void placesTwoModules(BrowserContext teachers, Manners manners) {
		AtThePlatform teacher = new AtThePlatform(teachers, this.world.platform().issuer()).signInAs(TEACHER);
		FrameLocator picker = opensPicker(teacher);
		if (manners == Manners.BLACKBOARD) {
			assertThat(picker.getByText("LTI-DEPLOYMENT-UNKNOWN")).isVisible();
			look(teacher.page(), manners, "3-held");
			approvesTheDeployment(manners);
			picker = opensPicker(teacher);
		}
		picker.getByLabel(ManyModules.HOUSING, new FrameLocator.GetByLabelOptions().setExact(true)).check();
		picker.getByLabel(ManyModules.PORTS, new FrameLocator.GetByLabelOptions().setExact(true)).check();
		look(teacher.page(), manners, "5-picker");
		picker
			.getByRole(AriaRole.BUTTON,
					new FrameLocator.GetByRoleOptions().setName("Add the chosen modules").setExact(true))
			.click();
		assertThat(picker.getByRole(AriaRole.LISTITEM))
			.hasText(new String[] { ManyModules.HOUSING, ManyModules.PORTS });
		teacher.openCourse();
		look(teacher.page(), manners, "6-course");
	}

	private FrameLocator opensPicker(AtThePlatform teacher) {
		teacher.page()
			.navigate(this.world.platform().issuer() + "/courses/" + Courses.FIRST.id() + "/add?tool=" + clientId());
		return teacher.frame();
	}

	private void approvesTheDeployment(Manners manners) {
		Page page = this.console.page();
		this.console.follow("Registrations");
		this.console.click(registration(page, manners));
		this.console.click(
				page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Approve .*"))));
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("is approved");
		look(manners, "4-approved");
	}

	private PlacedLink completesOne(BrowserContext students) {
		PlacedLink placed = this.world.platform()
			.courses()
			.links((link) -> link.clientId().equals(clientId()) && link.title().equals(ManyModules.HOUSING))
			.getFirst();
		AtThePlatform student = new AtThePlatform(students, this.world.platform().issuer()).signInAs(STUDENT);
		student.page()
			.navigate(this.world.platform().issuer() + "/courses/" + placed.courseId() + "/links/" + placed.number());
		new AtTheModule(student, student.frame(), this.world.bean(Catalog.class).find("tied-housing").orElseThrow())
			.complete();
		return placed;
	}

	private void theGradeArrives(PlacedLink placed) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.world.platform()
				.gradebook()
				.ofLink(placed)
				.flatMap((column) -> this.world.platform()
					.gradebook()
					.grade(column, this.world.platform().people().byUsername("student1").orElseThrow()))
				.isPresent());
	}

	private void look(Manners manners, String name) {
		look(this.console.page(), manners, name);
	}

	/** Blackboard's day meets every page; the others' are the same to the eye. */
	private static void look(Page page, Manners manners, String name) {
		if (manners == Manners.BLACKBOARD) {
			TestBrowser.isAccessible(page);
		}
		TestBrowser.picture(page, "first-day/" + manners.name().toLowerCase(Locale.ROOT) + "-" + name);
	}

	/** What a person does on a page, counted. */
	private static final class CountedClicks {

		private final Page page;

		private int clicks;

		private int fields;

		private long since = System.nanoTime();

		CountedClicks(Page page) {
			this.page = page;
		}

		Page page() {
			return this.page;
		}

		void begin() {
			this.clicks = 0;
			this.fields = 0;
			this.since = System.nanoTime();
		}

		void open(String address) {
			this.page.navigate(address);
			this.clicks++;
		}

		void fill(String label, String value) {
			this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
			this.fields++;
		}

		void choose(String label) {
			click(this.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(label)).first());
		}

		void press(String button) {
			click(this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
		}

		void follow(String link) {
			click(this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first());
		}

		void click(Locator clicked) {
			clicked.click();
			this.clicks++;
		}

		String soFar() {
			return this.clicks + " clicks, " + this.fields + " fields, "
					+ Duration.ofNanos(System.nanoTime() - this.since).toSeconds() + " s";
		}

	}

}
