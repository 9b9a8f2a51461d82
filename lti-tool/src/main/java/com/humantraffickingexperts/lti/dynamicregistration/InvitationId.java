package com.humantraffickingexperts.lti.dynamicregistration;

/**
 * Our name for an invitation; not secret.
 *
 * @param value 32 hexadecimal digits
 */
public record InvitationId(String value) {

	public InvitationId {
		if (!value.matches("[0-9a-f]{32}")) {
			throw new IllegalArgumentException("not an invitation id");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
