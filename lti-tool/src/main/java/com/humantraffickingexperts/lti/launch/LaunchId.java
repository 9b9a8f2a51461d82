package com.humantraffickingexperts.lti.launch;

/**
 * Our name for one launch. Not secret: the launch's session has a secret of its own.
 *
 * @param value 32 hexadecimal digits, growing with time
 */
public record LaunchId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
