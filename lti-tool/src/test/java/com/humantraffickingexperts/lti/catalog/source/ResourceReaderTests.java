package com.humantraffickingexperts.lti.catalog.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A location may be a folder or a jar. */
class ResourceReaderTests {

	@TempDir
	private Path folder;

	@Test
	void theClassPathHoldsTheShippedModules() {
		SourceTree tree = ResourceReader.read("classpath:/course-packages/");

		assertThat(tree.modules()).contains("national-referral-mechanism").doesNotContain("schema", "shared");
		assertThat(tree.below("shared")).isNotEmpty();
	}

	@Test
	void aFolderMayBeNamedWithOrWithoutASlashAtTheEnd() throws IOException {
		Files.createDirectories(this.folder.resolve("module"));
		Files.writeString(this.folder.resolve("module/module.yaml"), "id: module");

		assertThat(ResourceReader.read("file:" + this.folder).modules()).containsExactly("module");
		assertThat(ResourceReader.read("file:" + this.folder + "/").modules()).containsExactly("module");
	}

	@Test
	void whereNothingIsThereIsNoModule() {
		assertThat(ResourceReader.read("file:./course-packages-that-are-not-there/").modules()).isEmpty();
		assertThat(ResourceReader.read("classpath:/course-packages-that-are-not-there/").modules()).isEmpty();
	}

	@Test
	void aJarIsReadLikeAFolder() throws IOException {
		SourceTree tree = ResourceReader.read(jar("packages/", "packages/catalogue.yaml", "packages/README.md",
				"packages/module/", "packages/module/module.yaml", "packages/module/pages/10-a.md",
				"packages/other/a.md", "packages/shared/sources.yaml", "elsewhere/module/module.yaml"));

		assertThat(tree.modules()).containsExactly("module");
		assertThat(tree.below("module")).extracting(SourceFile::path)
			.containsExactly("module/module.yaml", "module/pages/10-a.md");
		assertThat(tree.file("module/pages/10-a.md").orElseThrow().text(new Findings())).contains("text");
		assertThat(tree.below("shared")).hasSize(1);
		assertThat(tree.file("catalogue.yaml")).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "packages/module/../../../evil.md", "packages/module/..\\..\\evil.md",
			"packages/module/%2e%2e/evil.md", "packages//absolute.md", "/etc/passwd" })
	void aJarDoesNotLeadOutOfItself(String entry) throws IOException {
		SourceTree tree = ResourceReader.read(jar("packages/", "packages/module/module.yaml", entry));

		assertThat(tree.below("module")).extracting(SourceFile::path).isSubsetOf("module/module.yaml");
		assertThat(tree.modules()).isSubsetOf("module");
	}

	private String jar(String... entries) throws IOException {
		Path jar = this.folder.resolve("packages.jar");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
			for (String entry : entries) {
				zip.putNextEntry(new ZipEntry(entry));
				zip.write(entry.endsWith("/") ? new byte[0] : "text".getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return "jar:" + jar.toUri() + "!/packages/";
	}

}
