package com.humantraffickingexperts.lti.web;

import java.util.List;

/**
 * Paths that anybody may ask for. A feature declares its own as a bean; every path that
 * no feature declares is answered as if it did not exist.
 *
 * @param patterns path patterns, as Spring MVC writes them
 */
public record PublicPaths(List<String> patterns) {

	/**
	 * Declares public paths.
	 * @param patterns path patterns, as Spring MVC writes them
	 * @return the declaration
	 */
	public static PublicPaths of(String... patterns) {
		return new PublicPaths(List.of(patterns));
	}

}
