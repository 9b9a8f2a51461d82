package com.humantraffickingexperts.lti.catalog;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Publications that modules share are read, checked and offered as one library. */
class ResourceLibraryTests {

	private static final String LIBRARY = "shared/resources.yaml";

	private PackageFolder folder;

	@TempDir
	private Path temp;

	@BeforeEach
	void aLibraryOfOne() {
		this.folder = PackageFolder.sound(this.temp.resolve("first"));
		this.folder.write(LIBRARY, """
				resources:
				  - id: duty-to-notify
				    kind: guidance
				    title: "The duty to notify"
				    author: "A. Author"
				    publisher: "A publisher"
				    date: "2020-06"
				    source: msa-s52
				    summary: "What the duty asks of a council, told in plain words and at length."
				    since:
				      - "The list of authorities has grown."
				    corrections: []
				    verify:
				      - "Whether the list is complete."
				""");
	}

	@Test
	void aResourceIsOfferedWithTheLinkOfItsSource() {
		assertThat(this.folder.findings()).isEmpty();
		assertThat(this.folder.catalog().resources()).containsExactly(new Resource("duty-to-notify",
				Resource.Kind.GUIDANCE, "The duty to notify", "A. Author", "A publisher", "2020-06",
				"What the duty asks of a council, told in plain words and at length.",
				List.of("The list of authorities has grown."), List.of(), "Modern Slavery Act 2015 (c. 30), section 52",
				"https://www.legislation.gov.uk/ukpga/2015/30/section/52"));
	}

	@Test
	void aLocationNeedsNoLibrary() {
		this.folder.delete(LIBRARY);

		assertThat(this.folder.findings()).isEmpty();
		assertThat(this.folder.catalog().resources()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			source: msa-s52          | source: nobody-knows | E003
			kind: guidance           | kind: film           | E001
			date: "2020-06"          | date: "June 2020"    | E001
			publisher: "A publisher" | printer: "A printer" | E001
			""")
	void aSlipIsToldAndOffersNothing(String from, String to, String code) {
		this.folder.replace(LIBRARY, from, to);

		assertThat(this.folder.places()).isNotEmpty()
			.allMatch((place) -> place.startsWith(LIBRARY) && place.endsWith(code));
		assertThat(this.folder.catalog().resources()).isEmpty();
	}

	@Test
	void anIdIsUsedOnce() {
		String entry = this.folder.read(LIBRARY).substring("resources:\n".length());
		this.folder.write(LIBRARY, "resources:\n" + entry + entry);

		assertThat(this.folder.places()).containsExactly(LIBRARY + ":15 E002");
	}

	@Test
	void noModuleHasTheNameByWhichTheLibraryIsOpened() {
		this.folder.replace(PackageFolder.MODULE, "id: tied-housing", "id: " + Catalog.LIBRARY);

		assertThat(this.folder.places())
			.anyMatch((place) -> place.startsWith(PackageFolder.MODULE) && place.endsWith("E002"));
	}

	@Nested
	class ALaterLocation {

		@Test
		void replacesWhatHasItsIdAndAddsTheRest() {
			PackageFolder later = PackageFolder.copy(ResourceLibraryTests.this.folder.root(),
					ResourceLibraryTests.this.temp.resolve("later"));
			String newer = later.read(LIBRARY).replace("A. Author", "B. Author");
			later.write(LIBRARY,
					newer + newer.substring("resources:\n".length()).replace("duty-to-notify", "another-one"));

			assertThat(ResourceLibraryTests.this.folder.catalog("file:" + later.root()).resources())
				.extracting((resource) -> resource.id() + " " + resource.author())
				.containsExactly("duty-to-notify B. Author", "another-one B. Author");
		}

	}

	@Nested
	class Shipped {

		@Test
		void holdsWhatHtmseListsWithWhatHasChangedSince() {
			List<Resource> resources = new LoadedCatalog(new CatalogSettings(List.of("classpath:/course-packages/")))
				.resources();

			assertThat(resources).extracting(Resource::id)
				.contains("statutory-guidance", "nrm-statistics-q1-2020", "covid-19-trafficked-persons",
						"sport-interim-report", "guardian-evaluation");
			assertThat(resources).allSatisfy((resource) -> assertThat(resource.since()).isNotEmpty());
		}

	}

}
