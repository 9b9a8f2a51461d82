package com.humantraffickingexperts.lti.launch;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * A placed activity and where it was copied from, as far as its platform tells.
 *
 * @param registration the registration through which it is launched
 * @param link the activity
 * @param title its title; null when the platform does not share it
 * @param formerLinks the activities of which it is a copy, the nearest first
 * @param formerContexts the contexts of which its context is a copy, the nearest first
 */
public record LinkOrigin(RegistrationId registration, ResourceLinkId link, @Nullable String title,
		List<ResourceLinkId> formerLinks, List<ContextId> formerContexts) {

	public LinkOrigin {
		formerLinks = List.copyOf(formerLinks);
		formerContexts = List.copyOf(formerContexts);
	}

}
