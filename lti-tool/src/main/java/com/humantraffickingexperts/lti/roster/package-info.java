/**
 * Who is in a course: the members that a platform lists by its Names and Role
 * Provisioning Services, <a href="https://www.imsglobal.org/spec/lti-nrps/v2p0">NRPS
 * 2.0</a>.
 * <p>
 * Glossary:
 * <dl>
 * <dt>membership</dt>
 * <dd>A person's place and roles in a context: <a href=
 * "https://www.imsglobal.org/spec/lti-nrps/v2p0#membership-container-media-type">NRPS
 * 2.0, membership container</a>.</dd>
 * <dt>roster</dt>
 * <dd>The memberships of one context as the platform last told them. Whoever is no longer
 * listed is marked as gone, and never deleted.</dd>
 * <dt>group</dt>
 * <dd>A part of a context's members, as the platform divides them: Course Groups Service
 * 1.0.</dd>
 * </dl>
 */
@ApplicationModule(allowedDependencies = { "database", "launch", "launch :: claims", "platform", "people",
		"registration", "network", "scheduling" })
@NullMarked
package com.humantraffickingexperts.lti.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
