package com.humantraffickingexperts.lti.learning;

/**
 * Our name for one learner's run through a module in one resource link.
 *
 * @param value 32 hexadecimal digits, growing with time
 */
public record AttemptId(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
