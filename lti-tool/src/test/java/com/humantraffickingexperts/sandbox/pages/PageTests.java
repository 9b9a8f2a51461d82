package com.humantraffickingexperts.sandbox.pages;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.manners.Manners;

import static org.assertj.core.api.Assertions.assertThat;

class PageTests extends WithSandbox {

	private HttpResponse<String> visit(String username, String path) {
		return this.tool.send(HttpRequest.newBuilder(this.sandbox.issuer().resolve(path))
			.header("Cookie", Session.COOKIE + "=" + username));
	}

	@Test
	void everybodyCanBeChosen() {
		HttpResponse<String> home = this.tool.get(this.sandbox.issuer().resolve("/"));
		assertThat(home.body()).contains("Grace Mensah", "Dmytro Шевченко", "Robin Hart");
	}

	@Test
	void choosingSetsACookieForThisHostOnly() {
		HttpResponse<String> response = this.tool.postForm(this.sandbox.issuer().resolve("/sign-in"),
				Map.of("username", "student1"));
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(FakeTool.header(response, "Set-Cookie"))
			.isEqualTo(Session.COOKIE + "=student1; Path=/; HttpOnly; SameSite=Lax");
	}

	@ParameterizedTest
	@CsvSource({ "student1,/courses,200", "student1,/courses/safeguarding,200", "student1,/courses/front-line,200",
			"student2,/courses/front-line,404", "student1,/courses/safeguarding/links/1,200",
			"student1,/courses/safeguarding/links/99,404", "student1,/courses/safeguarding/gradebook,200",
			"student1,/admin,404", "instructor1,/admin,404", "administrator,/admin,200",
			"student1,/courses/safeguarding/add?tool=htmse-sandbox,404",
			"instructor1,/courses/safeguarding/add?tool=htmse-sandbox,200", "nobody,/courses,302" })
	void everybodySeesTheirOwnPages(String username, String path, int status) {
		assertThat(visit(username, path).statusCode()).isEqualTo(status);
	}

	@Test
	void aModuleOpensInAFrameWithATitle() {
		assertThat(visit("student1", "/courses/safeguarding/links/1").body())
			.contains("title=\"The National Referral Mechanism\"")
			.contains("src=\"/courses/safeguarding/links/1/launch?target=iframe\"");
	}

	@Test
	void theFrameFirstLoadsTheLoginInitiation() {
		HttpResponse<String> page = visit("student1", "/courses/safeguarding/links/1/launch");
		assertThat(page.body()).contains("action=\"" + this.tool.baseUrl() + "/lti/login\"");
		assertThat(FakeTool.fields(page.body())).containsEntry("iss", this.sandbox.issuer().toString())
			.containsEntry("client_id", "htmse-sandbox")
			.containsEntry("lti_deployment_id", "1")
			.containsEntry("target_link_uri", this.tool.baseUrl() + "/modules/national-referral-mechanism");
	}

	@Test
	void sakaiRedirectsToTheTool() {
		this.sandbox.manners(Manners.SAKAI);
		HttpResponse<String> response = visit("student1", "/courses/safeguarding/links/1/launch");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(FakeTool.header(response, "Location")).startsWith(this.tool.baseUrl() + "/lti/login?iss=http%3A");
	}

	@Test
	void canvasHasAFrameForStorage() {
		this.sandbox.manners(Manners.CANVAS);
		assertThat(visit("student1", "/courses/safeguarding/links/1").body())
			.contains("name=\"post_message_forwarding\"");
	}

	@Test
	void aStudentSeesNobodyElsesGrades() {
		assertThat(visit("student1", "/courses/safeguarding/gradebook").body()).contains("Amara Okafor")
			.doesNotContain("Beatriz Nunes");
		assertThat(visit("instructor1", "/courses/safeguarding/gradebook").body()).contains("Amara Okafor",
				"Beatriz Nunes");
	}

	@Test
	void onlyTheAdministratorBreaksThings() {
		HttpResponse<String> refused = this.tool
			.send(HttpRequest.newBuilder(this.sandbox.issuer().resolve("/admin/keys/rotate"))
				.header("Cookie", Session.COOKIE + "=student1")
				.POST(HttpRequest.BodyPublishers.noBody()));
		assertThat(refused.statusCode()).isEqualTo(404);
	}

}
