package com.humantraffickingexperts.lti.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How {@link KeptMarkup} works.
 *
 * @param checked whether everything is written anew each time, and what was kept must be
 * the same; for tests and development
 */
@ConfigurationProperties("htmse.kept-markup")
record KeptMarkupSettings(boolean checked) {
}
