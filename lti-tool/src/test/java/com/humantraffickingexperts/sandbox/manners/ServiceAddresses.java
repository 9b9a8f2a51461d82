package com.humantraffickingexperts.sandbox.manners;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.ags.LineItem;
import com.humantraffickingexperts.sandbox.course.Course;

/**
 * The service addresses a platform hands out. Every form is answered at any time; the
 * manners decide which form is handed out.
 */
@Component
public class ServiceAddresses {

	/** A page's query on Moodle names the tool. */
	private static final String TYPE = "?type_id=1";

	private final CurrentManners manners;

	private final PlatformAddress address;

	private final PlatformIds ids;

	public ServiceAddresses(CurrentManners manners, PlatformAddress address, PlatformIds ids) {
		this.manners = manners;
		this.address = address;
		this.ids = ids;
	}

	public String lineItems(Course course) {
		return this.address.of(lineItemsPath(course) + query());
	}

	public String lineItem(Course course, LineItem item) {
		return this.address.of(lineItemPath(course, item) + query());
	}

	public String results(Course course, LineItem item) {
		return this.address.of(lineItemPath(course, item) + "/results");
	}

	public String memberships(Course course) {
		String id = this.ids.inAddresses(course);
		return this.address.of(switch (this.manners.get()) {
			case GENERIC -> "/nrps/" + id + "/memberships";
			case MOODLE -> "/mod/lti/services.php/CourseSection/" + id + "/bindings/1/memberships";
			case CANVAS -> "/api/lti/courses/" + id + "/names_and_roles";
			case BLACKBOARD -> "/learn/api/v1/lti/external/namesandroles/" + id;
			case BRIGHTSPACE -> "/d2l/api/lti/nrps/2.0/deployment/1/orgunit/" + id + "/memberships";
			case SAKAI -> "/imsblis/lti13/namesandroles/" + id;
		});
	}

	private String lineItemsPath(Course course) {
		String id = this.ids.inAddresses(course);
		return switch (this.manners.get()) {
			case GENERIC -> "/ags/" + id + "/lineitems";
			case MOODLE -> "/mod/lti/services.php/" + id + "/lineitems";
			case CANVAS -> "/api/lti/courses/" + id + "/line_items";
			case BLACKBOARD -> "/learn/api/v1/lti/courses/" + id + "/lineItems";
			case BRIGHTSPACE -> "/d2l/api/lti/ags/2.0/deployment/1/orgunit/" + id + "/lineitems";
			case SAKAI -> "/imsblis/lti13/lineitems/" + id;
		};
	}

	private String lineItemPath(Course course, LineItem item) {
		return lineItemsPath(course) + "/" + item.number() + (this.manners.are(Manners.MOODLE) ? "/lineitem" : "");
	}

	private String query() {
		return this.manners.are(Manners.MOODLE) ? TYPE : "";
	}

}
