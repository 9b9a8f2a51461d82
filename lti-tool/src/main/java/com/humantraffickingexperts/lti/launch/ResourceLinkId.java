package com.humantraffickingexperts.lti.launch;

/**
 * Our name for a resource link (one placed activity), derived from registration,
 * deployment and the platform's id.
 *
 * @param value 32 hexadecimal digits
 */
public record ResourceLinkId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
