package com.humantraffickingexperts.lti.grades;

import java.util.Set;

/**
 * The scopes of <a href="https://www.imsglobal.org/spec/lti-ags/v2p0#scope">AGS 2.0</a>.
 */
final class AgsScope {

	private static final String PREFIX = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	static final String LINE_ITEM = PREFIX + "lineitem";

	static final String LINE_ITEM_READONLY = PREFIX + "lineitem.readonly";

	static final String RESULT_READONLY = PREFIX + "result.readonly";

	static final String SCORE = PREFIX + "score";

	/** Everything that the tool can make use of. */
	static final Set<String> ALL = Set.of(LINE_ITEM, LINE_ITEM_READONLY, RESULT_READONLY, SCORE);

	/** Reading line items. Moodle needs the second one even if it granted the first. */
	static final Set<String> READ_LINE_ITEMS = Set.of(LINE_ITEM, LINE_ITEM_READONLY);

	private AgsScope() {
	}

}
