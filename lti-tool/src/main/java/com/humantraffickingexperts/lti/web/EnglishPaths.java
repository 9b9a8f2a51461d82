package com.humantraffickingexperts.lti.web;

import java.util.List;

/**
 * Paths of pages for those who run the tool, which are written in English alone. A
 * feature declares its own as a bean; without it such a page would be half in another
 * language.
 *
 * @param roots the first parts of the paths
 */
public record EnglishPaths(List<String> roots) {

	/**
	 * Declares paths.
	 * @param roots the first parts of the paths, without a slash at the end
	 * @return the declaration
	 */
	public static EnglishPaths of(String... roots) {
		return new EnglishPaths(List.of(roots));
	}

	boolean contain(String path) {
		return this.roots.stream().anyMatch((root) -> path.equals(root) || path.startsWith(root + "/"));
	}

}
