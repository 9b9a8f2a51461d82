package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.List;

/**
 * Canvas's own words: <a href=
 * "https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config">tool
 * configuration</a> and <a href=
 * "https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration">registration</a>.
 */
final class CanvasWords {

	/** Canvas's own members of a registration begin with this. */
	static final String PREFIX = "https://canvas.instructure.com/lti/";

	/**
	 * By this an institution's installations of the tool are known to belong together.
	 */
	static final String TOOL_ID = "htmse-lti-tool";

	/** How large the window is in which teachers choose, in pixels. */
	static final int WINDOW_WIDTH = 1000;

	/** How large the window is in which teachers choose, in pixels. */
	static final int WINDOW_HEIGHT = 800;

	/**
	 * A new assignment, a new item of a module, and several items of a module at once.
	 */
	static final List<String> DEEP_LINKING_PLACEMENTS = List.of("assignment_selection", "link_selection",
			"module_menu_modal");

	private CanvasWords() {
	}

	/**
	 * How much Canvas tells about people. Without it, nothing is told.
	 * @param choices what the administrator decided
	 * @return the {@code privacy_level}
	 */
	static String privacyLevel(Choices choices) {
		return choices.pseudonymous() ? "anonymous" : "name_only";
	}

}
