package com.humantraffickingexperts.sandbox.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Canvas makes of a registration beyond the specification, as its source shows it
 * ({@code app/models/lti/ims/registration.rb},
 * {@code lib/schemas/lti/ims/lti_tool_configuration.rb}) and its documentation describes
 * it ({@code doc/api/registration.md}).
 */
final class CanvasRegistrations {

	/** Canvas's own words begin with this. */
	static final String PREFIX = "https://canvas.instructure.com/lti/";

	/** Where a tool may be opened: some of them. */
	static final List<String> OPENING = List.of(PREFIX + "assignment_selection", PREFIX + "course_navigation",
			PREFIX + "link_selection", "ContentArea");

	/** Where content may be chosen: some of them. */
	static final List<String> CHOOSING = List.of(PREFIX + "assignment_selection", PREFIX + "editor_button",
			PREFIX + "link_selection", PREFIX + "module_index_menu_modal", PREFIX + "module_menu_modal", "ContentArea",
			"RichTextEditor");

	private CanvasRegistrations() {
	}

	/** An unknown scope or place, and a target that is missing, fail as a whole. */
	static Optional<String> fault(List<String> scopes, Map<?, ?> tool) {
		List<String> unknown = scopes.stream()
			.filter((scope) -> !Scopes.ALL.contains(scope) && !scope.equals("openid"))
			.toList();
		if (!unknown.isEmpty()) {
			return Optional.of("Invalid scopes: " + String.join(", ", unknown));
		}
		return placements(tool).stream()
			.filter((placement) -> !CHOOSING.contains(placement) && !CHOOSING.contains(PREFIX + placement)
					&& !OPENING.contains(placement) && !OPENING.contains(PREFIX + placement))
			.findFirst()
			.map((placement) -> "Invalid placement: " + placement);
	}

	private static List<String> placements(Map<?, ?> tool) {
		List<String> placements = new ArrayList<>();
		if (tool.get("messages") instanceof List<?> messages) {
			for (Object message : messages) {
				if (message instanceof Map<?, ?> members && members.get("placements") instanceof List<?> named) {
					named.forEach((placement) -> placements.add(String.valueOf(placement)));
				}
			}
		}
		return placements;
	}

	/**
	 * The privacy level decides what is told about people; only without one do the claims
	 * count.
	 */
	static List<String> claims(Map<?, ?> tool, List<String> asked) {
		List<String> always = List.of("iss", "sub", "locale");
		if (!(tool.get(PREFIX + "privacy_level") instanceof String level)) {
			return asked;
		}
		return switch (level) {
			case "public" -> Registration.PERSONAL_CLAIMS;
			case "name_only" -> List.of("iss", "sub", "locale", "name", "given_name", "family_name");
			case "email_only" -> List.of("iss", "sub", "locale", "email");
			default -> always;
		};
	}

}
