package com.humantraffickingexperts.lti.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.humantraffickingexperts.lti.catalog.source.ResourceReader;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

import static org.assertj.core.api.Assertions.assertThat;

/** What the build examined is not examined again when the tool starts. */
class PreparedCatalogTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private Path classes;

	private Path packages;

	@BeforeEach
	void folders(@TempDir Path temp) {
		this.classes = temp.resolve("classes");
		this.packages = temp.resolve("packages");
	}

	@Test
	void itIsWhatExaminingGivesForEveryShippedModule() {
		PackageFolder.copy(PackageFolder.SHIPPED, this.packages);
		assertThat(prepare()).isZero();
		ModuleExamination.Outcome examined = new ModuleExamination().of(tree());
		assertThat(examined.catalog().modules()).hasSizeGreaterThan(1);
		assertThat(prepared()).contains(examined.catalog());
	}

	@Test
	void picturesAreThere() {
		PackageFolder.copy(PackageFolder.SHIPPED, this.packages);
		assertThat(prepare()).isZero();
		assertThat(prepared().orElseThrow().pictures()).isNotEmpty()
			.allSatisfy((picture) -> assertThat(tree().file(picture.file()).orElseThrow().digest())
				.isEqualTo(picture.address().substring(0, 64)));
	}

	@Test
	void itIsNotThatOfOtherFiles() {
		PackageFolder folder = PackageFolder.sound(this.packages);
		assertThat(prepare()).isZero();
		assertThat(prepared()).isPresent();
		folder.replace(PackageFolder.MODULE, "level: practitioner", "level: specialist");
		assertThat(prepared()).isEmpty();
	}

	@Test
	void nothingIsPreparedWhereAModuleIsNotSound() {
		PackageFolder.sound(this.packages).replace(PackageFolder.MODULE, "level: practitioner", "level: expert");
		assertThat(prepare()).isOne();
		assertThat(this.out.toString()).contains("E001");
		assertThat(Files.exists(this.classes)).isFalse();
	}

	private int prepare() {
		PrintStream told = new PrintStream(this.out);
		return new CatalogCommand(told, told, LocalDate.now())
			.run(List.of("catalog", "prepare", this.packages.toString(), this.classes.toString()));
	}

	private SourceTree tree() {
		return ResourceReader.read(this.packages.toUri() + "/");
	}

	private Optional<PreparedCatalog> prepared() {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, null)) {
			return PreparedCatalog.of(tree(), loader);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
