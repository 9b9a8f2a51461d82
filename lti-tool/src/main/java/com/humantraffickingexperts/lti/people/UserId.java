package com.humantraffickingexperts.lti.people;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * Our name for a user of one registration.
 *
 * @param value 32 hexadecimal digits
 */
public record UserId(String value) {

	/**
	 * The name of a person whom a platform names.
	 * @param registration the registration
	 * @param subject the platform's name for the person
	 * @return always the same for the same registration and subject
	 */
	public static UserId of(RegistrationId registration, String subject) {
		return new UserId(Ids.derived("user", registration.value(), subject));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
