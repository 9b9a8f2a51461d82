package com.humantraffickingexperts.sandbox.ags;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.manners.PlatformIds;
import com.humantraffickingexperts.sandbox.manners.ServiceAddresses;
import com.humantraffickingexperts.sandbox.people.Person;
import com.humantraffickingexperts.sandbox.registration.Scopes;
import com.humantraffickingexperts.sandbox.services.Page;
import com.humantraffickingexperts.sandbox.services.Reply;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;
import com.humantraffickingexperts.sandbox.token.AccessTokens;

/**
 * The <a href="https://www.imsglobal.org/spec/lti-ags/v2p0/#result-service">result
 * service</a>.
 */
@RestController
class ResultController {

	private final AccessTokens tokens;

	private final Columns columns;

	private final Gradebook gradebook;

	private final Courses courses;

	private final PlatformIds ids;

	private final CurrentManners manners;

	private final ServiceErrors errors;

	private final ServiceAddresses addresses;

	ResultController(AccessTokens tokens, Columns columns, Gradebook gradebook, Courses courses, PlatformIds ids,
			CurrentManners manners, ServiceErrors errors, ServiceAddresses addresses) {
		this.tokens = tokens;
		this.columns = columns;
		this.gradebook = gradebook;
		this.courses = courses;
		this.ids = ids;
		this.manners = manners;
		this.errors = errors;
		this.addresses = addresses;
	}

	@GetMapping({ AgsPaths.GENERIC + AgsPaths.ITEM + "/results", AgsPaths.MOODLE + AgsPaths.MOODLE_ITEM + "/results",
			AgsPaths.CANVAS + AgsPaths.ITEM + "/results", AgsPaths.BLACKBOARD + AgsPaths.ITEM + "/results",
			AgsPaths.BRIGHTSPACE + AgsPaths.ITEM + "/results", AgsPaths.SAKAI + AgsPaths.ITEM + "/results" })
	ResponseEntity<byte[]> results(HttpServletRequest request, @PathVariable("course") String courseId,
			@PathVariable("item") String number) {
		ServiceCall call = ServiceCall.of(request);
		this.errors.requireExactAccept(call, MediaTypes.RESULTS);
		String clientId = this.tokens.require(call, Scopes.RESULT_READ);
		Course course = this.columns.course(call, courseId);
		LineItem item = this.columns.item(call, clientId, course, number);
		if (this.manners.are(Manners.MOODLE) && call.number("limit").isPresent()
				&& call.parameter("type_id").isPresent()) {
			return Reply
				.text(404, "text/html; charset=utf-8",
						"<html><body>Exception - Call to a member function out() on null</body></html>")
				.toEntity();
		}
		List<Map<String, Object>> found = this.courses.members(course)
			.stream()
			.filter((person) -> isAskedFor(call, person))
			.flatMap((person) -> result(call, course, item, person))
			.toList();
		Page<Map<String, Object>> page = page(call, found);
		Reply reply = Reply.json(200, this.manners.are(Manners.SAKAI) ? Reply.JSON : MediaTypes.RESULTS, page.items());
		String links = PagingLinks.of(this.manners.get(), this.addresses.results(course, item), call, page);
		return (links.isEmpty() ? reply : reply.with("Link", links)).toEntity();
	}

	private boolean isAskedFor(ServiceCall call, Person person) {
		return call.parameter("user_id")
			.flatMap(this.ids::person)
			.map(person::equals)
			.orElse(call.parameter("user_id").isEmpty());
	}

	private Page<Map<String, Object>> page(ServiceCall call, List<Map<String, Object>> found) {
		return switch (this.manners.get()) {
			case CANVAS -> PagingLinks.canvasPage(found, call, 10, 100);
			case SAKAI -> Page.of(found, 0, Optional.empty());
			case GENERIC, MOODLE, BLACKBOARD, BRIGHTSPACE ->
				Page.of(found, call.number("from").orElse(0), call.number("limit"));
		};
	}

	private Stream<Map<String, Object>> result(ServiceCall call, Course course, LineItem item, Person person) {
		Optional<Grade> grade = this.gradebook.grade(item, person);
		boolean listsEverybody = this.manners.are(Manners.SAKAI);
		boolean listsEmptied = listsEverybody || this.manners.are(Manners.CANVAS);
		if (grade.isEmpty() && !listsEverybody) {
			return Stream.empty();
		}
		if (grade.isPresent() && grade.get().result() == null && !listsEmptied) {
			return Stream.empty();
		}
		Map<String, Object> result = new LinkedHashMap<>();
		String user = this.ids.subject(person);
		result.put("id", id(course, item, person));
		result.put("scoreOf", this.addresses.lineItem(course, item));
		result.put("userId", user);
		grade.ifPresent((held) -> {
			Double score = held.result();
			if (score != null) {
				result.put("resultScore", Numbers.tidy(score));
			}
		});
		result.put("resultMaximum", Numbers.tidy(item.scoreMaximum()));
		grade.ifPresent((held) -> {
			String comment = held.comment();
			boolean leftOut = this.manners.are(Manners.BLACKBOARD) && call.parameter("user_id").isPresent();
			if (comment != null && !leftOut) {
				result.put("comment", comment);
			}
			if (this.manners.are(Manners.MOODLE)) {
				result.put("timestamp",
						held.timestamp()
							.truncatedTo(ChronoUnit.SECONDS)
							.atOffset(ZoneOffset.UTC)
							.toString()
							.replace("Z", "+00:00"));
			}
		});
		return Stream.of(result);
	}

	private String id(Course course, LineItem item, Person person) {
		String results = this.addresses.results(course, item);
		return this.manners.are(Manners.MOODLE) ? results + "?type_id=1&user_id=" + this.ids.subject(person) : results
				+ "/" + (this.manners.are(Manners.SAKAI) ? person.uuid().toString() : this.ids.subject(person));
	}

}
