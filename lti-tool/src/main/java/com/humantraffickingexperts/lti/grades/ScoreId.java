package com.humantraffickingexperts.lti.grades;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * Our name for what is owed to one user in one resource link.
 *
 * @param value 32 hexadecimal digits
 */
public record ScoreId(String value) {

	static ScoreId of(ResourceLinkId link, UserId user) {
		return new ScoreId(Ids.derived("score", link.value(), user.value()));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
