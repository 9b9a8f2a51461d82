package com.humantraffickingexperts.sandbox.ags;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.humantraffickingexperts.sandbox.course.Course;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.registration.Scopes;
import com.humantraffickingexperts.sandbox.services.ServiceCall;
import com.humantraffickingexperts.sandbox.services.ServiceErrors;
import com.humantraffickingexperts.sandbox.token.AccessTokens;

/**
 * The <a href="https://www.imsglobal.org/spec/lti-ags/v2p0/#score-publish-service">score
 * publish service</a>.
 */
@RestController
class ScoreController {

	private final AccessTokens tokens;

	private final Columns columns;

	private final CurrentManners manners;

	private final ServiceErrors errors;

	private final List<ScoreRules> rules;

	ScoreController(AccessTokens tokens, Columns columns, CurrentManners manners, ServiceErrors errors,
			List<ScoreRules> rules) {
		this.tokens = tokens;
		this.columns = columns;
		this.manners = manners;
		this.errors = errors;
		this.rules = rules;
	}

	@PostMapping({ AgsPaths.GENERIC + AgsPaths.ITEM + "/scores", AgsPaths.MOODLE + AgsPaths.MOODLE_ITEM + "/scores",
			AgsPaths.CANVAS + AgsPaths.ITEM + "/scores", AgsPaths.BLACKBOARD + AgsPaths.ITEM + "/scores",
			AgsPaths.BRIGHTSPACE + AgsPaths.ITEM + "/scores", AgsPaths.SAKAI + AgsPaths.ITEM + "/scores" })
	ResponseEntity<byte[]> publish(HttpServletRequest request, @PathVariable("course") String courseId,
			@PathVariable("item") String number) {
		ServiceCall call = ServiceCall.of(request);
		this.errors.requireContentType(call, MediaTypes.SCORE);
		String clientId = this.tokens.require(call, Scopes.SCORE);
		Course course = this.columns.course(call, courseId);
		LineItem item = this.columns.item(call, clientId, course, number);
		ScorePost post = new ScorePost(call, course, item, call.json());
		synchronized (this.rules) {
			return this.rules.stream()
				.filter((each) -> this.manners.are(each.manners()))
				.findFirst()
				.orElseThrow()
				.take(post)
				.toEntity();
		}
	}

}
