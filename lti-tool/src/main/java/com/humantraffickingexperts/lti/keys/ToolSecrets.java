package com.humantraffickingexperts.lti.keys;

/** Secrets that all nodes of the tool share, each derived for one purpose. */
public interface ToolSecrets {

	/**
	 * The secret for one purpose.
	 * @param purpose what it is for; equal for every node, different for different uses
	 * @return 32 bytes
	 */
	byte[] derived(String purpose);

}
