package com.humantraffickingexperts.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * What each platform adds to the claims, leaves out, or writes in its own way.
 */
@Component
class MannersOfClaims {

	private final CurrentManners manners;

	private final PlatformIds ids;

	private final PlatformAddress address;

	MannersOfClaims(CurrentManners manners, PlatformIds ids, PlatformAddress address) {
		this.manners = manners;
		this.ids = ids;
		this.address = address;
	}

	void apply(Map<String, @Nullable Object> claims, Launch launch) {
		switch (this.manners.get()) {
			case GENERIC -> claims.put("azp", launch.registration().clientId());
			case MOODLE -> moodle(claims, launch);
			case CANVAS -> canvas(claims, launch);
			case BLACKBOARD -> blackboard(claims, launch);
			case BRIGHTSPACE -> brightspace(claims, launch);
			case SAKAI -> sakai(claims, launch);
		}
	}

	/** As recorded from Moodle 4.5.6. */
	private void moodle(Map<String, @Nullable Object> claims, Launch launch) {
		Person person = launch.person();
		Course course = launch.course();
		claims.remove("locale");
		claims.put(Claim.CONTEXT, ordered("id", this.ids.context(course), "label", course.label(), "title",
				course.title(), "type", List.of("CourseSection")));
		claims.put("https://purl.imsglobal.org/spec/lti/claim/ext",
				ordered("user_username", person.username(), "lms", "moodle-2"));
		claims.put(Claim.TOOL_PLATFORM, ordered("product_family_code", "moodle", "version", "2024100706", "guid",
				"b6917edcaa372661305b0725a0287771", "name", "sandbox", "description", "Sandbox College"));
		PlacedLink link = launch.link();
		if (link == null) {
			claims.put(Claim.LAUNCH_PRESENTATION, ordered("locale", person.locale()));
		}
		else {
			claims.put(Claim.LAUNCH_PRESENTATION,
					ordered("locale", person.locale(), "document_target", launch.target(), "return_url",
							this.address.of("/courses/" + course.id() + "/links/" + link.number()
									+ "/returned?launch_container=3&sesskey=" + launch.id().substring(0, 10))));
			claims.put(Claim.BASIC_OUTCOME,
					ordered("lis_result_sourcedid", "{\"data\":{\"instanceid\":\"" + link.number() + "\",\"userid\":\""
							+ person.number() + "\"}}", "lis_outcome_service_url",
							this.address.of("/mod/lti/service.php")));
		}
		mergeVersions(claims, List.of("1.0", "2.0"));
	}

	private void canvas(Map<String, @Nullable Object> claims, Launch launch) {
		Person person = launch.person();
		String clientId = launch.registration().clientId();
		claims.put("azp", clientId);
		claims.put("locale", person.locale());
		claims.put("picture", this.address.of("/static/avatar.svg"));
		claims.put("family_name", person.familyName());
		String legacy = legacyId(person);
		claims.put(Claim.LEGACY_USER_ID, legacy);
		claims.put("https://purl.imsglobal.org/spec/lti/claim/lti1p1", ordered("user_id", legacy));
		claims.put(Claim.LIS, ordered("person_sourcedid", "$Person.sourcedId", "course_offering_sourcedid",
				"$CourseSection.sourcedId"));
		claims.put(Claim.TOOL_PLATFORM, ordered("guid", "q3XbT0mZpLrV9aKe2HsWcYdNfU6iGjOx1PkRz8Ev:canvas-lms", "name",
				"Sandbox College", "version", "cloud", "product_family_code", "canvas"));
		claims.put("https://www.instructure.com/placement",
				(launch.message() == Launch.Message.DEEP_LINKING) ? "link_selection" : null);
		presentation(claims).put("document_target", "iframe");
	}

	private void blackboard(Map<String, @Nullable Object> claims, Launch launch) {
		presentation(claims).remove("document_target");
		claims.put("https://blackboard.com/lti/claim/one_time_session_token", launch.id().substring(0, 20));
	}

	private void brightspace(Map<String, @Nullable Object> claims, Launch launch) {
		Person person = launch.person();
		String host = this.address.issuer().getHost();
		String tenant = "c0c0c0c0-aaaa-4bbb-8ccc-ddddeeeeffff";
		claims.put("nbf", claims.get("iat"));
		claims.remove("locale");
		claims.put(Claim.LEGACY_USER_ID, this.ids.subject(person));
		claims.put(Claim.LIS, ordered("course_offering_sourcedid", host + ":" + launch.course().label(),
				"course_section_sourcedid", host + ":" + launch.course().label()));
		claims.put(Claim.LAUNCH_PRESENTATION, ordered("locale", person.locale()));
		claims.put(Claim.TOOL_PLATFORM, ordered("guid", tenant, "product_family_code", "desire2learn"));
		claims.put("http://www.brightspace.com",
				ordered("tenant_id", tenant, "org_defined_id", person.sourcedId(), "user_id", 300 + person.number(),
						"username", person.username(), "Context.id.history", "", "ResourceLink.id.history", ""));
	}

	private void sakai(Map<String, @Nullable Object> claims, Launch launch) {
		Person person = launch.person();
		claims.put("jti", launch.id());
		claims.put(Claim.ROLE_SCOPE_MENTOR, List.of());
		claims.put(Claim.LIS,
				ordered("person_sourcedid", person.username(), "course_offering_sourcedid", launch.course().id(),
						"course_section_sourcedid", launch.course().id(), "version", List.of("1.0.0", "1.1.0")));
		claims.put(Claim.TOOL_PLATFORM, ordered("name", "Sakai", "guid", this.address.issuer().getAuthority(),
				"version", "25.1", "product_family_code", "sakai", "url", this.address.issuer().toString()));
		Map<String, Object> presentation = presentation(claims);
		presentation.remove("locale");
		presentation.put("css_url", this.address.of("/static/sandbox.css"));
		claims.put("https://www.sakailms.org/spec/lti/claim/extension", ordered("sakai_role",
				person.isStudent() ? "Student" : "Instructor", "sakai_server", this.address.issuer().toString()));
	}

	/**
	 * The identifier by which older messages name a person.
	 * @param person the person
	 * @return forty hexadecimal digits
	 */
	static String legacyId(Person person) {
		return (person.uuid().toString().replace("-", "") + "0123456789").substring(0, 40);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> presentation(Map<String, @Nullable Object> claims) {
		return (claims.get(Claim.LAUNCH_PRESENTATION) instanceof Map<?, ?> claim) ? (Map<String, Object>) claim
				: new LinkedHashMap<>();
	}

	@SuppressWarnings("unchecked")
	private static void mergeVersions(Map<String, @Nullable Object> claims, List<String> versions) {
		if (claims.get(Claim.NRPS) instanceof Map<?, ?> claim) {
			((Map<String, Object>) claim).put("service_versions", versions);
		}
	}

	private static Map<String, Object> ordered(Object... namesAndValues) {
		Map<String, Object> members = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			members.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return members;
	}

}
