package com.humantraffickingexperts.sandbox.ags;

/**
 * The forms of AGS addresses, all of which are answered.
 */
final class AgsPaths {

	static final String GENERIC = "/ags/{course}/lineitems";

	static final String MOODLE = "/mod/lti/services.php/{course}/lineitems";

	static final String CANVAS = "/api/lti/courses/{course}/line_items";

	static final String BLACKBOARD = "/learn/api/v1/lti/courses/{course}/lineItems";

	static final String BRIGHTSPACE = "/d2l/api/lti/ags/2.0/deployment/{deployment}/orgunit/{course}/lineitems";

	static final String SAKAI = "/imsblis/lti13/lineitems/{course}";

	static final String ITEM = "/{item}";

	static final String MOODLE_ITEM = "/{item}/lineitem";

	private AgsPaths() {
	}

}
