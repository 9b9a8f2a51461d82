package com.humantraffickingexperts.lti.learning;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * Somebody in front of a module. Everything a learner owns is found through it, so no
 * address can name the work of anybody else.
 *
 * @param launch the launch
 * @param link the activity through which the module was opened
 * @param module the module
 * @param reading how the person reads
 * @param library whether there is a resource library beside the module
 * @param begun whether there is an attempt that counts
 * @param reset whether there are attempts that no longer count
 */
record Visit(CurrentLaunch launch, CurrentLaunch.Link link, CoursePackage module, Reading reading, boolean library,
		boolean begun, boolean reset) {

	Visit(CurrentLaunch launch, CurrentLaunch.Link link, CoursePackage module) {
		this(launch, link, module, Reading.USUAL, false, true, true);
	}

	/**
	 * Whether nothing of this visit reaches a gradebook.
	 * @return true for everybody but learners whom the platform names
	 */
	boolean preview() {
		return !this.launch.graded();
	}

	String path(String rest) {
		return this.launch.path("/learn" + rest);
	}

}
