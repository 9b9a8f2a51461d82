package com.humantraffickingexperts.sandbox.ags;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;

/**
 * Finds the course and the column that a service address names.
 */
@Component
class Columns {

	private final Gradebook gradebook;

	private final PlatformIds ids;

	private final ServiceErrors errors;

	Columns(Gradebook gradebook, PlatformIds ids, ServiceErrors errors) {
		this.gradebook = gradebook;
		this.ids = ids;
		this.errors = errors;
	}

	Course course(ServiceCall call, String inAddress) {
		return this.ids.course(inAddress)
			.orElseThrow(() -> this.errors.notFound(call, "Course " + inAddress + " doesn't exist"));
	}

	/**
	 * A column that belongs to the calling tool.
	 * @param call the call
	 * @param clientId the calling tool
	 * @param course the course
	 * @param number its number in the address
	 * @return the column
	 */
	LineItem item(ServiceCall call, String clientId, Course course, String number) {
		return (number.matches("\\d{1,9}") ? this.gradebook.lineItem(course, Integer.parseInt(number))
				: java.util.Optional.<LineItem>empty())
			.filter((item) -> item.clientId().equals(clientId))
			.orElseThrow(() -> this.errors.notFound(call, "Grade item " + number + " doesn't exist"));
	}

}
