package com.humantraffickingexperts.sandbox.ags;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.Json;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.manners.Manners;

import static org.assertj.core.api.Assertions.assertThat;

class LineItemTests extends WithSandbox {

	private String container() {
		return this.sandbox.addresses().lineItems(Courses.FIRST);
	}

	private HttpResponse<String> create(Map<String, Object> item) {
		return this.tool.call(this.tool.token(this.sandbox), "POST", container(), MediaTypes.LINE_ITEM,
				Json.write(item));
	}

	private HttpResponse<String> list(String query) {
		return this.tool.call(this.tool.token(this.sandbox), "GET", container() + query, MediaTypes.LINE_ITEMS, "");
	}

	@AfterEach
	void onlyTheFirst() {
		this.sandbox.gradebook().lineItems((item) -> item.number() > 1).forEach(this.sandbox.gradebook()::remove);
	}

	@Nested
	class BySpecification {

		@Test
		void aLineItemIsMadeReadChangedAndDeleted() {
			HttpResponse<String> made = create(
					Map.of("label", "Quiz", "scoreMaximum", 20, "resourceId", "quiz", "tag", "final"));
			assertThat(made.statusCode()).isEqualTo(201);
			String address = (String) Objects.requireNonNull(json(made).get("id"));
			String token = tool.token(sandbox);
			HttpResponse<String> changed = tool.call(token, "PUT", address, MediaTypes.LINE_ITEM,
					Json.write(Map.of("label", "Exam", "scoreMaximum", 30)));
			assertThat(json(changed)).containsEntry("label", "Exam").doesNotContainKey("tag");
			assertThat(json(tool.call(token, "GET", address, MediaTypes.LINE_ITEM, ""))).containsEntry("scoreMaximum",
					30);
			assertThat(tool.call(token, "DELETE", address, MediaTypes.LINE_ITEM, "").statusCode()).isEqualTo(204);
			assertThat(tool.call(token, "GET", address, MediaTypes.LINE_ITEM, "").statusCode()).isEqualTo(404);
		}

		@Test
		void filtersFindWhatTheyName() {
			create(Map.of("label", "Quiz", "scoreMaximum", 20, "resourceId", "quiz a/b", "tag", "final"));
			assertThat(list(list("?resource_id=quiz%20a%2Fb"))).hasSize(1);
			assertThat(list(list("?tag=other"))).isEmpty();
			assertThat(list(
					list("?resource_link_id=" + sandbox.ids().resourceLink(sandbox.courses().link(1).orElseThrow()))))
				.hasSize(1);
		}

		@Test
		void pagesFollowOneAnother() {
			create(Map.of("label", "Two", "scoreMaximum", 20));
			create(Map.of("label", "Three", "scoreMaximum", 20));
			HttpResponse<String> first = list("?limit=2");
			assertThat(list(first)).hasSize(2);
			String next = FakeTool.header(first, "Link").replaceAll(".*<(.*)>; rel=\"next\".*", "$1");
			HttpResponse<String> second = tool.call(tool.token(sandbox), "GET", next, MediaTypes.LINE_ITEMS, "");
			assertThat(list(second)).singleElement()
				.satisfies((item) -> assertThat(item).containsEntry("label", "Three"));
			assertThat(FakeTool.header(second, "Link")).isEmpty();
		}

		@Test
		void aLineItemNeedsALabel() {
			assertThat(create(Map.of("scoreMaximum", 20)).statusCode()).isEqualTo(400);
		}

	}

	@Nested
	class InMannersOfOthers {

		@Test
		void moodleAcceptsOneMediaTypeAndNoList() {
			sandbox.manners(Manners.MOODLE);
			String token = tool.token(sandbox);
			assertThat(tool.call(token, "GET", container(), MediaTypes.LINE_ITEMS, "").statusCode()).isEqualTo(200);
			assertThat(
					tool.call(token, "GET", container(), MediaTypes.LINE_ITEMS + ", application/json", "").statusCode())
				.isEqualTo(400);
			assertThat(tool.call(token, "GET", container(), "*/*", "").statusCode()).isEqualTo(400);
		}

		@Test
		void moodleWritesCurlyQuotesIntoItsLinks() {
			sandbox.manners(Manners.MOODLE);
			create(Map.of("label", "Two", "scoreMaximum", 20));
			HttpResponse<String> page = list("&limit=1");
			assertThat(list(page)).hasSize(1);
			assertThat(FakeTool.header(page, "Link")).contains("&amp;limit=1&amp;from=1")
				.doesNotContain("rel=\"next\"");
		}

		@Test
		void moodleLosesTheColumnOfALinkThatHasTwo() {
			sandbox.manners(Manners.MOODLE);
			create(Map.of("label", "Two", "scoreMaximum", 20, "resourceLinkId", "1"));
			assertThat(sandbox.gradebook().ofLink(sandbox.courses().link(1).orElseThrow())).isEmpty();
		}

		@Test
		void moodleCrashesWhenResultsAreLimited() {
			sandbox.manners(Manners.MOODLE);
			String results = sandbox.addresses()
				.lineItem(Courses.FIRST, sandbox.gradebook().lineItem(Courses.FIRST, 1).orElseThrow())
				.replace("?", "/results?");
			String token = tool.token(sandbox);
			assertThat(tool.call(token, "GET", results, MediaTypes.RESULTS, "").statusCode()).isEqualTo(200);
			assertThat(tool.call(token, "GET", results + "&limit=3", MediaTypes.RESULTS, "").statusCode())
				.isEqualTo(404);
		}

		@Test
		void canvasKeepsWhatATeacherMade() {
			sandbox.manners(Manners.CANVAS);
			String item = sandbox.addresses()
				.lineItem(Courses.FIRST, sandbox.gradebook().lineItem(Courses.FIRST, 1).orElseThrow());
			assertThat(tool.call(tool.token(sandbox), "DELETE", item, MediaTypes.LINE_ITEM, "").statusCode())
				.isEqualTo(401);
		}

		@Test
		void sakaiAnswersWith200AndEncodesTags() {
			sandbox.manners(Manners.SAKAI);
			HttpResponse<String> made = create(Map.of("label", "Two", "tag", "a/b"));
			assertThat(made.statusCode()).isEqualTo(200);
			assertThat(json(made)).containsEntry("tag", "a%2Fb").containsEntry("scoreMaximum", 100);
		}

	}

}
