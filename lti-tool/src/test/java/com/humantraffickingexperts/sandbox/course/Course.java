package com.humantraffickingexperts.sandbox.course;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A course: an LTI
 * <a href="https://www.imsglobal.org/spec/lti/v1p3/#context-claim">context</a>.
 *
 * @param id its name in addresses
 * @param number a small number, unique among courses
 * @param label the course code
 * @param title the title
 */
public record Course(String id, int number, String label, String title) {

	public UUID uuid() {
		return UUID.nameUUIDFromBytes(("course " + this.id).getBytes(StandardCharsets.UTF_8));
	}

}
