package com.humantraffickingexperts.lti.catalog;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Assessment;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.AssessmentPassed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ContentNotice;
import com.humantraffickingexperts.lti.catalog.CoursePackage.CountingAttempt;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Disclosure;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Draw;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Grading;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Objective;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PageItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.PagesViewed;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Status;
import com.humantraffickingexperts.lti.catalog.Question.MultipleChoice;
import com.humantraffickingexperts.lti.catalog.Question.Option;
import com.humantraffickingexperts.lti.catalog.Question.SingleChoice;
import com.humantraffickingexperts.lti.catalog.Question.TrueFalse;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.BANK;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.MODULE;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Sound modules are offered whole, others not at all. */
@ExtendWith(OutputCaptureExtension.class)
class LoadedCatalogTests {

	private PackageFolder folder;

	@BeforeEach
	void soundPackage(@TempDir Path temp) {
		this.folder = PackageFolder.sound(temp);
	}

	@Nested
	class AModule {

		private CoursePackage module;

		@BeforeEach
		void load() {
			this.module = LoadedCatalogTests.this.folder.catalog().find("tied-housing").orElseThrow();
		}

		@Test
		void saysWhatItIs() {
			assertThat(this.module.title()).isEqualTo("When the job comes with the bed");
			assertThat(this.module.version()).isEqualTo("1.2.3");
			assertThat(this.module.status()).isEqualTo(Status.DRAFT);
			assertThat(this.module.summary()).startsWith("What to ask");
			assertThat(this.module.audience()).containsExactly("housing", "police");
			assertThat(this.module.level()).isEqualTo("practitioner");
			assertThat(this.module.learningMinutes()).isEqualTo(10);
			assertThat(this.module.language()).isEqualTo("en-GB");
			assertThat(this.module.jurisdictions()).containsExactly("england-wales");
			assertThat(this.module.lawStatedAsAt()).isEqualTo(LocalDate.of(2026, 5, 20));
			assertThat(this.module.objectives()).extracting(Objective::id)
				.containsExactly("lo-ask", "lo-notify", "lo-plan");
			assertThat(this.module.contentNotices())
				.containsExactly(new ContentNotice("exploitation", "Short fictional examples, nothing graphic."));
			assertThat(this.module.helplines()).extracting(CoursePackage.Helpline::contact)
				.containsExactly("999", "08000 000 000", "helpline.example");
		}

		@Test
		void hasItsItemsInOrder() {
			assertThat(this.module.sections()).extracting(CoursePackage.Section::id).containsExactly("learn", "check");
			assertThat(this.module.items()).containsExactly(new PageItem("the-bed"), new PageItem("whom-to-tell"),
					new AssessmentItem("final"));
		}

		@Test
		void hasPagesWithSourcesInTheOrderOfTheText() {
			Page page = this.module.page("the-bed").orElseThrow();

			assertThat(page.title()).isEqualTo("Why people stay");
			assertThat(page.minutes()).isEqualTo(3);
			assertThat(page.sources()).extracting(Source::id).containsExactly("msa-s52", "guidance");
			assertThat(page.html()).startsWith("<h2>The bed</h2>")
				.contains("href=\"#source-msa-s52\" role=\"doc-noteref\" aria-label=\"Source 1\"")
				.contains("href=\"#source-guidance\" role=\"doc-noteref\" aria-label=\"Source 2\"")
				.contains("In practice", "tel:08000000000", "A home that belongs to the employer")
				.doesNotContain("Is this still so?");
		}

		@Test
		void hasItsAssessment() {
			Assessment assessment = this.module.assessment("final").orElseThrow();

			assertThat(assessment)
				.isEqualTo(new Assessment("final", true, "Final check", "Three questions.", new BigDecimal("66.5"),
						List.of(new Draw(List.of("q-first", "q-second"), 2), new Draw(List.of("q-third"), 1)), false, 5,
						3, null, Disclosure.AFTER_SUBMIT, Disclosure.NEVER));
		}

		@Test
		void hasTheQuestionsThatAreAsked() {
			assertThat(this.module.questions()).containsOnlyKeys("q-first", "q-second", "q-third");
		}

		@Test
		void hasItsRules() {
			assertThat(this.module.completion()).containsExactly(new PagesViewed(new BigDecimal("0.5")),
					new AssessmentPassed("final"));
			assertThat(this.module.grading()).isEqualTo(new Grading("final", CountingAttempt.LAST, 50));
		}

		@Test
		void hasSingleChoices() {
			SingleChoice question = Objects.requireNonNull((SingleChoice) this.module.questions().get("q-first"));

			assertThat(question.stem()).isEqualTo(
					"<p>Ruth (fictional) wants to leave her job. Her room belongs to her employer. What comes <em>first</em>?</p>");
			assertThat(question.points()).isEqualByComparingTo("2");
			assertThat(question.shuffle()).isFalse();
			assertThat(question.options()).containsExactly(
					new Option("notice", "A letter of notice", false, "<p>A letter may warn the employer.</p>"),
					new Option("bed", "A bed for <strong>tonight</strong>", true, null),
					new Option("wait", "A deposit", false, null));
			assertThat(question.feedback())
				.isEqualTo(new Question.Feedback("<p>Safety first <span class=\"citation\">[source 2]</span>.</p>",
						"<p>Well done.</p>", "<p>Not yet.</p>"));
			assertThat(question.sources()).extracting(Source::id).containsExactly("guidance", "msa-s52");
		}

		@Test
		void hasMultipleChoices() {
			MultipleChoice question = Objects.requireNonNull((MultipleChoice) this.module.questions().get("q-second"));

			assertThat(question.stem()).isEqualTo("<p>Several are right.</p>\n<p>Which ones?</p>");
			assertThat(question.partial()).isTrue();
			assertThat(question.shuffle()).isTrue();
			assertThat(question.points()).isEqualByComparingTo("1");
			assertThat(question.options()).filteredOn(Option::correct).extracting(Option::id).containsExactly("a", "b");
		}

		@Test
		void hasTrueOrFalseQuestions() {
			TrueFalse question = Objects.requireNonNull((TrueFalse) this.module.questions().get("q-third"));

			assertThat(question.options()).containsExactly(new Option("true", "True", true, "<p>Right.</p>"),
					new Option("false", "False", false, "<p>Look again.</p>"));
		}

	}

	@Nested
	class Shipped {

		@Test
		void modulesAreOfferedByDefault() {
			LoadedCatalog catalog = new LoadedCatalog(new CatalogSettings(List.of("classpath:/course-packages/")));
			CoursePackage module = catalog.find("national-referral-mechanism").orElseThrow();

			assertThat(module.pages()).hasSize(10);
			assertThat(module.questions()).hasSize(36);
			assertThat(module.pages().values()).allSatisfy((page) -> assertThat(page.html()).startsWith("<h2>")
				.doesNotContain("{{", ":::", "[@", "Source 0", "<script"));
			assertThat(module.questions().values())
				.allSatisfy((question) -> assertThat(question.feedback().general()).startsWith("<p>")
					.doesNotContain("{{", "[@", "source 0"));
		}

		@Test
		void formatExampleIsOfferedOnceItAsksNothingThatIsNotSupported(@TempDir Path temp) {
			PackageFolder sample = PackageFolder.copy(PackageFolder.SAMPLE, temp.resolve("sample"));
			String bank = "nrm-basics/questions/bank.yaml";
			for (String type : List.of("matching", "ordering", "numeric", "short-text", "reflection")) {
				String text = sample.read(bank);
				int at = text.indexOf("type: " + type);
				sample.write(bank,
						text.substring(0, at) + text.substring(at).replaceFirst("status: active", "status: retired"));
			}
			sample.replace("nrm-basics/module.yaml", ", {reflection: q-reflect-team}, {scenario: car-wash}", "")
				.replace("nrm-basics/assessments.yaml", "count: 5", "count: 3");

			assertThat(sample.findings()).isEmpty();
			assertThat(sample.catalog().find("nrm-basics").orElseThrow().questions()).hasSize(3);
		}

	}

	@Nested
	class Broken {

		@ParameterizedTest
		@ValueSource(strings = { "status: active", "type: single" })
		void modulesAreNotOffered(String part) {
			LoadedCatalogTests.this.folder.replace(BANK, part, part.replaceAll(": .*", ": unheard-of"));

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).isEmpty();
		}

		@Test
		void modulesAreNamedInTheLogWithoutWhatTheySay(CapturedOutput output) {
			LoadedCatalogTests.this.folder.replace(PAGE, "[@guidance]", "[@very-private-words]");

			LoadedCatalogTests.this.folder.catalog();

			assertThat(output).contains(PAGE + ":11 E003", "tied-housing").doesNotContain("very-private-words");
		}

		@Test
		void modulesThatNeedANewerToolAreNotOffered() {
			LoadedCatalogTests.this.folder.replace(BANK, "    shuffle: false", "    hint: Think of the night.");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).isEmpty();
		}

		@Test
		void modulesAreStillKnown() {
			withdraw(LoadedCatalogTests.this.folder);

			assertThat(LoadedCatalogTests.this.folder.catalog().find("tied-housing"))
				.hasValueSatisfying((module) -> assertThat(module.offered()).isFalse());
		}

		@Test
		void sharedFilesHoldEveryModuleBack() {
			LoadedCatalogTests.this.folder.replace("shared/helplines.yaml", "checked: null", "checked: soon");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).isEmpty();
		}

		@Test
		void modulesDoNotHoldOthersBack() {
			second();
			LoadedCatalogTests.this.folder.replace(PAGE, "[@guidance]", "[@nothing]");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).extracting(CoursePackage::id)
				.containsExactly("second-one");
		}

		@Test
		void cataloguesDoNotHoldModulesBack() {
			LoadedCatalogTests.this.folder.write("catalogue.yaml", "modules: [");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).hasSize(1);
		}

	}

	@Nested
	class Order {

		@Test
		void isThatOfTheCatalogue() {
			second();
			LoadedCatalogTests.this.folder.replace("catalogue.yaml", "modules:\n  - second-one\n  - tied-housing",
					"modules:\n  - tied-housing\n  - second-one");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).extracting(CoursePackage::id)
				.containsExactly("tied-housing", "second-one");
		}

		@Test
		void isAlphabeticalWithoutACatalogue() {
			second();
			LoadedCatalogTests.this.folder.delete("catalogue.yaml");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).extracting(CoursePackage::id)
				.containsExactly("second-one", "tied-housing");
		}

		@Test
		void leavesOutWhatTheCatalogueDoesNotName() {
			second();
			LoadedCatalogTests.this.folder.replace("catalogue.yaml", "modules:\n  - second-one\n", "modules:\n");

			assertThat(LoadedCatalogTests.this.folder.catalog().modules()).extracting(CoursePackage::id)
				.containsExactly("tied-housing");
		}

	}

	@Nested
	class Withdrawn {

		@Test
		void modulesAreKnownAndNotOffered() {
			withdraw(LoadedCatalogTests.this.folder);

			Catalog catalog = LoadedCatalogTests.this.folder.catalog();
			assertThat(LoadedCatalogTests.this.folder.findings()).isEmpty();
			assertThat(catalog.modules()).isEmpty();
			assertThat(catalog.find("tied-housing").orElseThrow().offered()).isFalse();
		}

	}

	@Nested
	class SeveralLocations {

		@TempDir
		private Path other;

		@Test
		void giveTheLaterOnesModule(CapturedOutput output) {
			PackageFolder later = PackageFolder.sound(this.other)
				.replace(MODULE, "title: \"When the job", "title: \"Whenever the job");

			assertThat(later(later).find("tied-housing").orElseThrow().title()).startsWith("Whenever");
			assertThat(output).contains("replaces that of an earlier location");
		}

		@Test
		void keepTheEarlierOneWhenTheLaterOneIsBroken(CapturedOutput output) {
			PackageFolder later = PackageFolder.sound(this.other).replace(PAGE, "[@guidance]", "[@nothing]");

			assertThat(later(later).find("tied-housing")).isPresent();
			assertThat(output).contains("is not offered; the one of an earlier location is");
		}

		@Test
		void readTheSameFilesOnce(CapturedOutput output) {
			assertThat(later(PackageFolder.sound(this.other)).modules()).hasSize(1);
			assertThat(output).doesNotContain("replaces");
		}

		@Test
		void letAModuleBeWithdrawn() {
			PackageFolder later = PackageFolder.sound(this.other);
			withdraw(later);

			assertThat(later(later).modules()).isEmpty();
		}

		@Test
		void addUp() {
			assertThat(LoadedCatalogTests.this.folder.catalog("classpath:/course-packages/", "file:./not-there/")
				.modules()).extracting(CoursePackage::id).contains("tied-housing", "national-referral-mechanism");
		}

		private LoadedCatalog later(PackageFolder later) {
			return LoadedCatalogTests.this.folder.catalog("file:" + later.root());
		}

	}

	@Test
	void locationsAreFoldersOrOnTheClassPath() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CatalogSettings(List.of("https://packages.example/")))
			.withMessageContaining("htmse.catalog.locations");
	}

	private void second() {
		PackageFolder.copy(this.folder.path("tied-housing"), this.folder.path("second-one"));
		this.folder.replace("second-one/module.yaml", "id: tied-housing", "id: second-one")
			.replace("catalogue.yaml", "modules:\n  - tied-housing", "modules:\n  - second-one\n  - tied-housing");
	}

	private static void withdraw(PackageFolder folder) {
		folder.replace(MODULE, "status: draft",
				"status: withdrawn\nwithdrawal: {date: \"2026-11-01\", reason: The law has changed.}");
	}

}
