package com.humantraffickingexperts.lti.library;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LaunchDestination;
import com.humantraffickingexperts.lti.launch.claims.MessageType;

/**
 * Whoever opens an activity that names the library arrives there, whether they learn or
 * teach. Where there is no library, it is a module that does not exist.
 */
@Component
@Order(0) // Before the page before a module, which answers for everything that is placed.
class LibraryEntrance implements LaunchDestination {

	private final Catalog catalog;

	LibraryEntrance(Catalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public boolean answers(CurrentLaunch launch) {
		return launch.messageType() == MessageType.RESOURCE_LINK && Catalog.LIBRARY.equals(launch.module())
				&& !this.catalog.resources().isEmpty();
	}

	@Override
	public String pathFor(CurrentLaunch launch) {
		return "/library";
	}

}
