package com.humantraffickingexperts.lti.people;

/**
 * Our name for a user of one registration.
 *
 * @param value 32 hexadecimal digits
 */
public record UserId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
