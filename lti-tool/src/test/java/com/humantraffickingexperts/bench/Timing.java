package com.humantraffickingexperts.bench;

/**
 * How long the tool kept the browser waiting, in nanoseconds. What the platform does in
 * between (signing) is in none of them.
 *
 * @param login from the login initiation to the redirect to the platform
 * @param launch the launch message alone
 * @param follow what the browser loads after it, up to the landing page
 */
record Timing(long login, long launch, long follow) {

	long whole() {
		return this.login + this.launch + this.follow;
	}

}
