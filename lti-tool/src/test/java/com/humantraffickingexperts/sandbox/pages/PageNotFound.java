package com.humantraffickingexperts.sandbox.pages;

/**
 * Says that there is no such page, or none for this person.
 */
class PageNotFound extends RuntimeException {

}
