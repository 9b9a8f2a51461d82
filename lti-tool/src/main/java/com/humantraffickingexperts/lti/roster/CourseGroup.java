package com.humantraffickingexperts.lti.roster;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.launch.ContextId;

/**
 * A group of a course, as the platform last told it.
 *
 * @param id our name for it
 * @param name its name
 * @param set the name of the set to which it belongs; null when it belongs to none
 */
public record CourseGroup(String id, String name, @Nullable String set) {

	/** Our name for a group: a part of an address, whatever the platform's name is. */
	static String id(ContextId context, String platformId) {
		return Ids.derived("group", context.value(), platformId);
	}

}
