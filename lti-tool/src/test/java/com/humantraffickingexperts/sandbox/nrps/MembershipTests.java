package com.humantraffickingexperts.sandbox.nrps;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.manners.Manners;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipTests extends WithSandbox {

	private static final String MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

	private HttpResponse<String> get(String query) {
		return getAt(this.sandbox.addresses().memberships(Courses.FIRST) + query);
	}

	private HttpResponse<String> getAt(String address) {
		return this.tool.call(this.tool.token(this.sandbox), "GET", address, MEDIA_TYPE, "");
	}

	private static List<?> members(HttpResponse<String> response) {
		return (json(response).get("members") instanceof List<?> list) ? list : List.of();
	}

	@Test
	void everybodyInTheCourseIsListed() {
		HttpResponse<String> response = get("");
		assertThat(FakeTool.header(response, "Content-Type")).isEqualTo(MEDIA_TYPE);
		assertThat(members(response)).hasSize(32)
			.allSatisfy((member) -> assertThat(member).asString().contains("user_id="));
	}

	@Test
	void pagesLeadToEverybodyOnce() {
		List<Object> all = new ArrayList<>();
		HttpResponse<String> page = get("?limit=10");
		for (Matcher next = NEXT.matcher(FakeTool.header(page, "Link")); next
			.find(); next = NEXT.matcher(FakeTool.header(page, "Link"))) {
			all.addAll(members(page));
			page = getAt(next.group(1));
		}
		all.addAll(members(page));
		assertThat(all).hasSize(32).doesNotHaveDuplicates();
	}

	@Test
	void aRoleMayBeShortOrFull() {
		assertThat(members(get("?role=Instructor"))).hasSize(2);
		assertThat(members(get("?role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2%2Fmembership%23Learner")))
			.hasSize(30);
	}

	@Test
	void anUnknownLinkIsNotFound() {
		assertThat(get("?rlid=nothing").statusCode()).isEqualTo(404);
	}

	@Test
	void moodleDropsTheRoleFromTheNextLink() {
		this.sandbox.manners(Manners.MOODLE);
		assertThat(FakeTool.header(get("?role=Learner&limit=10"), "Link")).contains("from=10").doesNotContain("role");
	}

	@Test
	void canvasKnowsFullRolesOnly() {
		this.sandbox.manners(Manners.CANVAS);
		assertThat(members(get("?role=Learner"))).isEmpty();
	}

	@Test
	void blackboardLinksOnForEver() {
		this.sandbox.manners(Manners.BLACKBOARD);
		assertThat(FakeTool.header(get(""), "Link")).contains("rel=\"next\"");
	}

}
