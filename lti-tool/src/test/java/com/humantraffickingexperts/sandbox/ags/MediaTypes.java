package com.humantraffickingexperts.sandbox.ags;

/**
 * The media types of AGS 2.0.
 */
final class MediaTypes {

	static final String LINE_ITEM = "application/vnd.ims.lis.v2.lineitem+json";

	static final String LINE_ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";

	static final String SCORE = "application/vnd.ims.lis.v1.score+json";

	static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";

	private MediaTypes() {
	}

}
