package com.humantraffickingexperts.lti.library;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;

/**
 * The page of the library.
 *
 * @param publications what it holds
 * @param back the way back to where one was; null when the library was opened by itself
 * @param choosePath where a teacher who chose the library for this activity can choose
 * something else, or null
 * @param returnUrl the way back to the platform; null when it is unknown, or when one
 * came from elsewhere in the tool
 */
record LibraryView(List<Publication> publications, @Nullable Back back, @Nullable String choosePath,
		@Nullable String returnUrl) {

	/** Pages of a module, and the list of modules with what was filtered and chosen. */
	private static final Pattern WITHIN = Pattern.compile("/learn(/[a-z0-9-]+)*|/choose(\\?[A-Za-z0-9._*+%=&-]*)?");

	static LibraryView of(List<Publication> publications) {
		return new LibraryView(publications, null, null, null);
	}

	static LibraryView of(List<Publication> publications, CurrentLaunch launch, @Nullable String from) {
		Back back = Back.of(launch, from);
		boolean changes = back == null && launch.moduleChosen() && launch.standing() == Standing.INSTRUCTOR;
		return new LibraryView(publications, back, changes ? launch.path("/choose") : null,
				(back == null) ? launch.presentation().returnUrl() : null);
	}

	/** The language in which publications are described: that of the modules. */
	public String language() {
		return "en-GB";
	}

	/**
	 * The way back.
	 *
	 * @param label its words; a key of the messages
	 * @param path where it leads
	 */
	record Back(String label, String path) {

		/** No address may lead anywhere else than to a page of the same launch. */
		static @Nullable Back of(CurrentLaunch launch, @Nullable String from) {
			if (Catalog.LIBRARY.equals(launch.module()) && launch.deepLinking() == null) {
				return null;
			}
			if (from != null && WITHIN.matcher(from).matches()) {
				return new Back(from.startsWith("/choose") ? "library.back.choose" : "library.back.learn",
						launch.path(from));
			}
			if (launch.deepLinking() != null) {
				return new Back("library.back.choose", launch.path("/choose"));
			}
			return (launch.link() == null || launch.module() == null) ? null
					: new Back("library.back.learn", launch.path("/learn"));
		}

	}

}
