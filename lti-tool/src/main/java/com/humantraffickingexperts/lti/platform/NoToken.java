package com.humantraffickingexperts.lti.platform;

/**
 * There is no service token.
 *
 * @param outcome what that means for the request that needed it; never an answer
 */
record NoToken(PlatformOutcome outcome) implements TokenOutcome {

}
