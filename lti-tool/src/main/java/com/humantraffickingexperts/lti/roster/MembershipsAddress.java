package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a context's memberships beside the address that the launch names:
 * <a href= "https://www.imsglobal.org/spec/lti-nrps/v2p0#query-parameters">NRPS 2.0,
 * query parameters</a>.
 *
 * @param limit how many members a page should have; null to leave that to the platform
 * @param role only members with this role; null for all
 * @param resourceLink the platform's name for the resource link whose members are asked
 * for; null for those of the whole context
 * @param groups whether the groups of each member are asked for: a parameter of the
 * Course Groups Service 1.0
 */
record MembershipsAddress(@Nullable Integer limit, @Nullable String role, @Nullable String resourceLink,
		boolean groups) {

	/** Everybody, on pages of the platform's choice. */
	static final MembershipsAddress EVERYBODY = new MembershipsAddress(null, null, null, false);

	/** Everybody with their groups. */
	static final MembershipsAddress WITH_GROUPS = new MembershipsAddress(null, null, null, true);

	/** The same members on shorter pages. */
	MembershipsAddress onPagesOf(int members) {
		return new MembershipsAddress(members, this.role, this.resourceLink, this.groups);
	}

	/**
	 * The address of the first page. What the platform encoded is neither decoded nor
	 * encoded again.
	 */
	URI of(URI memberships) {
		Map<String, @Nullable String> parameters = new LinkedHashMap<>();
		parameters.put("limit", (this.limit == null) ? null : String.valueOf(this.limit));
		parameters.put("role", this.role);
		parameters.put("rlid", this.resourceLink);
		parameters.put("groups", (this.groups && !names(memberships, "groups")) ? "true" : null);
		URI address = memberships;
		for (Map.Entry<String, @Nullable String> parameter : parameters.entrySet()) {
			if (parameter.getValue() != null) {
				address = with(address, parameter.getKey(), parameter.getValue());
			}
		}
		return address;
	}

	/**
	 * The address of a further page. Moodle's forgets for which role it was.
	 */
	URI onwards(URI next) {
		URI address = (this.role == null || names(next, "role")) ? next : with(next, "role", this.role);
		return (!this.groups || names(next, "groups")) ? address : with(address, "groups", "true");
	}

	private static boolean names(URI address, String parameter) {
		String query = address.getRawQuery();
		return query != null && Arrays.stream(query.split("&")).anyMatch((part) -> part.startsWith(parameter + "="));
	}

	private static URI with(URI address, String name, String value) {
		String text = address.toString();
		int fragment = text.indexOf('#');
		String whole = (fragment < 0) ? text : text.substring(0, fragment);
		String separator = (address.getRawQuery() == null) ? "?" : "&";
		return URI.create(whole + separator + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
	}

}
