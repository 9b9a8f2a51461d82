package com.humantraffickingexperts.lti.admin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a page or an act for which the person has to have proved within the last five
 * minutes who they are. Whoever has not is asked for the password or a passkey first, and
 * then led back to the page at the same path. A form is never sent again by itself: the
 * person comes to the page that asks for confirmation, so there has to be one, answering
 * GET at the path of each marked POST; the tool does not start without it.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Reauthenticated {

}
