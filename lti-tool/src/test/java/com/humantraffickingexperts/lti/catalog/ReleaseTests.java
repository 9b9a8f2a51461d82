package com.humantraffickingexperts.lti.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.humantraffickingexperts.lti.catalog.PackageFolder.BANK;
import static com.humantraffickingexperts.lti.catalog.PackageFolder.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A release is the module, whole and unchangeable. */
class ReleaseTests {

	@Test
	void everyShippedModuleComesBackAsItWas() {
		List<CoursePackage> modules = new LoadedCatalog(new CatalogSettings(List.of("classpath:/course-packages/")))
			.modules();

		assertThat(modules).isNotEmpty()
			.allSatisfy((module) -> assertThat(Release.of(module).open()).isEqualTo(module));
	}

	@Test
	void theSmallModuleComesBackAsItWas(@TempDir Path temp) {
		CoursePackage module = PackageFolder.sound(temp).catalog().find("tied-housing").orElseThrow();

		assertThat(Release.of(module).open()).isEqualTo(module);
	}

	@Test
	void theSameFilesGiveTheSameDigest(@TempDir Path temp) {
		Release one = release(PackageFolder.sound(temp.resolve("one")));
		Release other = release(PackageFolder.sound(temp.resolve("other")));

		assertThat(one).isEqualTo(other);
		assertThat(one.digest()).matches("[0-9a-f]{64}");
	}

	@Test
	void anyChangeThatLearnersCouldMeetGivesAnother(@TempDir Path temp) {
		String digest = release(PackageFolder.sound(temp.resolve("one"))).digest();

		assertThat(release(PackageFolder.sound(temp.resolve("text")).replace(PAGE, "**both**", "*both*")).digest())
			.isNotEqualTo(digest);
		assertThat(release(PackageFolder.sound(temp.resolve("key")).replace(BANK, "points: 2", "points: 3")).digest())
			.isNotEqualTo(digest);
	}

	@Test
	void errataAreAPartOfIt(@TempDir Path temp) {
		Release without = release(PackageFolder.sound(temp.resolve("without")));
		Release with = release(PackageFolder.sound(temp.resolve("with")).write("tied-housing/errata.yaml", """
				errata:
				  - question: q-first
				    versions: ">=1.0.0 <1.2.3"
				    action: rekey
				    key: [wait]
				    reason: "A deposit has to be paid back first."
				    date: "2026-11-20"
				"""));

		assertThat(with.open().upkeep().errata())
			.containsExactly(new Upkeep.Erratum("q-first", ">=1.0.0 <1.2.3", Upkeep.Action.REKEY, List.of("wait"),
					"A deposit has to be paid back first.", LocalDate.of(2026, 11, 20)));
		assertThat(without.open().upkeep().errata()).isEmpty();
		assertThat(with.digest()).isNotEqualTo(without.digest());
	}

	@Test
	void aChangedFormIsNotOpened(@TempDir Path temp) {
		Release release = release(PackageFolder.sound(temp));
		Release forged = new Release(release.module(), release.version(), release.digest(),
				release.form().replace("\"correct\":false", "\"correct\":true"));

		assertThatIllegalStateException().isThrownBy(forged::open);
	}

	private static Release release(PackageFolder folder) {
		return Release.of(folder.catalog().find("tied-housing").orElseThrow());
	}

}
