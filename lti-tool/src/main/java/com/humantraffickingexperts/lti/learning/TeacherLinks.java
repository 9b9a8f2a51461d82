package com.humantraffickingexperts.lti.learning;

import java.util.List;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * What a feature offers to those who teach, on the page before a module. Implemented by
 * each feature that has something to offer.
 */
public interface TeacherLinks {

	/**
	 * The links for one launch.
	 * @param launch the launch, of somebody who teaches or assists
	 * @return links in the order in which they are to stand; empty for none
	 */
	List<TeacherLink> of(CurrentLaunch launch);

	/**
	 * A link.
	 *
	 * @param label the key of its words in the messages
	 * @param path the path to which it leads
	 */
	record TeacherLink(String label, String path) {
	}

}
