/**
 * Scores: what is owed to a platform's gradebook, and its delivery by the Assignment and
 * Grade Services, <a href="https://www.imsglobal.org/spec/lti-ags/v2p0">AGS 2.0</a>.
 * <p>
 * Glossary:
 * <dl>
 * <dt>line item</dt>
 * <dd>A column of the gradebook:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service">AGS 2.0,
 * section 3.2</a>.</dd>
 * <dt>container</dt>
 * <dd>The line items of one context that the tool may see:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#container-request-filters">AGS
 * 2.0, section 3.2.4</a>.</dd>
 * <dt>score</dt>
 * <dd>What the tool sends: points given, maximum, progress and a timestamp:
 * <a href= "https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service">AGS 2.0,
 * section 3.4</a>.</dd>
 * <dt>result</dt>
 * <dd>What the platform holds for a user and a line item; a teacher can have changed it:
 * <a href="https://www.imsglobal.org/spec/lti-ags/v2p0#result-service">AGS 2.0, section
 * 3.3</a>.</dd>
 * <dt>owed score</dt>
 * <dd>A score that the platform has not confirmed yet. It is never dropped: it is sent,
 * replaced by a better one, or listed with the reason why it cannot be sent.</dd>
 * <dt>revision</dt>
 * <dd>Counts what became owed for one user in one resource link; only the newest is
 * sent.</dd>
 * </dl>
 */
@ApplicationModule(allowedDependencies = { "database", "learning", "launch", "launch :: claims", "platform", "people",
		"registration", "network" })
@NullMarked
package com.humantraffickingexperts.lti.grades;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
