package com.humantraffickingexperts.lti.platform;

/** What came of a call to a platform. */
public sealed interface PlatformOutcome permits PlatformAnswer, PlatformUnavailable, PlatformRefused {

}
