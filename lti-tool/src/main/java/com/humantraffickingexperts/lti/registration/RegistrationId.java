package com.humantraffickingexperts.lti.registration;

/**
 * Our name for a registration: stable, safe in a URL, not secret.
 *
 * @param value letters and digits only
 */
public record RegistrationId(String value) {

	public RegistrationId {
		if (!value.matches("[a-z0-9]{1,64}")) {
			throw new IllegalArgumentException("not a registration id");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
