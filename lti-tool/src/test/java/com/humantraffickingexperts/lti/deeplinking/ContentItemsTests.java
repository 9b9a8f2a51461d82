package com.humantraffickingexperts.lti.deeplinking;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.web.ToolAddress;

import static org.assertj.core.api.Assertions.assertThat;

class ContentItemsTests {

	private static final CoursePackage MODULE = TestCoursePackages.module().build();

	private final ContentItems items = new ContentItems(new ToolAddress(URI.create("https://learn.example.org")));

	private static Choosing choosing(@Nullable Boolean acceptLineItem, String... targets) {
		return Choosing.of(TestLaunches.teacher()
			.choosing(new DeepLinkingSettings(URI.create("https://moodle.example.org/return"),
					List.of("ltiResourceLink"), List.of(targets), true, acceptLineItem, false, null, null, null))
			.build());
	}

	@Test
	void anItemSaysWhatOpensAndHowItIsGraded() {
		assertThat(this.items.of(MODULE, choosing(null, "iframe", "window"), false))
			.containsEntry("type", "ltiResourceLink")
			.containsEntry("title", "The National Referral Mechanism")
			.containsEntry("text", MODULE.summary())
			.containsEntry("url", "https://learn.example.org/modules/national-referral-mechanism")
			.containsEntry("custom",
					Map.of("module", "national-referral-mechanism", "resource_link_history", "$ResourceLink.id.history",
							"context_history", "$Context.id.history"))
			.containsEntry("lineItem",
					Map.of("label", "The National Referral Mechanism", "scoreMaximum", 100, "resourceId",
							"national-referral-mechanism", "tag", "final"))
			.containsEntry("iframe", Map.of("height", 720))
			.containsEntry("thumbnail",
					Map.of("url", "https://learn.example.org/assets/module.svg", "width", 128, "height", 128))
			.doesNotContainKeys("window", "available", "submission");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "50, 50", "100, 100", "1000, 100" })
	void theMaximumIsAWholeNumberThatMoodleTakes(int maximum, int sent) {
		CoursePackage module = TestCoursePackages.module().scoreMaximum(maximum).build();
		assertThat(this.items.of(module, choosing(true), false).get("lineItem"))
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
			.containsEntry("scoreMaximum", sent);
	}

	@Test
	void withoutAGradeNoColumnIsAskedForNowOrLater() {
		Map<String, Object> item = this.items.of(MODULE, choosing(true), true);
		assertThat(item).doesNotContainKey("lineItem");
		assertThat(String.valueOf(item.get("custom"))).contains("grade=none");
		assertThat(this.items.of(TestCoursePackages.module().ungraded().build(), choosing(true), false))
			.doesNotContainKey("lineItem");
		assertThat(this.items.of(MODULE, choosing(false), false)).doesNotContainKey("lineItem");
	}

	@Test
	void theLibraryIsAnItemOfItsOwnThatNobodyGrades() {
		assertThat(this.items.ofLibrary("Resource library", "Publications.", choosing(true, "iframe")))
			.containsEntry("type", "ltiResourceLink")
			.containsEntry("title", "Resource library")
			.containsEntry("text", "Publications.")
			.containsEntry("url", "https://learn.example.org/modules/resource-library")
			.containsEntry("custom", Map.of("module", "resource-library", "grade", "none"))
			.containsEntry("iframe", Map.of("height", 720))
			.doesNotContainKey("lineItem");
	}

	@Test
	void aWindowIsAskedForOnlyWhereThereIsNoFrame() {
		assertThat(this.items.of(MODULE, choosing(true, "window"), false))
			.containsEntry("window", Map.of("targetName", "_blank"))
			.doesNotContainKey("iframe");
		assertThat(this.items.of(MODULE, choosing(true, "embed"), false)).doesNotContainKeys("iframe", "window");
	}

	@Test
	void aTitleHas255CharactersAtMost() {
		assertThat(ContentItems.shortened("a".repeat(255))).hasSize(255).endsWith("a");
		assertThat(ContentItems.shortened("a".repeat(256))).hasSize(255).endsWith("a…");
		assertThat(ContentItems.shortened("a".repeat(253) + "😀😀")).hasSize(254).endsWith("a…");
	}

}
