package com.humantraffickingexperts.lti.launch;

/** What is looked at in a login and in a launch, in the order in which it is. */
public enum LaunchStep {

	/** The login request is read. */
	LOGIN,
	/** The platform's answer to the login is read. */
	ANSWER,
	/** The sealed state of the login is opened. */
	STATE,
	/** A registration fits, and is enabled. */
	REGISTRATION,
	/** The browser is the one that began the login. */
	BROWSER,
	/** The id_token is a JWT, signed by an algorithm that we take. */
	TOKEN,
	/** The platform publishes the key that the id_token names. */
	KEY,
	/** That key made the signature. */
	SIGNATURE,
	/** The id_token was issued by the platform. */
	ISSUER,
	/** The id_token was issued for us. */
	AUDIENCE,
	/** The id_token was issued now. */
	TIMES,
	/** The id_token answers this login. */
	NONCE,
	/** The claims are a message that we understand. */
	MESSAGE,
	/** The address to open is ours. */
	ADDRESS,
	/** Launches from the deployment are accepted. */
	DEPLOYMENT,
	/** The registration is valid today. */
	TERM,
	/** The platform says who the person is. */
	PERSON,
	/** Somebody answers this kind of message. */
	DESTINATION,
	/** The launch is recorded, and was not used before. */
	RECORD

}
