package com.humantraffickingexperts.lti.doctor;

import java.util.List;
import java.util.Set;

/** The service scopes that the tool has a use for. */
final class ServiceScopes {

	private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	/** Without it no grade arrives. */
	static final String SCORE = AGS + "score";

	/** To make a column where the platform made none. */
	static final String LINE_ITEM = AGS + "lineitem";

	/** To find a column. */
	static final String LINE_ITEM_READONLY = AGS + "lineitem.readonly";

	/** To compare with what the gradebook holds. */
	static final String RESULT_READONLY = AGS + "result.readonly";

	/** For the class list only. */
	static final String MEMBERSHIPS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

	/** All of them, the most important first. */
	static final List<String> ALL = List.of(SCORE, LINE_ITEM, LINE_ITEM_READONLY, RESULT_READONLY, MEMBERSHIPS);

	/** Those for grades. */
	static final Set<String> GRADES = Set.of(SCORE, LINE_ITEM, LINE_ITEM_READONLY, RESULT_READONLY);

	/** Tokens that can do no harm, the first that is granted is best. */
	static final List<String> HARMLESS = List.of(LINE_ITEM_READONLY, RESULT_READONLY, MEMBERSHIPS);

	private ServiceScopes() {
	}

	/** The name by which people know a scope. */
	static String shortName(String scope) {
		return scope.substring(scope.lastIndexOf('/') + 1);
	}

}
