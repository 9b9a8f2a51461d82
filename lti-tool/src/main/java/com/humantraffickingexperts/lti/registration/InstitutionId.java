package com.humantraffickingexperts.lti.registration;

/**
 * Our name for an institution.
 *
 * @param value 32 hexadecimal digits
 */
public record InstitutionId(String value) {

	public InstitutionId {
		if (!value.matches("[0-9a-f]{32}")) {
			throw new IllegalArgumentException("not an institution id");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
