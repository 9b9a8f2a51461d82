package com.humantraffickingexperts.lti.catalog.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Reads the course packages of a location: a folder, or a place on the class path that
 * may lie in a jar within a jar.
 */
public final class ResourceReader {

	private static final ResourcePatternResolver RESOLVER = new PathMatchingResourcePatternResolver(
			ResourceReader.class.getClassLoader());

	private ResourceReader() {
	}

	/**
	 * Reads a location.
	 * @param location begins with {@code file:} or {@code classpath:}
	 * @return its files; empty when there is no such place
	 */
	public static SourceTree read(String location) {
		Resource root = RESOLVER.getResource(location.endsWith("/") ? location : location + "/");
		try {
			if ("file".equals(root.getURL().getProtocol())) {
				return DirectoryReader.read(root.getFile().toPath());
			}
			return readJar(root);
		}
		catch (FileNotFoundException ex) {
			return SourceTree.empty();
		}
		catch (IOException ex) {
			SourceTreeBuilder tree = new SourceTreeBuilder();
			tree.refuse(SourceTree.CATALOGUE, "The location cannot be read.", "Check htmse.catalog.locations.");
			return tree.build();
		}
	}

	private static SourceTree readJar(Resource root) throws IOException {
		String start = root.getURL().toString();
		TreeMap<String, Resource> files = new TreeMap<>(Comparator.naturalOrder());
		for (Resource file : RESOLVER.getResources(start + "**")) {
			String url = file.getURL().toString();
			if (url.startsWith(start) && !url.endsWith("/")) {
				files.put(UriUtils.decode(StringUtils.delete(url, start), StandardCharsets.UTF_8), file);
			}
		}
		Set<String> folders = files.keySet()
			.stream()
			.filter((path) -> path.endsWith("/" + SourceTree.MODULE_FILE))
			.map((path) -> path.substring(0, path.indexOf('/')))
			.collect(Collectors.toSet());
		folders.add(SourceTree.SHARED);
		SourceTreeBuilder tree = new SourceTreeBuilder();
		files.forEach((path, file) -> {
			if (SourceTree.CATALOGUE.equals(path)
					|| folders.contains(path.substring(0, Math.max(0, path.indexOf('/'))))) {
				tree.add(path, file::getInputStream);
			}
		});
		return tree.build();
	}

}
