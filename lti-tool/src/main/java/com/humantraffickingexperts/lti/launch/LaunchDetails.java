package com.humantraffickingexperts.lti.launch;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.launch.claims.LaunchPresentation;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * What a session needs to know of its launch beside the columns of the {@code launch}
 * table: stored as JSON, without names, e-mail addresses or tokens.
 */
record LaunchDetails(PlatformFamily family, @Nullable String platformName, @Nullable String contextTitle,
		@Nullable String contextLabel, @Nullable String linkPlatformId, @Nullable String linkTitle,
		@Nullable String module, List<String> formerLinks, List<String> formerContexts, LaunchPresentation presentation,
		@Nullable AgsEndpoint ags, @Nullable URI memberships, @Nullable GroupsService groups,
		@Nullable DeepLinkingSettings deepLinking, @Nullable String forUser, List<String> frameAncestors) {

	LaunchDetails {
		formerLinks = (formerLinks != null) ? List.copyOf(formerLinks) : List.of();
		formerContexts = (formerContexts != null) ? List.copyOf(formerContexts) : List.of();
	}

}
