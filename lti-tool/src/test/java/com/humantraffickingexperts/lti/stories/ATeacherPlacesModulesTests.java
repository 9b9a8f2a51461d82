package com.humantraffickingexperts.lti.stories;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A teacher chooses modules in a frame of the platform, the platform places them, and a
 * student opens one.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ATeacherPlacesModulesTests {

	private static final String TEACHER = "Grace Mensah";

	private static final String STUDENT = "Amara Okafor";

	private static final String ADD = "Add the chosen modules";

	@TempDir
	static Path packages;

	private ToolAndPlatform world;

	private TestBrowser browser;

	@BeforeAll
	void start() {
		this.world = ToolAndPlatform.on(TestDatabase.Product.H2,
				Map.of("htmse.catalog.locations", ManyModules.in(packages.resolve("packages"))));
		this.browser = new TestBrowser();
	}

	@AfterAll
	void stop() {
		this.browser.close();
		this.world.close();
	}

	@AfterEach
	void tidy() {
		this.world.platform().manners(Manners.GENERIC);
		added().forEach(this.world.platform().courses()::remove);
		this.world.platform()
			.gradebook()
			.lineItems((column) -> column.number() > 1)
			.forEach(this.world.platform().gradebook()::remove);
	}

	private List<PlacedLink> added() {
		return this.world.platform().courses().links((link) -> link.number() > 1);
	}

	private AtThePlatform visit(BrowserContext context, String person) {
		return new AtThePlatform(context, this.world.platform().issuer()).signInAs(person);
	}

	private static Locator module(FrameLocator picker, String title) {
		return picker.getByLabel(title, new FrameLocator.GetByLabelOptions().setExact(true));
	}

	private static Locator button(FrameLocator frame, String name) {
		return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator heading(FrameLocator frame) {
		return frame.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1));
	}

	@Test
	void andAStudentOpensOne() {
		try (BrowserContext teachers = this.browser.person(); BrowserContext students = this.browser.person()) {
			AtThePlatform teacher = visit(teachers, TEACHER);
			FrameLocator picker = teacher.openPicker();
			assertThat(heading(picker)).hasText("Choose modules");
			picker.getByLabel("With these words").fill("border");
			assertThat(picker.getByText("2 modules", new FrameLocator.GetByTextOptions().setExact(true))).isVisible();
			assertThat(module(picker, ManyModules.HOUSING)).isHidden();
			module(picker, ManyModules.PORTS).check();
			picker.getByLabel("With these words").fill("");
			module(picker, ManyModules.HOUSING).check();
			assertThat(picker.getByText("2 chosen")).isVisible();
			TestBrowser.isAccessible(teacher.page());
			TestBrowser.picture(teacher.page(), "story/20-picker");
			button(picker, ADD).click();
			assertThat(heading(picker)).hasText("Modules added");
			assertThat(picker.getByRole(AriaRole.LISTITEM))
				.hasText(new String[] { ManyModules.HOUSING, ManyModules.PORTS });
			TestBrowser.picture(teacher.page(), "story/21-modules-added");
			teacher.openGradebook();
			assertThat(teacher.page().locator("main")).containsText(ManyModules.PORTS);

			FrameLocator module = visit(students, STUDENT).openLink(ManyModules.PORTS);
			assertThat(heading(module)).hasText(ManyModules.PORTS);
			assertThat(module.getByText("Your grade will be sent")).isVisible();
		}
	}

	@ParameterizedTest
	@EnumSource
	void eachPlatformTakesTheAnswerAndIsDescribed(Manners manners) {
		this.world.platform().manners(manners);
		try (BrowserContext context = this.browser.person()) {
			FrameLocator picker = visit(context, TEACHER).openPicker();
			assertThat(picker.locator(".selection .hint"))
				.containsText((manners == Manners.GENERIC) ? "Sandbox College" : manners.title().split(" ")[0]);
			module(picker, ManyModules.DEFENCE).check();
			button(picker, ADD).click();
			assertThat(heading(picker)).hasText("Modules added");
			org.assertj.core.api.Assertions.assertThat(added()).singleElement().satisfies((link) -> {
				org.assertj.core.api.Assertions.assertThat(link.title()).isEqualTo(ManyModules.DEFENCE);
				org.assertj.core.api.Assertions.assertThat(link.custom()).containsEntry("module", "statutory-defence");
				org.assertj.core.api.Assertions.assertThat(this.world.platform().gradebook().ofLink(link)).isPresent();
			});
		}
	}

	@Test
	void withoutAGradeThereIsNoColumn() {
		try (BrowserContext context = this.browser.person(); BrowserContext students = this.browser.person()) {
			FrameLocator picker = visit(context, TEACHER).openPicker();
			module(picker, ManyModules.DEFENCE).check();
			picker.getByLabel("Gradebook").selectOption("none");
			button(picker, ADD).click();
			assertThat(heading(picker)).hasText("Modules added");
			org.assertj.core.api.Assertions.assertThat(this.world.platform().gradebook().ofLink(added().getFirst()))
				.isEmpty();
			FrameLocator module = visit(students, STUDENT).openLink(ManyModules.DEFENCE);
			assertThat(module.getByText("offers no gradebook for this activity")).isVisible();
		}
	}

	@Test
	void orAddsNothing() {
		try (BrowserContext context = this.browser.person()) {
			FrameLocator picker = visit(context, TEACHER).openPicker();
			button(picker, ADD).click();
			assertThat(picker.getByRole(AriaRole.ALERT)).containsText("Choose at least one module");
			TestBrowser.isAccessible(context.pages().getFirst());
			button(picker, "Add nothing").click();
			assertThat(heading(picker)).hasText("No modules were added");
			assertThat(picker.getByRole(AriaRole.STATUS)).hasText("No module was added.");
			org.assertj.core.api.Assertions.assertThat(added()).isEmpty();
		}
	}

	@Test
	void whoeverComesBackToTheAnswerDoesNotAddEverythingTwice() {
		try (BrowserContext context = this.browser.person()) {
			AtThePlatform teacher = visit(context, TEACHER);
			FrameLocator picker = teacher.openPicker();
			module(picker, ManyModules.PORTS).check();
			button(picker, ADD).click();
			assertThat(heading(picker)).hasText("Modules added");
			teacher.page().frame("tool").evaluate("history.back()");
			assertThat(picker.getByText("Modules added")).hasCount(0);
			org.assertj.core.api.Assertions.assertThat(added()).hasSize(1);
		}
	}

	@Test
	void looksAtAModuleAsALearnerAndLosesNothing() {
		try (BrowserContext context = this.browser.person()) {
			AtThePlatform teacher = visit(context, TEACHER);
			FrameLocator picker = teacher.openPicker();
			module(picker, ManyModules.PORTS).check();
			button(picker, "Look at it as a learner: " + ManyModules.HOUSING).click();
			assertThat(heading(picker)).hasText(ManyModules.HOUSING);
			TestBrowser.isAccessible(teacher.page());
			TestBrowser.picture(teacher.page(), "story/22-preview");
			picker.locator(".contents a").first().click();
			assertThat(picker.getByText("Page 1 of 2")).isVisible();
			TestBrowser.isAccessible(teacher.page());
			picker.getByText("Next page").click();
			picker.getByText("Back to all pages").click();
			picker.getByText("Choose this module").click();
			assertThat(picker.getByText("2 chosen")).isVisible();
			assertThat(module(picker, ManyModules.PORTS)).isChecked();
			assertThat(module(picker, ManyModules.HOUSING)).isChecked();
		}
	}

	@Test
	void worksByKeyboardAloneAndWithoutScripts() {
		try (BrowserContext context = this.browser.personWhoChose("""
				{"profile": {"cookie_controls_mode": 0, "block_third_party_cookies": false}}
				""", false)) {
			AtThePlatform teacher = visit(context, TEACHER);
			FrameLocator picker = teacher.openPicker();
			for (String address : List.of("/lti/login", "/lti/launch")) {
				picker.locator("form[action$='" + address + "'] button").press("Enter");
			}
			module(picker, ManyModules.PORTS).press("Space");
			picker.getByLabel("With these words").fill("supply");
			picker.getByLabel("With these words").press("Enter");
			assertThat(picker.getByText("One module", new FrameLocator.GetByTextOptions().setExact(true))).isVisible();
			assertThat(module(picker, ManyModules.PORTS)).isChecked();
			assertThat(module(picker, ManyModules.HOUSING)).hasCount(0);
			button(picker, "Clear all filters").press("Enter");
			module(picker, ManyModules.HOUSING).press("Space");
			button(picker, ADD).press("Enter");
			button(picker, "Continue to \u2068Sandbox College\u2069").press("Enter");
			assertThat(heading(picker)).hasText("Modules added");
			assertThat(picker.getByRole(AriaRole.LISTITEM)).hasCount(2);
		}
	}

	@ParameterizedTest
	@MethodSource("com.humantraffickingexperts.lti.stories.Surroundings#met")
	void thePickerFits(Surroundings surroundings) {
		try (BrowserContext context = this.browser.person(surroundings.options())) {
			AtThePlatform teacher = visit(context, TEACHER);
			FrameLocator picker = teacher.openPicker();
			module(picker, ManyModules.PORTS).check();
			TestBrowser.picture(teacher.page(), "picker-" + surroundings.name().toLowerCase(Locale.ROOT));
			if (surroundings.examined()) {
				TestBrowser.isAccessible(teacher.page());
			}
			Frame tool = teacher.page().frame("tool");
			org.assertj.core.api.Assertions
				.assertThat(tool
					.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
				.as("how far the page scrolls sideways")
				.isEqualTo(0);
		}
	}

	@Nested
	class ForAnActivityThatOpensNoModule {

		private PlacedLink place(String title, Map<String, String> custom) {
			return ATeacherPlacesModulesTests.this.world.platform()
				.courses()
				.place((number) -> PlacedLink.of(number, Courses.FIRST.id(), Registrations.PRECONFIGURED, title,
						ATeacherPlacesModulesTests.this.world.toolAddress() + "/lti/launch", custom));
		}

		@Test
		void theTeacherChoosesOneAndLearnersGetIt() {
			place("Week 3", Map.of());
			try (BrowserContext teachers = ATeacherPlacesModulesTests.this.browser.person();
					BrowserContext students = ATeacherPlacesModulesTests.this.browser.person()) {
				AtThePlatform student = visit(students, STUDENT);
				assertThat(student.openLink("Week 3").getByText("your teacher has not chosen a module")).isVisible();

				AtThePlatform teacher = visit(teachers, TEACHER);
				FrameLocator picker = teacher.openLink("Week 3");
				assertThat(heading(picker)).hasText("Choose a module for this activity");
				TestBrowser.isAccessible(teacher.page());
				TestBrowser.picture(teacher.page(), "story/23-choose-for-activity");
				module(picker, ManyModules.PORTS).check();
				button(picker, "Use this module").click();
				assertThat(heading(picker)).hasText(ManyModules.PORTS);

				student.page().frame("tool").evaluate("location.reload()");
				assertThat(heading(student.frame())).hasText(ManyModules.PORTS);

				picker.getByText("Choose another module for this activity").click();
				assertThat(module(picker, ManyModules.PORTS)).isChecked();
				module(picker, ManyModules.DEFENCE).check();
				button(picker, "Use this module").click();
				assertThat(heading(picker)).hasText(ManyModules.DEFENCE);
				assertThat(heading(student.openLink("Week 3"))).hasText(ManyModules.DEFENCE);
			}
		}

		@Test
		void whoseModuleIsGoneTheTeacherIsToldTheRemedyAndLearnersAreToldCalmly() {
			place("Week 4", Map.of("module", "no-longer-there"));
			try (BrowserContext teachers = ATeacherPlacesModulesTests.this.browser.person();
					BrowserContext students = ATeacherPlacesModulesTests.this.browser.person()) {
				FrameLocator refused = visit(students, STUDENT).openLink("Week 4");
				assertThat(refused.getByText("Nothing you did is lost")).isVisible();
				FrameLocator picker = visit(teachers, TEACHER).openLink("Week 4");
				assertThat(picker.getByText("The module of this activity does not exist here")).isVisible();
				module(picker, ManyModules.HOUSING).check();
				button(picker, "Use this module").click();
				assertThat(heading(picker)).hasText(ManyModules.HOUSING);
			}
		}

	}

}
