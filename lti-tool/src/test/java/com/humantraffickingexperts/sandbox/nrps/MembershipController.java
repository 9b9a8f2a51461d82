package com.humantraffickingexperts.sandbox.nrps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.humantraffickingexperts.sandbox.ags.PagingLinks;
import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;
import com.humantraffickingexperts.sandbox.oidc.Roles;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Registration;
import com.humantraffickingexperts.sandbox.registration.Registrations;
import com.humantraffickingexperts.sandbox.registration.Scopes;
import com.humantraffickingexperts.sandbox.services.Page;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;
import com.humantraffickingexperts.sandbox.token.AccessTokens;

/**
 * The <a href=
 * "https://www.imsglobal.org/spec/lti-nrps/v2p0/#context-membership-service">context
 * membership service</a> of NRPS 2.0.
 */
@RestController
class MembershipController {

	private static final String MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

	private final AccessTokens tokens;

	private final Registrations registrations;

	private final Courses courses;

	private final PlatformIds ids;

	private final CurrentManners manners;

	private final ServiceErrors errors;

	private final ServiceAddresses addresses;

	MembershipController(AccessTokens tokens, Registrations registrations, Courses courses, PlatformIds ids,
			CurrentManners manners, ServiceErrors errors, ServiceAddresses addresses) {
		this.tokens = tokens;
		this.registrations = registrations;
		this.courses = courses;
		this.ids = ids;
		this.manners = manners;
		this.errors = errors;
		this.addresses = addresses;
	}

	@GetMapping({ "/nrps/{course}/memberships", "/mod/lti/services.php/CourseSection/{course}/bindings/1/memberships",
			"/api/lti/courses/{course}/names_and_roles", "/learn/api/v1/lti/external/namesandroles/{course}",
			"/d2l/api/lti/nrps/2.0/deployment/{deployment}/orgunit/{course}/memberships",
			"/imsblis/lti13/namesandroles/{course}" })
	ResponseEntity<byte[]> members(HttpServletRequest request, @PathVariable("course") String courseId) {
		ServiceCall call = ServiceCall.of(request);
		if (!call.accept().equals("*/*")) {
			this.errors.requireExactAccept(call, MEDIA_TYPE);
		}
		Registration client = this.registrations.get(this.tokens.require(call, Scopes.MEMBERSHIP_READ));
		Course course = this.ids.course(courseId)
			.orElseThrow(() -> this.errors.notFound(call, "Course " + courseId + " doesn't exist"));
		Optional<PlacedLink> link = link(call, course);
		List<Person> found = this.courses.members(course)
			.stream()
			.filter((person) -> hasRoleAskedFor(call, person))
			.toList();
		Page<Person> page = page(call, found);
		Map<String, Object> body = new LinkedHashMap<>();
		String address = this.addresses.memberships(course);
		body.put("id", address);
		body.put("context", context(course));
		body.put("members", page.items().stream().map((person) -> member(person, client, link)).toList());
		Reply reply = Reply.json(200, this.manners.are(Manners.SAKAI) ? Reply.JSON : MEDIA_TYPE, body);
		if (page.items().isEmpty() && this.manners.are(Manners.SAKAI)) {
			reply = Reply.text(200, Reply.JSON, "");
		}
		String links = links(call, address, page);
		return (links.isEmpty() ? reply : reply.with("Link", links)).toEntity();
	}

	private Optional<PlacedLink> link(ServiceCall call, Course course) {
		Optional<String> asked = call.parameter("rlid");
		if (asked.isEmpty() || this.manners.are(Manners.SAKAI)) {
			return Optional.empty();
		}
		return Optional.of(asked.flatMap((id) -> this.ids.link(course, id))
			.orElseThrow(() -> this.manners.are(Manners.CANVAS)
					? this.errors.refused(call, 400, "Tool does not have access to rlid " + asked.get())
					: this.errors.notFound(call, "Resource link " + asked.get() + " doesn't exist")));
	}

	private boolean hasRoleAskedFor(ServiceCall call, Person person) {
		String asked = call.parameter("role").orElse("");
		if (asked.isEmpty() || this.manners.are(Manners.SAKAI)) {
			return true;
		}
		boolean isFull = Roles.inCourse(person).contains(asked);
		return switch (this.manners.get()) {
			case CANVAS -> isFull;
			case MOODLE -> isFull || Roles.inRoster(person, Manners.MOODLE).contains(asked) || !isKnown(asked);
			case GENERIC, BLACKBOARD, BRIGHTSPACE, SAKAI ->
				isFull || Roles.inRoster(person, Manners.MOODLE).contains(asked);
		};
	}

	private static boolean isKnown(String role) {
		return role.endsWith("Learner") || role.endsWith("Instructor");
	}

	private Page<Person> page(ServiceCall call, List<Person> found) {
		return switch (this.manners.get()) {
			case CANVAS -> PagingLinks.canvasPage(found, call, 50, 50);
			case SAKAI -> Page.of(found, call.number("start").orElse(0), call.number("limit"));
			case BLACKBOARD -> Page.of(found, call.number("from").orElse(0),
					Optional.of(Math.min(1000, call.number("limit").orElse(1000))));
			case GENERIC, MOODLE, BRIGHTSPACE -> Page.of(found, call.number("from").orElse(0), call.number("limit"));
		};
	}

	private String links(ServiceCall call, String address, Page<Person> page) {
		return switch (this.manners.get()) {
			case MOODLE -> page.hasNext() ? next(address + "?limit=" + page.limit() + "&from=" + page.next()) : "";
			case SAKAI -> page.hasNext() ? next(address + "?start=" + page.next() + "&limit=" + page.limit()) : "";
			case BLACKBOARD -> next(address + "?limit=" + page.limit() + "&from="
					+ (page.hasNext() ? page.next() : Math.max(0, page.from() - page.limit())));
			case GENERIC, CANVAS, BRIGHTSPACE -> PagingLinks.of(this.manners.get(), address, call, page);
		};
	}

	private static String next(String address) {
		return "<" + address + ">; rel=\"next\"";
	}

	private Map<String, Object> context(Course course) {
		Map<String, Object> context = new LinkedHashMap<>();
		context.put("id", this.ids.context(course));
		if (!this.manners.are(Manners.SAKAI)) {
			context.put("label", course.label());
		}
		context.put("title", course.title());
		return context;
	}

	private Map<String, Object> member(Person person, Registration client, Optional<PlacedLink> link) {
		Map<String, Object> member = new LinkedHashMap<>();
		member.put("status", "Active");
		member.put("user_id", this.ids.subject(person));
		member.put("roles", Roles.inRoster(person, this.manners.get()));
		if (client.sends("name")) {
			member.put("name", person.name());
		}
		if (client.sends("given_name")) {
			member.put("given_name", person.givenName());
		}
		if (client.sends("family_name") && !person.familyName().isEmpty()) {
			member.put("family_name", person.familyName());
		}
		if (client.sends("email")) {
			member.put("email", person.email());
		}
		switch (this.manners.get()) {
			case MOODLE -> {
				member.put("lis_person_sourcedid", person.sourcedId());
				member.put("ext_user_username", person.username());
			}
			case SAKAI -> {
				member.put("lti11_legacy_user_id", person.uuid().toString());
				member.put("lis_person_sourcedid", person.username());
			}
			case BLACKBOARD -> member.put("lis_person_sourcedid", person.username());
			case GENERIC, CANVAS, BRIGHTSPACE -> member.put("lis_person_sourcedid", person.sourcedId());
		}
		link.ifPresent((placed) -> member.put("message", List.of(message(person, placed))));
		return member;
	}

	private static Map<String, Object> message(Person person, PlacedLink link) {
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("https://purl.imsglobal.org/spec/lti/claim/message_type", "LtiResourceLinkRequest");
		message.put("locale", person.locale());
		message.put("https://purl.imsglobal.org/spec/lti/claim/custom", link.custom());
		return message;
	}

}
