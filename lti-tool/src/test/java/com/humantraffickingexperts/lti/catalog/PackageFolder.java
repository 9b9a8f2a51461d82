package com.humantraffickingexperts.lti.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.source.DirectoryReader;
import com.humantraffickingexperts.lti.catalog.source.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** A folder of course packages that a test may break. */
final class PackageFolder {

	/** One small module in which nothing is wrong. */
	static final Path SOUND = Path.of("src", "test", "resources", "catalog", "sound");

	/** The example of the format, with every type of question. */
	static final Path SAMPLE = Path.of("src", "test", "resources", "catalog", "sample");

	/** What the tool ships. */
	static final Path SHIPPED = Path.of("..", "course-packages");

	static final String MODULE = "tied-housing/module.yaml";

	static final String BANK = "tied-housing/questions/bank.yaml";

	static final String ASSESSMENTS = "tied-housing/assessments.yaml";

	static final String PAGE = "tied-housing/pages/10-the-bed.md";

	private final Path root;

	private PackageFolder(Path root) {
		this.root = root;
	}

	static PackageFolder sound(Path folder) {
		return copy(SOUND, folder);
	}

	static PackageFolder copy(Path original, Path folder) {
		try {
			FileSystemUtils.copyRecursively(original, folder);
			return new PackageFolder(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static PackageFolder empty(Path folder) {
		return new PackageFolder(folder);
	}

	Path root() {
		return this.root;
	}

	Path path(String file) {
		return this.root.resolve(file);
	}

	PackageFolder replace(String file, String from, String to) {
		String text = read(file);
		assertThat(text).contains(from);
		return write(file, text.replace(from, to));
	}

	PackageFolder write(String file, String text) {
		return write(file, text.getBytes(StandardCharsets.UTF_8));
	}

	PackageFolder write(String file, byte[] content) {
		try {
			Files.createDirectories(path(file).getParent());
			Files.write(path(file), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	PackageFolder delete(String file) {
		try {
			FileSystemUtils.deleteRecursively(path(file));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String read(String file) {
		try {
			return Files.readString(path(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<Finding> findings() {
		return new Examination().of(DirectoryReader.read(this.root)).findings();
	}

	List<Finding> findingsOn(LocalDate today) {
		return new Examination(today).of(DirectoryReader.read(this.root)).findings();
	}

	/** All findings as {@code file:line CODE}. */
	List<String> places() {
		return findings().stream().map(Finding::place).toList();
	}

	/** Where a file has a text, as {@code file:line CODE}. */
	String place(String file, String text, String code) {
		List<String> lines = read(file).lines().toList();
		for (int index = 0; index < lines.size(); index++) {
			if (lines.get(index).contains(text)) {
				return file + ":" + (index + 1) + " " + code;
			}
		}
		throw new AssertionError("no line of " + file + " has " + text);
	}

	/** All files below the folder, in a fixed order. */
	List<Path> files() {
		try (Stream<Path> walk = Files.walk(this.root)) {
			return walk.filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	LoadedCatalog catalog(String... further) {
		List<String> locations = Stream.concat(Stream.of("file:" + this.root), Arrays.stream(further)).toList();
		return new LoadedCatalog(new CatalogSettings(locations));
	}

}
