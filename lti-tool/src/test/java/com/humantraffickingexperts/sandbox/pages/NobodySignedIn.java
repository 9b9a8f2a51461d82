package com.humantraffickingexperts.sandbox.pages;

/**
 * Says that a page needs somebody to be signed in.
 */
class NobodySignedIn extends RuntimeException {

}
