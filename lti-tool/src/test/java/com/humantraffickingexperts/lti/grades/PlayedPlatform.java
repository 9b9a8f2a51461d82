package com.humantraffickingexperts.lti.grades;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

/** A platform with one course, told what to answer. */
final class PlayedPlatform implements AutoCloseable {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

	private final String id = "p" + NUMBER.incrementAndGet();

	PlayedPlatform() {
		this.server.start();
		this.server.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH))
			.willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
		takesScores();
		hasLineItems("[]");
	}

	Registration registration(PlatformFamily family) {
		return TestPlatformCalls.registration("http://localhost:" + this.server.port(), this.id, family);
	}

	/** The gradebook with a column of the link. */
	AgsEndpoint withColumn() {
		return TestCompletions.ags(url("/items/1?type_id=1"), url("/items?type_id=1"), AgsScope.SCORE,
				AgsScope.RESULT_READONLY, AgsScope.LINE_ITEM_READONLY);
	}

	/** The gradebook without a column of the link. */
	AgsEndpoint withoutColumn(String... scopes) {
		return TestCompletions.ags(null, url("/items?type_id=1"), scopes);
	}

	String url(String path) {
		return "http://localhost:" + this.server.port() + path;
	}

	void takesScores() {
		answersScores(aResponse().withStatus(200));
	}

	void answersScores(ResponseDefinitionBuilder answer) {
		this.server.stubFor(post(urlPathEqualTo("/items/1/scores")).willReturn(answer));
	}

	void answers(String path, ResponseDefinitionBuilder answer) {
		this.server.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
	}

	void givesTokens(ResponseDefinitionBuilder answer) {
		answers(TestPlatformCalls.TOKEN_PATH, answer);
	}

	void breaksConnections() {
		answersScores(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
	}

	void holdsResults(String json) {
		this.server.stubFor(get(urlPathEqualTo("/items/1/results")).willReturn(okJson(json)));
	}

	void hasLineItems(String json) {
		answersLineItems(okJson(json));
	}

	void answersLineItems(ResponseDefinitionBuilder answer) {
		this.server.stubFor(get(urlPathEqualTo("/items")).willReturn(answer));
	}

	void answersPage(String path, ResponseDefinitionBuilder answer) {
		this.server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
	}

	void answersCreation(ResponseDefinitionBuilder answer) {
		this.server.stubFor(post(urlPathEqualTo("/items")).willReturn(answer));
	}

	List<JsonNode> scores() {
		return scoresAt("/items/1/scores");
	}

	List<JsonNode> scoresAt(String path) {
		return this.server.findAll(postRequestedFor(urlPathEqualTo(path)))
			.stream()
			.map((request) -> JsonMapper.shared().readTree(request.getBody()))
			.toList();
	}

	List<LoggedRequest> searches() {
		return this.server.findAll(getRequestedFor(urlPathEqualTo("/items")));
	}

	List<LoggedRequest> creations() {
		return this.server.findAll(postRequestedFor(urlPathEqualTo("/items")));
	}

	/** Every request that was made, in order. */
	List<LoggedRequest> requests() {
		List<LoggedRequest> requests = new ArrayList<>(this.server.findAll(RequestPatternBuilder.allRequests()));
		requests.sort(Comparator.comparing(LoggedRequest::getLoggedDate));
		return requests;
	}

	List<LoggedRequest> tokenRequests() {
		return this.server.findAll(postRequestedFor(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH)));
	}

	/** Where scores arrive, whatever the column. */
	List<LoggedRequest> everyScore() {
		return this.server.findAll(postRequestedFor(urlPathMatching(".*/scores")));
	}

	void takesScoresEverywhere() {
		this.server.stubFor(post(urlPathMatching(".*/scores")).willReturn(aResponse().withStatus(200)));
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
