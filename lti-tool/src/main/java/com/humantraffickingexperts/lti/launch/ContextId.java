package com.humantraffickingexperts.lti.launch;

/**
 * Our name for a context (a course section), derived from registration, deployment and
 * the platform's id.
 *
 * @param value 32 hexadecimal digits
 */
public record ContextId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
