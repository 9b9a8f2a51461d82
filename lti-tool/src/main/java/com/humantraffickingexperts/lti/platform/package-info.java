/**
 * How the tool calls a platform: a service token for each registration, deployment and
 * scope set, and the kinds of failure.
 * <p>
 * Glossary:
 * <dl>
 * <dt>service token</dt>
 * <dd>The bearer token with which the tool acts at a platform without a person: <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#using-oauth-2-0-client-credentials-grant">Security
 * Framework 1.0, section 4.1</a>.</dd>
 * <dt>client assertion</dt>
 * <dd>The signed statement by which the tool proves who it is when it asks for a token:
 * <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section
 * 3</a>.</dd>
 * <dt>scope</dt>
 * <dd>What a token may be used for. Only what the launch offers is asked for.</dd>
 * </dl>
 */
@ApplicationModule(allowedDependencies = { "database", "registration", "keys", "network" })
@NullMarked
package com.humantraffickingexperts.lti.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
