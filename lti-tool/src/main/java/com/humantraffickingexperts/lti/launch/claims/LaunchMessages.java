package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.launch.claims.LaunchMessage.Context;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessage.ResourceLink;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessage.ToolPlatform;

/**
 * Reads the claims of a launch message. What the specification requires must be there and
 * of the right shape; anything else that is missing or odd is as if the platform had not
 * said it, so that no launch fails for a decoration.
 *
 * @see <a href="https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims">LTI
 * Core 1.3, section 5.3</a>
 */
public final class LaunchMessages {

	private static final String VERSION = "1.3.0";

	private static final int LONGEST_ID = 255;

	private static final int LONGEST_TEXT = 255;

	private static final int LONGEST_ADDRESS = 4096;

	private static final int LONGEST_LANGUAGE_TAG = 35;

	private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*");

	private LaunchMessages() {
	}

	/**
	 * Reads a message.
	 * @param payload the claims of a verified id_token
	 * @param services which service addresses are the platform's own; others are dropped
	 * @return the message
	 * @throws ClaimFault when the message cannot be understood
	 */
	public static LaunchMessage read(Map<String, Object> payload, Predicate<URI> services) throws ClaimFault {
		ClaimReader claims = new ClaimReader(payload);
		if (!VERSION.equals(claims.required(LtiClaim.VERSION, LONGEST_ID))) {
			throw new ClaimFault(ClaimFault.Kind.VERSION, LtiClaim.VERSION);
		}
		MessageType type = MessageType.of(claims.required(LtiClaim.MESSAGE_TYPE, LONGEST_ID))
			.orElseThrow(() -> new ClaimFault(ClaimFault.Kind.MESSAGE_TYPE, LtiClaim.MESSAGE_TYPE));
		boolean aboutLink = type == MessageType.RESOURCE_LINK || type == MessageType.SUBMISSION_REVIEW;
		ContextRoles roles = ContextRoles.of(roles(claims));
		return new LaunchMessage(type, claims.required(LtiClaim.DEPLOYMENT_ID, LONGEST_ID),
				(type == MessageType.RESOURCE_LINK) ? claims.required(LtiClaim.TARGET_LINK_URI, LONGEST_ADDRESS)
						: claims.text(LtiClaim.TARGET_LINK_URI),
				subject(claims), name(claims), roles.standing(), roles.testUser(),
				context(claims.object(LtiClaim.CONTEXT)), aboutLink ? resourceLink(claims) : null, presentation(claims),
				platform(claims.object(LtiClaim.TOOL_PLATFORM)), custom(payload),
				ags(claims.object(LtiClaim.AGS_ENDPOINT), services),
				memberships(claims.object(LtiClaim.NAMES_AND_ROLES), services),
				groups(claims.object(LtiClaim.GROUPS), services),
				(type == MessageType.DEEP_LINKING) ? deepLinking(claims) : null, forUser(claims, type));
	}

	private static List<String> roles(ClaimReader claims) throws ClaimFault {
		if (!claims.has(LtiClaim.ROLES)) {
			throw new ClaimFault(ClaimFault.Kind.MISSING, LtiClaim.ROLES);
		}
		List<?> list = claims.list(LtiClaim.ROLES);
		if (list == null) {
			throw new ClaimFault(ClaimFault.Kind.MALFORMED, LtiClaim.ROLES);
		}
		List<String> roles = new ArrayList<>();
		for (Object role : list) {
			if (role instanceof String text) {
				roles.add(text);
			}
			else if (role != null) {
				throw new ClaimFault(ClaimFault.Kind.MALFORMED, LtiClaim.ROLES);
			}
		}
		return roles;
	}

	private static @Nullable String subject(ClaimReader claims) throws ClaimFault {
		return (claims.has("sub") && !claims.empty("sub")) ? claims.required("sub", LONGEST_ID) : null;
	}

	private static @Nullable String name(ClaimReader claims) {
		String name = claims.text("name", LONGEST_TEXT);
		if (name != null) {
			return name.strip();
		}
		String joined = String.join(" ",
				Stream.of(claims.text("given_name", 100), claims.text("family_name", 100))
					.filter((part) -> part != null)
					.toList());
		return joined.isBlank() ? null : joined.strip();
	}

	private static @Nullable Context context(@Nullable ClaimReader context) {
		String id = (context == null) ? null : context.text("id");
		return (context == null || id == null || id.length() > LONGEST_ID) ? null
				: new Context(id, context.text("label", LONGEST_TEXT), context.text("title", LONGEST_TEXT));
	}

	private static ResourceLink resourceLink(ClaimReader claims) throws ClaimFault {
		ClaimReader link = claims.object(LtiClaim.RESOURCE_LINK);
		if (link == null || !link.has("id") || link.empty("id")) {
			throw new ClaimFault(ClaimFault.Kind.MISSING, LtiClaim.RESOURCE_LINK);
		}
		return new ResourceLink(link.required("id", LONGEST_ID), link.text("title", LONGEST_TEXT));
	}

	private static LaunchPresentation presentation(ClaimReader claims) {
		ClaimReader presentation = claims.object(LtiClaim.LAUNCH_PRESENTATION);
		String general = languageTag(claims.text("locale"));
		if (presentation == null) {
			return new LaunchPresentation(null, general, null);
		}
		String locale = languageTag(presentation.text("locale"));
		return new LaunchPresentation(presentation.text("document_target", 20), (locale != null) ? locale : general,
				webAddress(presentation.text("return_url")));
	}

	/**
	 * Some platforms append what is no part of a language tag, as in {@code en_us_k12}:
	 * the language itself is kept.
	 */
	private static @Nullable String languageTag(@Nullable String text) {
		if (text == null || text.length() > LONGEST_LANGUAGE_TAG) {
			return null;
		}
		try {
			Locale locale = new Locale.Builder().setLanguageTag(text.strip().replace('_', '-')).build();
			return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
		}
		catch (IllformedLocaleException ex) {
			Matcher language = LANGUAGE.matcher(text.strip());
			return language.matches() ? language.group(1).toLowerCase(Locale.ROOT) : null;
		}
	}

	private static @Nullable String webAddress(@Nullable String text) {
		URI address = address(text);
		return (address == null) ? null : address.toString();
	}

	private static @Nullable URI address(@Nullable String text) {
		if (text == null || text.length() > LONGEST_ADDRESS) {
			return null;
		}
		try {
			URI address = URI.create(text);
			boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
			return (web && address.getHost() != null && address.getRawUserInfo() == null) ? address : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static ToolPlatform platform(@Nullable ClaimReader platform) {
		return (platform == null) ? new ToolPlatform(null, null, null)
				: new ToolPlatform(platform.text("name", LONGEST_TEXT), platform.text("product_family_code", 64),
						platform.text("version", 64));
	}

	private static Map<String, String> custom(Map<String, Object> payload) {
		Map<String, String> custom = new HashMap<>();
		if (payload.get(LtiClaim.CUSTOM) instanceof Map<?, ?> members) {
			members.forEach((name, value) -> {
				if (name instanceof String key && value instanceof String text) {
					custom.put(key, text);
				}
			});
		}
		return custom;
	}

	private static @Nullable AgsEndpoint ags(@Nullable ClaimReader endpoint, Predicate<URI> services) {
		if (endpoint == null) {
			return null;
		}
		URI lineItem = own(endpoint.text("lineitem"), services);
		URI lineItems = own(endpoint.text("lineitems"), services);
		return (lineItem == null && lineItems == null) ? null
				: new AgsEndpoint(Set.copyOf(endpoint.texts("scope")), lineItem, lineItems);
	}

	private static @Nullable URI memberships(@Nullable ClaimReader service, Predicate<URI> services) {
		return (service == null || !version2(service)) ? null : own(service.text("context_memberships_url"), services);
	}

	/**
	 * Sakai names no scopes; where some are named and ours is not, nothing is offered.
	 */
	private static @Nullable GroupsService groups(@Nullable ClaimReader service, Predicate<URI> services) {
		if (service == null) {
			return null;
		}
		List<String> scopes = service.texts("scope");
		URI groups = own(service.text("context_groups_url"), services);
		return (groups == null || !(scopes.isEmpty() || scopes.contains(GroupsService.SCOPE))) ? null
				: new GroupsService(groups, own(service.text("context_group_sets_url"), services));
	}

	/** The specification itself prints the member's name with and without an s. */
	private static boolean version2(ClaimReader service) {
		List<String> versions = Stream.of("service_versions", "service_version")
			.flatMap((name) -> service.texts(name).stream())
			.toList();
		return versions.isEmpty() || versions.contains("2.0");
	}

	private static @Nullable URI own(@Nullable String text, Predicate<URI> services) {
		URI address = address(text);
		return (address != null && services.test(address)) ? address : null;
	}

	private static DeepLinkingSettings deepLinking(ClaimReader claims) throws ClaimFault {
		ClaimReader settings = claims.requiredObject(LtiClaim.DEEP_LINKING_SETTINGS);
		URI returnUrl = address(settings.required("deep_link_return_url", LONGEST_ADDRESS));
		if (returnUrl == null) {
			throw new ClaimFault(ClaimFault.Kind.MALFORMED, "deep_link_return_url");
		}
		List<String> types = settings.requiredTexts("accept_types");
		if (types.isEmpty()) {
			throw new ClaimFault(ClaimFault.Kind.MALFORMED, "accept_types");
		}
		return new DeepLinkingSettings(returnUrl, types, settings.requiredTexts("accept_presentation_document_targets"),
				Boolean.TRUE.equals(settings.truth("accept_multiple")), settings.truth("accept_lineitem"),
				Boolean.TRUE.equals(settings.truth("auto_create")), settings.text("title", LONGEST_TEXT),
				settings.text("text", 4000), settings.value("data"));
	}

	private static @Nullable String forUser(ClaimReader claims, MessageType type) throws ClaimFault {
		if (type != MessageType.SUBMISSION_REVIEW && type != MessageType.DATA_PRIVACY) {
			return null;
		}
		ClaimReader forUser = claims.object(LtiClaim.FOR_USER);
		if (forUser == null) {
			if (type == MessageType.SUBMISSION_REVIEW) {
				throw new ClaimFault(ClaimFault.Kind.MISSING, LtiClaim.FOR_USER);
			}
			return null;
		}
		return forUser.required("user_id", LONGEST_ID);
	}

}
