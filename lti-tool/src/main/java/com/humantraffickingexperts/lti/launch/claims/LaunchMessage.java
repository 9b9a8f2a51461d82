package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A launch message, read from the claims of a verified id_token.
 *
 * @param type what kind of message it is
 * @param deploymentId the deployment from which it comes
 * @param targetLinkUri the address that the platform asks us to open; null when the
 * message names none
 * @param subject the platform's name for the person; null when it does not say
 * @param name the person's name to show; null when the platform does not share it
 * @param standing what the person may do
 * @param testUser whether the platform marks the person as a test user
 * @param context the course; null when the message names none
 * @param resourceLink the placed activity; null in messages that are not about one
 * @param presentation how and where the platform shows the tool
 * @param platform what the platform says of itself
 * @param custom custom parameters that are texts, by name
 * @param ags the gradebook services; null when the platform offers none
 * @param memberships the roster service; null when the platform offers none
 * @param groups the service that tells groups; null when the platform offers none
 * @param deepLinking what may be returned; only in deep linking requests
 * @param forUser the person whom the message is about; only in submission reviews and
 * data privacy launches
 */
public record LaunchMessage(MessageType type, String deploymentId, @Nullable String targetLinkUri,
		@Nullable String subject, @Nullable String name, Standing standing, boolean testUser, @Nullable Context context,
		@Nullable ResourceLink resourceLink, LaunchPresentation presentation, ToolPlatform platform,
		Map<String, String> custom, @Nullable AgsEndpoint ags, @Nullable URI memberships,
		@Nullable GroupsService groups, @Nullable DeepLinkingSettings deepLinking, @Nullable String forUser) {

	public LaunchMessage {
		custom = Map.copyOf(custom);
	}

	/**
	 * The course section: the {@code context} claim.
	 *
	 * @param id the platform's name for it
	 * @param label its short name, or null
	 * @param title its title, or null
	 */
	public record Context(String id, @Nullable String label, @Nullable String title) {
	}

	/**
	 * The placed activity: the {@code resource_link} claim.
	 *
	 * @param id the platform's name for it
	 * @param title its title, or null
	 */
	public record ResourceLink(String id, @Nullable String title) {
	}

	/**
	 * What a platform says of itself: the {@code tool_platform} claim.
	 *
	 * @param name its name, or null
	 * @param productFamilyCode its product, or null
	 * @param version its version, or null
	 */
	public record ToolPlatform(@Nullable String name, @Nullable String productFamilyCode, @Nullable String version) {
	}

}
