package com.humantraffickingexperts.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.ags.Gradebook;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.deeplinking.DeepLinkingSettings;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Scopes;

/**
 * The claims of a launch as
 * <a href="https://www.imsglobal.org/spec/lti/v1p3/#required-message-claims">LTI Core
 * 1.3</a> describes them.
 */
@Component
class LaunchClaims {

	private final PlatformAddress address;

	private final CurrentManners manners;

	private final PlatformIds ids;

	private final ServiceAddresses addresses;

	private final Gradebook gradebook;

	private final CustomParameters custom;

	private final DeepLinkingSettings deepLinking;

	LaunchClaims(PlatformAddress address, CurrentManners manners, PlatformIds ids, ServiceAddresses addresses,
			Gradebook gradebook, CustomParameters custom, DeepLinkingSettings deepLinking) {
		this.address = address;
		this.manners = manners;
		this.ids = ids;
		this.addresses = addresses;
		this.gradebook = gradebook;
		this.custom = custom;
		this.deepLinking = deepLinking;
	}

	Map<String, @Nullable Object> of(Launch launch) {
		Registration registration = launch.registration();
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put("iss", this.address.issuer().toString());
		claims.put("aud", registration.clientId());
		claims.put("sub", this.ids.subject(launch.person()));
		claims.put(Claim.MESSAGE_TYPE, launch.message().type());
		claims.put(Claim.VERSION, "1.3.0");
		claims.put(Claim.DEPLOYMENT_ID, registration.deploymentId());
		claims.put(Claim.TARGET_LINK_URI, launch.targetLinkUri());
		claims.put(Claim.ROLES, Roles.inLaunch(launch.person(), this.manners.get()));
		claims.put(Claim.CONTEXT, context(launch.course()));
		claims.put(Claim.TOOL_PLATFORM, platform());
		claims.put(Claim.LAUNCH_PRESENTATION, presentation(launch));
		claims.put(Claim.CUSTOM, this.custom.of(launch));
		claims.put(Claim.LIS, Map.of("person_sourcedid", launch.person().sourcedId(), "course_section_sourcedid",
				launch.course().id()));
		claims.putAll(personal(launch.person(), registration));
		claims.putAll(services(launch));
		PlacedLink link = launch.link();
		if (link != null) {
			claims.put(Claim.RESOURCE_LINK, resourceLink(link));
		}
		Person forUser = launch.forUser();
		if (forUser != null) {
			claims.put(Claim.FOR_USER, forUser(forUser, registration));
		}
		if (launch.message() == Launch.Message.DEEP_LINKING) {
			claims.put(Claim.DEEP_LINKING_SETTINGS, this.deepLinking.of(launch));
		}
		return claims;
	}

	private Map<String, Object> context(Course course) {
		return new LinkedHashMap<>(Map.of("id", this.ids.context(course), "label", course.label(), "title",
				course.title(), "type", List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering")));
	}

	private Map<String, @Nullable Object> resourceLink(PlacedLink link) {
		Map<String, @Nullable Object> claim = new LinkedHashMap<>();
		claim.put("id", this.ids.resourceLink(link));
		claim.put("title", link.title());
		claim.put("description", link.text());
		return claim;
	}

	private Map<String, Object> platform() {
		Map<String, Object> claim = new LinkedHashMap<>();
		claim.put("guid", "b6917edcaa372661305b0725a0287771");
		claim.put("name", "Sandbox College");
		claim.put("version", this.manners.get().version());
		claim.put("product_family_code", this.manners.get().family());
		claim.put("url", this.address.issuer().toString());
		return claim;
	}

	private Map<String, Object> presentation(Launch launch) {
		Map<String, Object> claim = new LinkedHashMap<>();
		claim.put("document_target", launch.target());
		claim.put("locale", launch.person().locale());
		PlacedLink link = launch.link();
		String link0 = (link == null) ? "" : "/links/" + link.number() + "/returned";
		claim.put("return_url", this.address.of("/courses/" + launch.course().id() + link0));
		return claim;
	}

	private Map<String, Object> personal(Person person, Registration registration) {
		Map<String, Object> claims = new LinkedHashMap<>();
		if (registration.sends("name")) {
			claims.put("name", person.name());
		}
		if (registration.sends("given_name")) {
			claims.put("given_name", person.givenName());
		}
		if (registration.sends("family_name") && !person.familyName().isEmpty()) {
			claims.put("family_name", person.familyName());
		}
		if (registration.sends("email")) {
			claims.put("email", person.email());
		}
		if (registration.sends("locale")) {
			claims.put("locale", person.locale());
		}
		return claims;
	}

	private Map<String, Object> forUser(Person person, Registration registration) {
		Map<String, Object> claim = new LinkedHashMap<>();
		claim.put("user_id", this.ids.subject(person));
		claim.putAll(personal(person, registration));
		claim.put("roles", Roles.inCourse(person));
		return claim;
	}

	private Map<String, Object> services(Launch launch) {
		Map<String, Object> claims = new LinkedHashMap<>();
		List<String> granted = launch.registration().scopes();
		List<String> gradeScopes = Scopes.GRADES.stream().filter(granted::contains).toList();
		if (!gradeScopes.isEmpty()) {
			Map<String, Object> endpoint = new LinkedHashMap<>();
			endpoint.put("scope", gradeScopes);
			endpoint.put("lineitems", this.addresses.lineItems(launch.course()));
			PlacedLink link = launch.link();
			if (link != null) {
				this.gradebook.ofLink(link)
					.ifPresent((item) -> endpoint.put("lineitem", this.addresses.lineItem(launch.course(), item)));
			}
			claims.put(Claim.AGS, endpoint);
		}
		if (granted.contains(Scopes.MEMBERSHIP_READ)) {
			claims.put(Claim.NRPS, new LinkedHashMap<>(Map.of("context_memberships_url",
					this.addresses.memberships(launch.course()), "service_versions", List.of("2.0"))));
		}
		return claims;
	}

}
