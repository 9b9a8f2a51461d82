package com.humantraffickingexperts.sandbox.registration;

import java.util.List;

/**
 * The scopes of the services this platform offers.
 */
public final class Scopes {

	/** AGS: read and write line items. */
	public static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";

	/** AGS: read line items. */
	public static final String LINE_ITEM_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

	/** AGS: publish scores. */
	public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

	/** AGS: read results. */
	public static final String RESULT_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

	/** NRPS: read memberships. */
	public static final String MEMBERSHIP_READ = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

	/** Every scope of Assignment and Grade Services. */
	public static final List<String> GRADES = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE);

	/** Every scope of this platform. */
	public static final List<String> ALL = List.of(LINE_ITEM, LINE_ITEM_READ, RESULT_READ, SCORE, MEMBERSHIP_READ);

	private Scopes() {
	}

}
