package com.humantraffickingexperts.lti.deeplinking;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.catalog.Upkeep;
import com.humantraffickingexperts.lti.catalog.Upkeep.Withdrawal;
import com.humantraffickingexperts.lti.deeplinking.OfferedModules.Withdrawn;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever teaches is told why a module went, and what to choose in its place. */
class OfferedModulesTests {

	private static final CoursePackage OFFERED = TestCoursePackages.module().id("in-force").build();

	@Test
	void aWithdrawnModuleSaysWhyAndWhatTakesItsPlace() {
		assertThat(modules("in-force").withdrawn("old"))
			.contains(new Withdrawn("The limit has changed.", "en-GB", OFFERED.title()));
	}

	@Test
	void aReplacementThatIsNotThereIsNotNamed() {
		assertThat(modules("nowhere").withdrawn("old"))
			.hasValueSatisfying((withdrawn) -> assertThat(withdrawn.replacement()).isNull());
		assertThat(modules(null).withdrawn("old"))
			.hasValueSatisfying((withdrawn) -> assertThat(withdrawn.replacement()).isNull());
	}

	@Test
	void ofAllOthersThereIsNothingToSay() {
		assertThat(modules(null).withdrawn("in-force")).isEmpty();
		assertThat(modules(null).withdrawn("nothing")).isEmpty();
		assertThat(modules(null).withdrawn(null)).isEmpty();
	}

	private static OfferedModules modules(@Nullable String replacement) {
		Upkeep upkeep = new Upkeep(List.of(), Upkeep.SUNSET_DAYS, List.of(),
				new Withdrawal(LocalDate.of(2026, 5, 3), "The limit has changed.", replacement));
		CoursePackage old = TestCoursePackages.module()
			.id("old")
			.status(CoursePackage.Status.WITHDRAWN)
			.upkeep(upkeep)
			.build();
		return new OfferedModules(TestCoursePackages.catalog(old, OFFERED));
	}

}
