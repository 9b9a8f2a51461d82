package com.humantraffickingexperts.lti.catalog.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder is read within limits, and nothing outside of it is. */
@Timeout(120)
class DirectoryReaderTests {

	@TempDir
	private Path root;

	@TempDir
	private Path elsewhere;

	@Test
	void onlyWhatBelongsToPackagesIsRead() throws IOException {
		write("module/module.yaml", "id: x");
		write("module/pages/10-a.md", "a");
		write("shared/sources.yaml", "x: y");
		write("catalogue.yaml", "x: y");
		write("README.md", "not ours");
		write("target/classes/module/module.yaml", "a copy");
		write("module/.DS_Store", "left behind");
		write("module/pages/10-a.md~", "left behind");
		write(".git/module.yaml", "hidden");

		SourceTree tree = DirectoryReader.read(this.root);

		assertThat(tree.modules()).containsExactly("module");
		assertThat(tree.below("module")).extracting(SourceFile::path)
			.containsExactly("module/module.yaml", "module/pages/10-a.md");
		assertThat(tree.file("catalogue.yaml")).isPresent();
		assertThat(tree.file("README.md")).isEmpty();
		assertThat(tree.findings("module")).isEmpty();
	}

	@Test
	void aFolderThatIsNotThereIsEmpty() {
		assertThat(DirectoryReader.read(this.root.resolve("none")).modules()).isEmpty();
	}

	@Nested
	class Links {

		@Test
		void toAFileAreNotFollowed() throws IOException {
			write("module/module.yaml", "id: x");
			Path secret = Files.writeString(DirectoryReaderTests.this.elsewhere.resolve("secret.md"), "secret");
			Files.createDirectories(DirectoryReaderTests.this.root.resolve("module/pages"));
			Files.createSymbolicLink(DirectoryReaderTests.this.root.resolve("module/pages/10-a.md"), secret);

			refused("module", "module/pages/10-a.md");
		}

		@Test
		void toAFolderAreNotFollowed() throws IOException {
			write("module/module.yaml", "id: x");
			Files.createSymbolicLink(DirectoryReaderTests.this.root.resolve("module/pages"),
					DirectoryReaderTests.this.elsewhere);

			refused("module", "module/pages");
		}

		@Test
		void inACircleDoNotMatter() throws IOException {
			write("module/module.yaml", "id: x");
			Files.createSymbolicLink(DirectoryReaderTests.this.root.resolve("module/again"),
					DirectoryReaderTests.this.root);

			refused("module", "module/again");
		}

		@Test
		void inPlaceOfAModuleAreNotFollowed() throws IOException {
			Files.createSymbolicLink(DirectoryReaderTests.this.root.resolve("module"),
					DirectoryReaderTests.this.elsewhere);

			refused("module", "module");
		}

	}

	@Nested
	class Sizes {

		@Test
		void aHugeFileIsNotRead() throws IOException {
			write("module/module.yaml", "id: x");
			try (RandomAccessFile file = new RandomAccessFile(
					DirectoryReaderTests.this.root.resolve("module/assets.bin").toFile(), "rw")) {
				file.setLength(100L << 20);
			}

			refused("module", "module/assets.bin");
		}

		@Test
		void tooMuchTextIsNotRead() throws IOException {
			write("module/module.yaml", "id: x");
			for (int index = 0; index < 5; index++) {
				write("module/pages/" + index + ".md", "x".repeat(1 << 20));
			}

			refused("module", "module");
		}

		@Test
		void tooManyFilesAreNotRead() throws IOException {
			write("module/module.yaml", "id: x");
			for (int index = 0; index < 600; index++) {
				write("module/pages/" + index + ".md", "");
			}

			refused("module", "module");
			assertThat(DirectoryReader.read(DirectoryReaderTests.this.root).below("module")).hasSize(500);
		}

		@Test
		void aDeepFolderIsNotEntered() throws IOException {
			write("module/module.yaml", "id: x");
			write("module/" + "a/".repeat(50) + "x.md", "");

			refused("module", "module" + "/a".repeat(7));
		}

	}

	@Nested
	class Names {

		@Test
		void thatHideSomethingAreRefused() throws IOException {
			write("module/module.yaml", "id: x");
			write("module/pages/a\nb.md", "x");
			write("module/pages/c d.md", "x");
			write("module/pages/x\\..\\y.md", "x");

			assertThat(DirectoryReader.read(DirectoryReaderTests.this.root).findings("module")).hasSize(3)
				.allMatch((finding) -> finding.rule() == Rule.E013 && !finding.file().contains("\n"));
		}

	}

	@Nested
	class Texts {

		@Test
		void inAnotherEncodingAreFoundAtTheirLine() {
			Findings findings = new Findings();

			assertThat(file("a\nb\n\u00e9".getBytes(StandardCharsets.ISO_8859_1)).text(findings)).isEmpty();
			assertThat(findings.all()).extracting(Finding::place).containsExactly("x.md:3 E014");
		}

		@Test
		void withInvisibleCharactersAreFoundAtTheirLine() {
			for (String character : List.of("\u0000", "\u0007", "\u001b", "\u202e", "\ufeff", "\u0085")) {
				Findings findings = new Findings();

				assertThat(file(("a\nb" + character).getBytes(StandardCharsets.UTF_8)).text(findings)).isEmpty();
				assertThat(findings.all()).extracting(Finding::place).containsExactly("x.md:2 E014");
			}
		}

		@Test
		void fromAnySystemHaveTheSameLines() {
			Optional<String> text = file("\ufeffa\r\nb\rc\n".getBytes(StandardCharsets.UTF_8)).text(new Findings());

			assertThat(text).contains("a\nb\nc\n");
		}

		@Test
		void mayEndAnywhere() {
			byte[] whole = "a\u20ac".getBytes(StandardCharsets.UTF_8);
			byte[] cut = Arrays.copyOf(whole, whole.length - 1);

			assertThat(file(whole).text(new Findings())).contains("a\u20ac");
			assertThat(file(cut).text(new Findings())).isEmpty();
			assertThat(file(new byte[0]).text(new Findings())).contains("");
		}

		private static SourceFile file(byte[] content) {
			return new SourceFile("x.md", content);
		}

	}

	private void refused(String module, String path) {
		List<Finding> findings = DirectoryReader.read(this.root).findings(module);
		assertThat(findings).extracting(Finding::place).containsExactly(path + ":1 E013");
	}

	private void write(String file, String text) throws IOException {
		Path path = this.root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

}
