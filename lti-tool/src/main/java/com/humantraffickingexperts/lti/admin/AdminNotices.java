package com.humantraffickingexperts.lti.admin;

import java.util.List;

/** What a feature wants administrators to know. A feature offers its own as a bean. */
@FunctionalInterface
public interface AdminNotices {

	/**
	 * What needs attention now.
	 * @param administrator who is asking; only what this person may manage is answered
	 * @return the notices, none when all is well
	 */
	List<AdminNotice> noticesFor(Administrator administrator);

}
