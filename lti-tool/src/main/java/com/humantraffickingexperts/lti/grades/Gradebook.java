package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.RememberedLink;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Where a score belongs, as the latest launch said.
 *
 * @param registration the platform
 * @param deploymentId the deployment
 * @param family the product
 * @param link our name for the resource link
 * @param platformLink the platform's name for the resource link
 * @param title what a new line item would be called
 * @param scopes the AGS scopes that are offered
 * @param lineItem the line item; null when the launch names none
 * @param lineItems the line item container; null when the platform offers none
 */
record Gradebook(RegistrationId registration, String deploymentId, PlatformFamily family, ResourceLinkId link,
		String platformLink, String title, Set<String> scopes, @Nullable URI lineItem, @Nullable URI lineItems) {

	/** So much of an address is stored; a longer one is as good as none. */
	static final int LONGEST_ADDRESS = 2000;

	private static final int LONGEST_TITLE = 255;

	Gradebook {
		scopes = Set.copyOf(scopes);
		if (platformLink.isEmpty()) {
			throw new IllegalArgumentException("a column is found by its resource link");
		}
	}

	/**
	 * The gradebook to which a launch leads.
	 * @return null when this person is not graded, or when the platform offers no
	 * gradebook for it
	 */
	static @Nullable Gradebook of(CurrentLaunch launch, String module) {
		AgsEndpoint ags = launch.ags();
		CurrentLaunch.Link link = launch.link();
		if (!launch.graded() || ags == null || link == null) {
			return null;
		}
		return of(new RememberedLink(launch.registration().id(), launch.deploymentId(), launch.family(), link, ags),
				module);
	}

	/**
	 * The gradebook of an activity.
	 * @return null when the platform offers none for it
	 */
	static @Nullable Gradebook of(RememberedLink place, String module) {
		AgsEndpoint ags = place.ags();
		CurrentLaunch.Link link = place.link();
		URI lineItem = storable(ags.lineItem());
		URI lineItems = storable(ags.lineItems());
		if (!ags.scopes().contains(AgsScope.SCORE) || (lineItem == null && lineItems == null)) {
			return null;
		}
		Set<String> scopes = ags.scopes().stream().filter(AgsScope.ALL::contains).collect(Collectors.toSet());
		return new Gradebook(place.registration(), place.deploymentId(), place.family(), link.id(), link.platformId(),
				title(link.title(), module), scopes, lineItem, lineItems);
	}

	/** How the gradebook is reached. */
	ServiceAccess access(Registration platform) {
		return new ServiceAccess(platform, this.deploymentId, this.scopes);
	}

	private static String title(@Nullable String title, String module) {
		String text = (title == null || title.isBlank()) ? module : title.strip();
		return (text.length() > LONGEST_TITLE) ? text.substring(0, LONGEST_TITLE) : text;
	}

	private static @Nullable URI storable(@Nullable URI address) {
		return (address == null || address.toString().length() > LONGEST_ADDRESS) ? null : address;
	}

}
