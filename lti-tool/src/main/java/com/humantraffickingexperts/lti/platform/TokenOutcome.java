package com.humantraffickingexperts.lti.platform;

/** A service token, or why there is none. */
sealed interface TokenOutcome permits ServiceToken, NoToken {

}
