package com.humantraffickingexperts.lti.grades;

/**
 * The media types of AGS 2.0. Moodle compares them as text: no parameter, no list, no
 * wildcard.
 */
final class MediaType {

	static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";

	static final String LINE_ITEM_CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";

	static final String RESULT_CONTAINER = "application/vnd.ims.lis.v2.resultcontainer+json";

	static final String SCORE = "application/vnd.ims.lis.v1.score+json";

	private MediaType() {
	}

}
