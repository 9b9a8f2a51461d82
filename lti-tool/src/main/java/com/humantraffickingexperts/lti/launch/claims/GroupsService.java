package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where a platform tells the groups of a course: the {@code groupsservice} claim of the
 * Course Groups Service 1.0. Only a service that the tool may read is one.
 *
 * @param groups the address of the groups
 * @param sets the address of the sets to which groups belong; null when there are none
 */
public record GroupsService(URI groups, @Nullable URI sets) {

	/** The scope that lets the tool read groups. */
	public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";

}
