package com.humantraffickingexperts.lti.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.springframework.util.FileSystemUtils;

import com.humantraffickingexperts.lti.catalog.release.CanonicalForm;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

/**
 * What came of examining a location. The build does that for the modules that it packs,
 * so that a start need not; the result is found by the digest of the very files that were
 * examined, and so can never be that of others.
 *
 * @param modules the modules that can be offered, in the order of the catalogue
 * @param pictures their pictures
 * @param resources the resource library
 */
record PreparedCatalog(List<CoursePackage> modules, List<Picture> pictures, List<Resource> resources) {

	private static final String FOLDER = "prepared";

	PreparedCatalog {
		modules = List.copyOf(modules);
		pictures = List.copyOf(pictures);
		resources = List.copyOf(resources);
	}

	/**
	 * What the build made of some files.
	 * @param tree the files
	 * @param classes where the build put it
	 * @return the result, or empty when the build did not see these
	 */
	static Optional<PreparedCatalog> of(SourceTree tree, ClassLoader classes) {
		try (InputStream prepared = classes.getResourceAsStream(FOLDER + "/" + name(tree))) {
			return Optional.ofNullable(prepared).map(PreparedCatalog::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Keeps the result for later starts, in the place of what was kept before.
	 * @param tree the files that were examined
	 * @param classes the root folder of a classpath
	 */
	void keep(SourceTree tree, Path classes) {
		try {
			Path folder = classes.resolve(FOLDER);
			FileSystemUtils.deleteRecursively(folder);
			Files.createDirectories(folder);
			Files.writeString(folder.resolve(name(tree)), CanonicalForm.write(this));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PreparedCatalog read(InputStream prepared) {
		try {
			return CanonicalForm.read(new String(prepared.readAllBytes(), StandardCharsets.UTF_8),
					PreparedCatalog.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(SourceTree tree) {
		return tree.digest() + ".json";
	}

	/**
	 * A picture.
	 *
	 * @param address the name under which browsers ask for it
	 * @param mediaType what it is
	 * @param file where it is in the location
	 */
	record Picture(String address, String mediaType, String file) {
	}

}
