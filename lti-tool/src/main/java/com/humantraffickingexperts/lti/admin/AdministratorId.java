package com.humantraffickingexperts.lti.admin;

/**
 * Our name for an administrator.
 *
 * @param value 32 hexadecimal digits
 */
public record AdministratorId(String value) {

	public AdministratorId {
		if (!value.matches("[0-9a-f]{32}")) {
			throw new IllegalArgumentException("not an administrator id");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
