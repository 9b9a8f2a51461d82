package com.humantraffickingexperts.sandbox.ags;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;
import com.humantraffickingexperts.sandbox.registration.Scopes;
import com.humantraffickingexperts.sandbox.services.Page;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;
import com.humantraffickingexperts.sandbox.token.AccessTokens;

/**
 * The <a href="https://www.imsglobal.org/spec/lti-ags/v2p0/#line-item-service">line item
 * service</a>.
 */
@RestController
class LineItemController {

	private final AccessTokens tokens;

	private final Columns columns;

	private final Gradebook gradebook;

	private final LineItemShape shape;

	private final PlatformIds ids;

	private final CurrentManners manners;

	private final ServiceErrors errors;

	private final ServiceAddresses addresses;

	LineItemController(AccessTokens tokens, Columns columns, Gradebook gradebook, LineItemShape shape, PlatformIds ids,
			CurrentManners manners, ServiceErrors errors, ServiceAddresses addresses) {
		this.tokens = tokens;
		this.columns = columns;
		this.gradebook = gradebook;
		this.shape = shape;
		this.ids = ids;
		this.manners = manners;
		this.errors = errors;
		this.addresses = addresses;
	}

	@GetMapping({ AgsPaths.GENERIC, AgsPaths.MOODLE, AgsPaths.CANVAS, AgsPaths.BLACKBOARD, AgsPaths.BRIGHTSPACE,
			AgsPaths.SAKAI })
	ResponseEntity<byte[]> list(HttpServletRequest request, @PathVariable("course") String courseId) {
		ServiceCall call = ServiceCall.of(request);
		this.errors.requireExactAccept(call, MediaTypes.LINE_ITEMS);
		String clientId = this.tokens.require(call, Scopes.LINE_ITEM, Scopes.LINE_ITEM_READ);
		Course course = this.columns.course(call, courseId);
		List<LineItem> found = this.gradebook.lineItems(course)
			.stream()
			.filter((item) -> item.clientId().equals(clientId))
			.filter((item) -> matches(call, "resource_id", item.resourceId()))
			.filter((item) -> matches(call, "tag", item.tag()))
			.filter((item) -> matches(call, linkParameter(), linkId(course, item)))
			.toList();
		Page<LineItem> page = page(call, found);
		Reply reply = Reply.json(200, MediaTypes.LINE_ITEMS,
				page.items().stream().map((item) -> this.shape.of(course, item)).toList());
		String links = PagingLinks.of(this.manners.get(), this.addresses.lineItems(course), call, page);
		return (links.isEmpty() ? reply : reply.with("Link", links)).toEntity();
	}

	private Page<LineItem> page(ServiceCall call, List<LineItem> found) {
		return switch (this.manners.get()) {
			case SAKAI -> Page.of(found, 0, Optional.empty());
			case CANVAS -> PagingLinks.canvasPage(found, call, 10, 100);
			case GENERIC, MOODLE, BLACKBOARD, BRIGHTSPACE ->
				Page.of(found, call.number("from").orElse(0), call.number("limit"));
		};
	}

	private String linkParameter() {
		return this.manners.are(Manners.SAKAI) ? "lti_link_id" : "resource_link_id";
	}

	private @Nullable String linkId(Course course, LineItem item) {
		return (this.shape.of(course, item).get("resourceLinkId") instanceof String id) ? id : null;
	}

	private static boolean matches(ServiceCall call, String parameter, @Nullable String value) {
		return call.parameter(parameter).map((wanted) -> wanted.equals(value)).orElse(true);
	}

	@PostMapping({ AgsPaths.GENERIC, AgsPaths.MOODLE, AgsPaths.CANVAS, AgsPaths.BLACKBOARD, AgsPaths.BRIGHTSPACE,
			AgsPaths.SAKAI })
	ResponseEntity<byte[]> create(HttpServletRequest request, @PathVariable("course") String courseId) {
		ServiceCall call = ServiceCall.of(request);
		this.errors.requireContentType(call, MediaTypes.LINE_ITEM);
		String clientId = this.tokens.require(call, Scopes.LINE_ITEM);
		Course course = this.columns.course(call, courseId);
		LineItemBody body = LineItemBody.of(call, this.errors, this.manners.get(), null);
		PlacedLink link = linkOf(call, course, body, clientId);
		LineItem item = this.gradebook.add((number) -> new LineItem(number, course.id(), clientId, body.label(),
				body.scoreMaximum(), body.resourceId(), body.tag(), (link == null) ? null : link.number(),
				body.startDateTime(), body.endDateTime(), body.gradesReleased(), false));
		int status = this.manners.are(Manners.SAKAI) ? 200 : 201;
		Reply reply = Reply.json(status, MediaTypes.LINE_ITEM, this.shape.of(course, item));
		return (this.manners.are(Manners.GENERIC) ? reply.with("Location", this.addresses.lineItem(course, item))
				: reply)
			.toEntity();
	}

	private @Nullable PlacedLink linkOf(ServiceCall call, Course course, LineItemBody body, String clientId) {
		String linkId = body.resourceLinkId();
		if (linkId == null || linkId.isEmpty() || this.manners.are(Manners.SAKAI)) {
			return null;
		}
		PlacedLink link = this.ids.link(course, linkId)
			.orElseThrow(() -> this.manners.are(Manners.MOODLE) ? this.errors.refused(call, 403, "Forbidden")
					: this.errors.notFound(call, "No resource link " + linkId));
		if (!link.clientId().equals(clientId)) {
			throw this.errors.refused(call, this.manners.are(Manners.CANVAS) ? 422 : 403,
					"The resource link is another tool's");
		}
		return link;
	}

	@GetMapping({ AgsPaths.GENERIC + AgsPaths.ITEM, AgsPaths.MOODLE + AgsPaths.MOODLE_ITEM,
			AgsPaths.CANVAS + AgsPaths.ITEM, AgsPaths.BLACKBOARD + AgsPaths.ITEM, AgsPaths.BRIGHTSPACE + AgsPaths.ITEM,
			AgsPaths.SAKAI + AgsPaths.ITEM })
	ResponseEntity<byte[]> one(HttpServletRequest request, @PathVariable("course") String courseId,
			@PathVariable("item") String number) {
		ServiceCall call = ServiceCall.of(request);
		this.errors.requireExactAccept(call, MediaTypes.LINE_ITEM);
		String clientId = this.tokens.require(call, Scopes.LINE_ITEM, Scopes.LINE_ITEM_READ);
		Course course = this.columns.course(call, courseId);
		LineItem item = this.columns.item(call, clientId, course, number);
		return Reply.json(200, MediaTypes.LINE_ITEM, this.shape.of(course, item)).toEntity();
	}

	@PutMapping({ AgsPaths.GENERIC + AgsPaths.ITEM, AgsPaths.MOODLE + AgsPaths.MOODLE_ITEM,
			AgsPaths.CANVAS + AgsPaths.ITEM, AgsPaths.BLACKBOARD + AgsPaths.ITEM, AgsPaths.BRIGHTSPACE + AgsPaths.ITEM,
			AgsPaths.SAKAI + AgsPaths.ITEM })
	ResponseEntity<byte[]> replace(HttpServletRequest request, @PathVariable("course") String courseId,
			@PathVariable("item") String number) {
		ServiceCall call = ServiceCall.of(request);
		this.errors.requireContentType(call, MediaTypes.LINE_ITEM);
		String clientId = this.tokens.require(call, Scopes.LINE_ITEM);
		Course course = this.columns.course(call, courseId);
		LineItem old = this.columns.item(call, clientId, course, number);
		Map<String, @Nullable Object> members = call.json();
		if (this.manners.are(Manners.BLACKBOARD) && members != null && members.containsKey("id")) {
			throw this.errors.refused(call, 400, "The member id is read-only");
		}
		LineItemBody body = LineItemBody.of(call, this.errors, this.manners.get(), old);
		LineItem item = new LineItem(old.number(), old.courseId(), old.clientId(), body.label(), body.scoreMaximum(),
				body.resourceId(), body.tag(), old.linkNumber(), body.startDateTime(), body.endDateTime(),
				body.gradesReleased(), old.coupled());
		this.gradebook.replace(item);
		return Reply.json(200, MediaTypes.LINE_ITEM, this.shape.of(course, item)).toEntity();
	}

	@DeleteMapping({ AgsPaths.GENERIC + AgsPaths.ITEM, AgsPaths.MOODLE + AgsPaths.MOODLE_ITEM,
			AgsPaths.CANVAS + AgsPaths.ITEM, AgsPaths.BLACKBOARD + AgsPaths.ITEM, AgsPaths.BRIGHTSPACE + AgsPaths.ITEM,
			AgsPaths.SAKAI + AgsPaths.ITEM })
	ResponseEntity<byte[]> delete(HttpServletRequest request, @PathVariable("course") String courseId,
			@PathVariable("item") String number) {
		ServiceCall call = ServiceCall.of(request);
		String clientId = this.tokens.require(call, Scopes.LINE_ITEM);
		Course course = this.columns.course(call, courseId);
		LineItem item = this.columns.item(call, clientId, course, number);
		if (item.coupled() && this.manners.are(Manners.CANVAS)) {
			return Reply.empty(401).toEntity();
		}
		this.gradebook.remove(item);
		return Reply.empty(this.manners.are(Manners.SAKAI) ? 200 : 204).toEntity();
	}

}
