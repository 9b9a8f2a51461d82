package com.humantraffickingexperts.lti.grades;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.conformance.Case;
import com.humantraffickingexperts.lti.conformance.GradebookOfALaunchTests;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.claims.AgsEndpoint;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The cases of area {@code ags} about what is sent and what is answered. */
class AgsConformanceTests {

	private static final String PLACE = "https://lms-a.example";

	private static final String[] MAY_CREATE = { AgsScope.SCORE, AgsScope.LINE_ITEM, AgsScope.LINE_ITEM_READONLY };

	private static final JsonMapper JSON = JsonMapper.shared();

	private static TestDatabase database;

	private final Map<String, Consumer<Case>> scenarios = new HashMap<>();

	private final SteppedClock clock = new SteppedClock();

	private PlayedPlatform platform;

	private Registration registration;

	private GradesBench node;

	private TestCompletions completion;

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	AgsConformanceTests() {
		tokenRequests();
		tokens();
		withoutToken();
		addresses();
		payload();
		progress();
		people();
		refusals();
		troubles();
		columns();
		columnSearches();
		results();
	}

	static Stream<Case> cases() {
		return Case.of("ags").filter((played) -> !GradebookOfALaunchTests.ids().contains(played.id()));
	}

	@BeforeAll
	static void open() {
		database = TestDatabase.create(TestDatabase.Product.H2);
	}

	@AfterAll
	static void closeDatabase() {
		database.close();
	}

	@BeforeEach
	void begin() {
		this.platform = new PlayedPlatform();
		at(PlatformFamily.GENERIC);
		this.log.start();
		root().addAppender(this.log);
	}

	@AfterEach
	void end() {
		root().detachAppender(this.log);
		this.platform.close();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	private void at(PlatformFamily family) {
		this.registration = this.platform.registration(family);
		this.node = new GradesBench(database, this.clock, this.registration);
		this.completion = TestCompletions.of(this.registration, this.platform.withColumn());
	}

	@Test
	void everyScenarioBelongsToACase() {
		Set<String> played = cases().map(Case::id).collect(Collectors.toCollection(TreeSet::new));
		assertThat(new TreeSet<>(this.scenarios.keySet())).isEqualTo(played);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		assertThat(this.scenarios).as("a scenario for the case").containsKey(played.id());
		Objects.requireNonNull(this.scenarios.get(played.id())).accept(played);
	}

	private void tokenRequests() {
		this.scenarios.put("AGS-002", (played) -> {
			this.platform.givesTokens(answer(played));
			delivers();
			assertThat(form(tokenRequest()))
				.containsOnlyKeys("grant_type", "client_assertion_type", "client_assertion", "scope")
				.containsEntry("grant_type", "client_credentials")
				.containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
			assertThat(tokenRequest().getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
			assertThat(assertion(tokenRequest()).getHeader().getAlgorithm().getName()).isEqualTo("RS256");
			assertThat(assertion(tokenRequest()).getHeader().getKeyID()).isNotBlank();
		});
		this.scenarios.put("AGS-007", (played) -> {
			delivers();
			this.completion = this.completion.by("another");
			this.node = new GradesBench(database, this.clock, this.registration);
			delivers();
			Set<String> ids = new TreeSet<>();
			for (LoggedRequest request : this.platform.tokenRequests()) {
				JsonNode claims = claims(request);
				assertThat(claims.path("iss").stringValue()).isEqualTo(this.registration.clientId());
				assertThat(claims.path("sub").stringValue()).isEqualTo(this.registration.clientId());
				assertThat(claims.path("exp").longValue() - claims.path("iat").longValue()).isBetween(1L, 300L);
				ids.add(claims.path("jti").stringValue());
			}
			assertThat(ids).hasSize(2);
		});
		this.scenarios.put("AGS-009", (played) -> {
			delivers();
			assertThat(claims(tokenRequest()).path("aud").stringValue()).isEqualTo(this.registration.tokenAudience());
		});
		this.scenarios.put("AGS-011", (played) -> {
			this.completion = this.completion.at(TestCompletions.ags(this.platform.url("/items/1"), null,
					AgsScope.SCORE, "https://example.test/unknown"));
			delivers();
			assertThat(form(tokenRequest())).containsEntry("scope", AgsScope.SCORE);
		});
		this.scenarios.put("AGS-031", (played) -> {
			Registration r = this.registration;
			this.registration = new Registration(r.id(), r.name(), r.issuer(), r.clientId(), r.deploymentIds(),
					r.authorizationEndpoint(), URI.create(r.tokenEndpoint() + "?tenant=7"), r.tokenAudience(),
					r.jwksUri(), Set.of(), Set.of(), r.unknownDeployments(), false, true, r.family());
			this.node = new GradesBench(database, this.clock, this.registration);
			delivers();
			assertThat(tokenRequest().getUrl()).endsWith("?tenant=7");
			assertThat(claims(tokenRequest()).path("aud").stringValue()).isEqualTo(r.tokenAudience());
		});
		this.scenarios.put("AGS-033", (played) -> {
			delivers();
			assertThat(tokenRequest().containsHeader("Authorization")).isFalse();
			assertThat(tokenRequest().getBodyAsString()).doesNotContain("client_secret");
		});
		this.scenarios.put("AGS-148", (played) -> {
			this.platform.hasLineItems(
					"[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(this.platform.url("/items/1")));
			this.completion = this.completion.at(this.platform.withoutColumn(MAY_CREATE));
			delivers();
			assertThat(Objects.requireNonNull(form(tokenRequest()).get("scope")).split(" "))
				.containsExactlyInAnyOrder(AgsScope.LINE_ITEM, AgsScope.LINE_ITEM_READONLY);
		});
	}

	private void tokens() {
		Consumer<Case> taken = (played) -> {
			this.platform.givesTokens(answer(played));
			delivers();
			assertThat(this.platform.everyScore().getFirst().getHeader("Authorization")).isEqualTo("Bearer t");
		};
		this.scenarios.put("AGS-013", taken);
		this.scenarios.put("AGS-024", taken);
		this.scenarios.put("AGS-014", (played) -> {
			for (String type : List.of("Bearer", "bearer", "BEARER")) {
				this.completion = this.completion.by(type);
				this.node = new GradesBench(database, this.clock, this.registration);
				this.platform.givesTokens(okJson("{\"access_token\":\"t\",\"token_type\":\"%s\"}".formatted(type)));
				delivers();
			}
			assertThat(this.platform.everyScore()).hasSize(3)
				.allMatch((score) -> score.getHeader("Authorization").equals("Bearer t"));
		});
		this.scenarios.put("AGS-015", (played) -> {
			for (String type : List.of("mac", "DPoP")) {
				this.platform.givesTokens(okJson("{\"access_token\":\"t\",\"token_type\":\"%s\"}".formatted(type)));
				tries();
				assertThat(reason()).isEqualTo(DeliveryReason.TOOL_NOT_RECOGNISED);
				this.completion = this.completion.by(type);
				this.node = new GradesBench(database, this.clock, this.registration);
			}
			assertThat(this.platform.everyScore()).isEmpty();
			this.clock.advance(Duration.ofMinutes(1));
			this.platform.givesTokens(okJson("{\"access_token\":\"t\"}"));
			delivers();
		});
		this.scenarios.put("AGS-017", (played) -> {
			delivers();
			this.clock.advance(Duration.ofSeconds(3539));
			this.completion = this.completion.by("6");
			delivers();
			assertThat(this.platform.tokenRequests()).hasSize(1);
			this.clock.advance(Duration.ofSeconds(1));
			this.completion = this.completion.by("7");
			delivers();
			assertThat(this.platform.tokenRequests()).hasSize(2);
		});
		this.scenarios.put("AGS-018", (played) -> {
			Registration other = new PlayedElsewhere(this.platform).registration();
			this.node = new GradesBench(database, this.clock, this.registration, other);
			delivers();
			this.completion = TestCompletions.of(other, this.platform.withColumn());
			delivers();
			assertThat(
					this.platform.tokenRequests().stream().map((request) -> claims(request).path("iss").stringValue()))
				.containsExactly(this.registration.clientId(), other.clientId());
			this.completion = TestCompletions.of(this.registration, this.platform.withoutColumn(MAY_CREATE)).in("new");
			tries();
			assertThat(this.platform.tokenRequests()
				.stream()
				.map((request) -> claims(request).path("iss").stringValue() + " " + form(request).get("scope")))
				.as("one token for each client and scope set")
				.doesNotHaveDuplicates()
				.hasSize(4);
		});
		this.scenarios.put("AGS-027", (played) -> {
			this.platform.givesTokens(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}")
				.withFixedDelay(200));
			int parallel = played.given().path("parallel").intValue();
			IntStream.range(0, parallel).forEach((number) -> this.node.completes(this.completion.by("s" + number)));
			this.node.runsWhatIsDue();
			assertThat(this.platform.everyScore()).hasSize(parallel);
			assertThat(this.platform.tokenRequests()).hasSize(1);
		});
		this.scenarios.put("AGS-030", (played) -> {
			Logger ours = (Logger) LoggerFactory.getLogger("com.humantraffickingexperts");
			Level before = ours.getLevel();
			ours.setLevel(Level.TRACE);
			try {
				this.platform.givesTokens(okJson("{\"access_token\":\"hush-hush\",\"token_type\":\"Bearer\"}"));
				this.platform.answersScores(aResponse().withStatus(403));
				tries();
			}
			finally {
				ours.setLevel(before);
			}
			String assertion = form(tokenRequest()).get("client_assertion");
			assertThat(this.log.list).isNotEmpty();
			assertThat(this.log.list.stream().map(ILoggingEvent::getFormattedMessage))
				.noneMatch((line) -> line.contains("hush-hush") || line.contains(assertion) || line.contains("Bearer ")
						|| line.contains("client_assertion"));
		});
	}

	private void withoutToken() {
		this.scenarios.put("AGS-021", (played) -> {
			for (String error : List.of("invalid_client", "unauthorized_client")) {
				for (int status : new int[] { 400, 401, 403 }) {
					Registration other = new PlayedElsewhere(this.platform).registration(error.length() + "x" + status);
					this.completion = TestCompletions.of(other, this.platform.withColumn());
					this.node = new GradesBench(database, this.clock, other);
					int before = this.platform.tokenRequests().size();
					this.platform.givesTokens(aResponse().withStatus(status)
						.withBody("{\"error\":\"%s\",\"error_description\":\"x\"}".formatted(error)));
					tries();
					assertThat(reason()).isEqualTo(DeliveryReason.TOOL_NOT_RECOGNISED);
					this.node.passes(Duration.ofSeconds(2));
					assertThat(this.platform.tokenRequests()).hasSize(before + 1);
					this.clock.advance(Duration.ofHours(1));
				}
			}
			assertThat(this.log.list.stream().map(ILoggingEvent::getFormattedMessage))
				.anyMatch((line) -> line.contains("invalid_client"));
			at(PlatformFamily.GENERIC);
			this.platform.givesTokens(answer(played));
			tries();
			assertThat(reason()).isEqualTo(DeliveryReason.NOT_ALLOWED);
			assertThat(this.platform.everyScore()).isEmpty();
		});
		this.scenarios.put("AGS-022", (played) -> {
			this.platform.givesTokens(answer(played));
			tries();
			assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_FAILED);
			this.node.passes(Duration.ofSeconds(29));
			assertThat(this.platform.tokenRequests()).hasSize(1);
			this.platform.givesTokens(okJson("{\"access_token\":\"t\"}"));
			this.node.passes(Duration.ofSeconds(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		});
		this.scenarios.put("AGS-026", (played) -> {
			for (int status : new int[] { 302, 307 }) {
				this.completion = this.completion.by("s" + status);
				this.node = new GradesBench(database, this.clock, this.registration);
				this.platform.givesTokens(
						aResponse().withStatus(status).withHeader("Location", this.platform.url("/elsewhere")));
				tries();
				assertThat(state()).isNotEqualTo(DeliveryState.SENT);
			}
			assertThat(this.platform.requests()).noneMatch((request) -> request.getUrl().startsWith("/elsewhere"));
		});
	}

	private void addresses() {
		Consumer<Case> scoresUrl = (played) -> {
			URI lineItem = URI.create(played.given().path("in").stringValue());
			String expected = played.given().path("out").stringValue();
			assertThat(ServiceAddress.scores(lineItem)).hasToString(expected);
			assertThat(ServiceAddress.results(lineItem)).hasToString(expected.replace("/scores", "/results"));
		};
		this.scenarios.put("AGS-037", (played) -> {
			this.completion = this.completion
				.at(TestCompletions.ags(this.platform.url("/items/1"), null, AgsScope.SCORE));
			delivers();
			assertThat(this.platform.requests()).as("a token and a score").hasSize(2);
		});
		this.scenarios.put("AGS-043", scoresUrl);
		this.scenarios.put("AGS-044", scoresUrl);
		this.scenarios.put("AGS-045", scoresUrl);
		this.scenarios.put("AGS-047", (played) -> {
			this.platform.takesScoresEverywhere();
			this.platform.answers("/old/1/scores", aResponse().withStatus(503));
			this.completion = this.completion
				.at(TestCompletions.ags(this.platform.url("/old/1"), null, AgsScope.SCORE));
			tries();
			this.node
				.completes(this.completion.at(TestCompletions.ags(this.platform.url("/new/1"), null, AgsScope.SCORE)));
			this.node.passes(Duration.ofMinutes(1));
			assertThat(this.platform.scoresAt("/new/1/scores")).hasSize(1);
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		});
		this.scenarios.put("AGS-057", (played) -> {
			this.platform
				.answersScores(aResponse().withStatus(played.given().path("responses").get(0).path("status").intValue())
					.withHeader("Location", this.platform.url("/collect")));
			tries();
			assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			assertThat(this.platform.requests()).noneMatch((request) -> request.getUrl().startsWith("/collect"));
		});
		this.scenarios.put("AGS-058", (played) -> {
			for (int status : new int[] { 301, 308 }) {
				this.platform.answersLineItems(
						aResponse().withStatus(status).withHeader("Location", this.platform.url("/moved/items")));
				this.platform.answersPage("/moved/items", okJson("[{\"id\":\"%s\",\"resourceLinkId\":\"link-%d\"}]"
					.formatted(this.platform.url("/items/1"), status)));
				this.completion = TestCompletions.of(this.registration, this.platform.withoutColumn(MAY_CREATE))
					.in("link-" + status);
				delivers();
				this.platform.answersLineItems(
						aResponse().withStatus(status).withHeader("Location", "https://evil.example/items"));
				this.completion = this.completion.in("elsewhere-" + status);
				tries();
				assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			}
			assertThat(this.platform.creations()).isEmpty();
		});
	}

	private void payload() {
		this.scenarios.put("AGS-004", (played) -> {
			delivers();
			LoggedRequest sent = this.platform.everyScore().getFirst();
			JsonNode body = JSON.readTree(sent.getBody());
			assertThat(sent.header("Content-Type").values()).containsExactly("application/vnd.ims.lis.v1.score+json");
			assertThat(sent.getBodyAsString()).doesNotContain("\n", ": ", ", ");
			assertThat(body.path("userId").stringValue()).isEqualTo(this.completion.subject());
			assertThat(body.path("timestamp").stringValue())
				.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
			assertThat(body.path("activityProgress").stringValue()).isEqualTo("Completed");
			assertThat(body.path("gradingProgress").stringValue()).isEqualTo("FullyGraded");
		});
		this.scenarios.put("AGS-061", (played) -> {
			JsonNode given = played.given();
			if (given.has("instant")) {
				String text = ScoreTimestamp.text(Instant.parse(given.path("instant").stringValue()));
				assertThat(text).isEqualTo(given.path("out").stringValue())
					.matches(given.path("matches").stringValue());
			}
			else {
				assertThat(given.path("invalid").stringValue()).doesNotMatch(given.path("matches").stringValue());
				assertThat(ScoreTimestamp.text(Instant.EPOCH)).matches(given.path("matches").stringValue());
			}
		});
		// Points know both numbers, so neither can be missing.
		this.scenarios.put("AGS-067", (played) -> {
			assertThat(body(score("5", null))).containsKeys("scoreGiven", "scoreMaximum");
			assertThatIllegalArgumentException().isThrownBy(() -> points("5", "0"));
		});
		this.scenarios.put("AGS-068", (played) -> {
			assertThatIllegalArgumentException().isThrownBy(() -> points("0", "0"));
			assertThatIllegalArgumentException().isThrownBy(() -> points("0", "-1"));
		});
		this.scenarios.put("AGS-072", (played) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> new Score("", points("1", "1"), null, this.clock.instant(), this.clock.instant())));
		// The tool says when a module was submitted and never when it was started.
		this.scenarios.put("AGS-075", (played) -> {
			for (PlatformFamily family : PlatformFamily.values()) {
				assertThat(text(score("5", null), family)).doesNotContain("startedAt");
			}
		});
		this.scenarios.put("AGS-076", (played) -> {
			this.completion = this.completion.with("0");
			delivers();
			JsonNode body = this.platform.scores().getFirst();
			assertThat(body.path("scoreGiven").isNumber()).isTrue();
			assertThat(body.path("scoreGiven").intValue()).isZero();
			assertThat(body.path("scoreMaximum").intValue()).isEqualTo(10);
		});
		this.scenarios.put("AGS-089", (played) -> {
			String comment = played.given().path("set").path("comment").stringValue();
			assertThat(body(score("5", comment))).containsEntry("comment", comment);
			delivers();
			this.clock.advance(Duration.ofMinutes(1));
			this.completion = this.completion.with("9");
			delivers();
			assertThat(this.platform.scores()).hasSize(2)
				.allMatch((sent) -> sent.path("comment").stringValue().equals("Module version 1.2.0"));
		});
		this.scenarios.put("AGS-091", (played) -> {
			String key = "https://canvas.instructure.com/lti/submission";
			for (PlatformFamily family : PlatformFamily.values()) {
				JsonNode body = JSON.readTree(text(score("5", null), family));
				assertThat(body.has(key)).isEqualTo(family == PlatformFamily.CANVAS);
				assertThat(body.propertyNames())
					.allMatch((name) -> name.matches("[a-zA-Z]+") || name.startsWith("https://"));
			}
			JsonNode canvas = JSON.readTree(text(score("5", null), PlatformFamily.CANVAS));
			assertThat(canvas.path(key).path("new_submission").booleanValue(true)).isFalse();
			assertThat(canvas.path(key).path("submitted_at").stringValue())
				.isEqualTo(canvas.path("submission").path("submittedAt").stringValue());
		});
		this.scenarios.put("AGS-094", (played) -> {
			for (String subject : List.of("5", "a7F/Ü ", "0005", "student@example.org")) {
				this.completion = this.completion.by(subject);
				delivers();
			}
			assertThat(this.platform.scores().stream().map((sent) -> sent.path("userId").stringValue()))
				.containsExactly("5", "a7F/Ü ", "0005", "student@example.org");
		});
		this.scenarios.put("AGS-095", (played) -> {
			this.completion = new TestCompletions(this.registration, "5", "link-1", Standing.LEARNER, false,
					this.platform.withColumn(), "spot-the-signs", "1", "3");
			delivers();
			assertThat(this.platform.scores().getFirst().path("scoreGiven").intValue()).isEqualTo(1);
			assertThat(this.platform.scores().getFirst().path("scoreMaximum").intValue()).isEqualTo(3);
		});
	}

	/**
	 * The combinations are legitimate, and the tool says only the one that every platform
	 * records (AGS-085): each of the others takes a grade back somewhere, and there is
	 * nothing to say before a module is completed.
	 */
	private void progress() {
		for (String id : List.of("AGS-078", "AGS-079", "AGS-081", "AGS-082", "AGS-083", "AGS-084", "AGS-085",
				"AGS-086")) {
			this.scenarios.put(id, (played) -> {
				JsonNode set = played.given().path("set");
				boolean ours = id.equals("AGS-085");
				for (PlatformFamily family : PlatformFamily.values()) {
					JsonNode body = JSON.readTree(text(score("5", null), family));
					assertThat(body.path("activityProgress").equals(set.path("activityProgress"))
							&& body.path("gradingProgress").equals(set.path("gradingProgress")))
						.isEqualTo(ours);
				}
				assertThat(ActivityProgress.values()).hasSize(1);
				assertThat(GradingProgress.values()).hasSize(1);
			});
		}
		this.scenarios.put("AGS-073", (played) -> {
			JsonNode wrong = played.given().path("activityProgress");
			assertThat(ActivityProgress.values())
				.noneMatch((progress) -> wrong.isString() && progress.word().equals(wrong.stringValue()));
			assertThat(body(score("5", null))).containsEntry("activityProgress", "Completed")
				.containsEntry("gradingProgress", "FullyGraded");
		});
	}

	private void people() {
		this.scenarios.put("AGS-096", (played) -> owesNothing(this.completion.as(Standing.LEARNER, true)));
		this.scenarios.put("AGS-097", (played) -> owesNothing(this.completion.as(Standing.INSTRUCTOR, false)));
		this.scenarios.put("AGS-098", (played) -> owesNothing(this.completion.by(null)));
		this.scenarios.put("AGS-063", (played) -> {
			delivers();
			this.clock.advance(Duration.ofMillis(100));
			this.completion = this.completion.with("9");
			this.node.completes(this.completion);
			this.node.runsWhatIsDue();
			assertThat(this.platform.scores()).as("not within the same second").hasSize(1);
			this.platform.answersScores(aResponse().withStatus(409));
			this.node.passes(Duration.ofSeconds(1));
			assertThat(reason()).isEqualTo(DeliveryReason.LATER_GRADE_HELD);
			this.platform.takesScores();
			this.node.passes(Duration.ofMinutes(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(this.platform.scores()
				.stream()
				.map((sent) -> sent.path("timestamp").stringValue().substring(0, 19))).doesNotHaveDuplicates()
				.isSorted();
		});
		this.scenarios.put("AGS-064", (played) -> {
			this.completion = this.completion
				.at(TestCompletions.ags(this.platform.url("/items/1"), null, AgsScope.SCORE));
			this.platform.breaksConnections();
			tries();
			this.platform.answersScores(aResponse().withStatus(409));
			this.node.passes(Duration.ofSeconds(5));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(this.platform.scores()).hasSize(2);
			assertThat(this.platform.scores().get(1)).isEqualTo(this.platform.scores().get(0));
		});
		this.scenarios.put("AGS-065", (played) -> {
			this.platform.breaksConnections();
			this.completion = this.completion.with("5");
			tries();
			this.platform.takesScores();
			this.clock.advance(Duration.ofSeconds(2));
			this.completion = this.completion.with("8");
			delivers();
			this.node.passes(Duration.ofHours(2));
			assertThat(this.platform.scores().stream().map((sent) -> sent.path("scoreGiven").asString()))
				.containsExactly("5", "8");
		});
	}

	private void refusals() {
		this.scenarios.put("AGS-103", (played) -> refusedOnce(played, DeliveryReason.NOT_ALLOWED));
		this.scenarios.put("AGS-104", (played) -> {
			refusedOnce(played, DeliveryReason.COLUMN_GONE);
			assertThat(this.platform.searches()).as("another column of the link is looked for").isNotEmpty();
		});
		this.scenarios.put("AGS-105", (played) -> refusedOnce(played, DeliveryReason.NOT_ACCEPTED));
		this.scenarios.put("AGS-108", (played) -> refusedOnce(played, DeliveryReason.NOT_ACCEPTED));
		this.scenarios.put("AGS-109", (played) -> refusedOnce(played, DeliveryReason.NOT_ACCEPTED));
		this.scenarios.put("AGS-107", (played) -> {
			this.platform.answersScores(answer(played));
			this.platform.holdsResults("[{\"userId\":\"5\",\"resultScore\":7,\"resultMaximum\":10}]");
			delivers();
			assertThat(this.platform.everyScore()).hasSize(1);
		});
		this.scenarios.put("AGS-145", (played) -> {
			refusedOnce(played, DeliveryReason.NOT_ACCEPTED);
			assertThat(this.log.list.stream().map(ILoggingEvent::getFormattedMessage))
				.noneMatch((line) -> line.contains("alert("));
		});
		this.scenarios.put("AGS-152", (played) -> {
			at(PlatformFamily.BRIGHTSPACE);
			refusedOnce(played, DeliveryReason.NOT_GRADABLE);
			assertThat(this.platform.creations()).isEmpty();
			this.platform.answersScores(aResponse().withStatus(404).withBody("User in requested score does not exist"));
			this.completion = this.completion.by("6");
			tries();
			assertThat(reason()).isEqualTo(DeliveryReason.NOT_GRADABLE);
			at(PlatformFamily.BLACKBOARD);
			this.platform.answersScores(aResponse().withStatus(400).withBody("User could not be found:"));
			this.completion = this.completion.by("7");
			tries();
			assertThat(reason()).isEqualTo(DeliveryReason.NOT_GRADABLE);
		});
	}

	private void troubles() {
		Consumer<Case> passing = (played) -> {
			this.platform.answersScores(answer(played));
			tries();
			assertThat(state()).isEqualTo(DeliveryState.RETRYING);
			this.platform.takesScores();
			this.node.passes(Duration.ofMinutes(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(this.platform.scores()).hasSize(2);
			assertThat(this.platform.scores().get(1)).as("exactly as before").isEqualTo(this.platform.scores().get(0));
		};
		this.scenarios.put("AGS-112", passing);
		this.scenarios.put("AGS-114", passing);
		this.scenarios.put("AGS-115", (played) -> {
			for (Fault fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE,
					Fault.RANDOM_DATA_THEN_CLOSE)) {
				this.completion = this.completion.by(fault.name());
				this.platform.answersScores(aResponse().withFault(fault));
				int before = this.platform.requests().size();
				this.node.completes(this.completion);
				assertThat(this.platform.requests()).as("the learner does not wait").hasSize(before);
				this.node.runsWhatIsDue();
				assertThat(reason()).isEqualTo(DeliveryReason.PLATFORM_UNREACHABLE);
				this.platform.takesScores();
				this.node.passes(Duration.ofMinutes(1));
				assertThat(state()).isEqualTo(DeliveryState.SENT);
			}
		});
		this.scenarios.put("AGS-143", (played) -> {
			int many = played.given().path("n").intValue();
			this.platform.answersScores(aResponse().withStatus(403));
			IntStream.range(0, many).forEach((number) -> this.node.completes(this.completion.by("s" + number)));
			this.node.runsWhatIsDue();
			assertThat(this.node.ledger.counts(this.registration.id()).of(DeliveryState.REFUSED)).isEqualTo(many);
			this.platform.answersScores(aResponse().withStatus(429).withHeader("Retry-After", "60"));
			this.clock.advance(Duration.ofMinutes(1));
			int before = this.platform.everyScore().size();
			assertThat(this.node.ledger.resend(this.registration.id())).isEqualTo(many);
			this.node.runsWhatIsDue();
			assertThat(this.platform.everyScore().size() - before).as("calls until it stops").isBetween(1, 16);
			this.platform.takesScores();
			this.node.passes(Duration.ofSeconds(59));
			this.node.passes(Duration.ofSeconds(1));
			this.node.passes(Duration.ofMinutes(1));
			assertThat(this.node.ledger.counts(this.registration.id()).of(DeliveryState.SENT)).isEqualTo(many);
		});
		this.scenarios.put("AGS-144", (played) -> {
			this.platform.answersScores(answer(played));
			tries();
			this.node.passes(Duration.ofDays(31));
			assertThat(state()).isEqualTo(DeliveryState.REFUSED);
			assertThat(reason()).isEqualTo(DeliveryReason.TRIED_TOO_LONG);
			assertThat(this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.REFUSED, 0))
				.anyMatch((grade) -> grade.attempt().equals(this.completion.attempt()));
			this.platform.takesScores();
			assertThat(this.node.ledger.resend(this.registration.id(), this.completion.score())).isTrue();
			this.node.runsWhatIsDue();
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		});
	}

	private void columns() {
		this.scenarios.put("AGS-003", (played) -> {
			withoutColumn();
			this.platform.answersCreation(answer(played));
			this.platform.takesScoresEverywhere();
			delivers();
			LoggedRequest creation = this.platform.creations().getFirst();
			JsonNode body = JSON.readTree(creation.getBody());
			assertThat(creation.header("Content-Type").values())
				.containsExactly("application/vnd.ims.lis.v2.lineitem+json");
			assertThat(body.path("label").stringValue()).isNotBlank();
			assertThat(body.path("scoreMaximum").decimalValue()).isPositive();
			assertThat(this.platform.everyScore().getFirst().getUrl()).isEqualTo("/ags/7/lineitems/1/scores");
		});
		this.scenarios.put("AGS-118", (played) -> {
			withoutColumn();
			this.platform.answersCreation(aResponse().withStatus(201)
				.withBody("{\"id\":\"%s\"}".formatted(this.platform.url("/items/1")))
				.withFixedDelay(100));
			int many = played.given().path("parallel").intValue();
			IntStream.range(0, many).forEach((number) -> this.node.completes(this.completion.by("s" + number)));
			IntStream.range(0, 5).forEach((step) -> this.node.passes(ScorePublisher.SHORTLY));
			assertThat(this.platform.creations()).hasSize(1);
			assertThat(this.platform.scores()).hasSize(many);
		});
		this.scenarios.put("AGS-120", (played) -> {
			withoutColumn();
			this.platform.answersCreation(answer(played));
			this.platform.takesScoresEverywhere();
			delivers();
			assertThat(this.platform.scoresAt("/l/1/scores").getFirst().path("scoreMaximum").intValue()).isEqualTo(10);
		});
		this.scenarios.put("AGS-121", (played) -> {
			for (String body : List.of("{\"label\":\"Quiz\"}", "{\"id\":\"l/1\"}",
					"{\"id\":\"https://evil.example/l\"}", "<html>")) {
				this.completion = TestCompletions.of(this.registration, this.platform.withoutColumn(MAY_CREATE))
					.in(body);
				this.platform.answersCreation(aResponse().withStatus(201).withBody(body));
				tries();
				assertThat(state()).isNotEqualTo(DeliveryState.SENT);
				int creations = this.platform.creations().size();
				this.platform.hasLineItems("[{\"id\":\"%s\",\"resourceId\":\"%s\"}]".formatted(
						this.platform.url("/items/1"), this.node.owed(this.completion).gradebook().link().value()));
				this.node.passes(Duration.ofMinutes(1));
				assertThat(state()).isEqualTo(DeliveryState.SENT);
				assertThat(this.platform.creations()).as("nothing is created again").hasSize(creations);
				this.platform.hasLineItems("[]");
			}
		});
		this.scenarios.put("AGS-122", (played) -> {
			withoutColumn();
			this.platform.answersCreation(aResponse().withStatus(201).withFixedDelay(4500));
			tries();
			this.platform.hasLineItems(
					"[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(this.platform.url("/items/1")));
			this.node.passes(Duration.ofMinutes(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
			assertThat(this.platform.creations()).hasSize(1);
		});
		this.scenarios.put("AGS-128", (played) -> {
			delivers();
			withoutColumn();
			this.completion = this.completion.by("another");
			this.platform.answersCreation(
					aResponse().withStatus(201).withBody("{\"id\":\"%s\"}".formatted(this.platform.url("/items/1"))));
			delivers();
			assertThat(this.platform.requests()).as("columns are found and made, never changed")
				.allMatch((request) -> Set.of("GET", "POST").contains(request.getMethod().getName()));
		});
		this.scenarios.put("AGS-130", (played) -> {
			this.completion = this.completion.at(this.platform.withoutColumn(AgsScope.SCORE));
			tries();
			assertThat(reason()).isEqualTo(DeliveryReason.NO_COLUMN);
			assertThat(this.platform.requests()).isEmpty();
		});
		this.scenarios.put("AGS-131", (played) -> {
			Gradebook gradebook = gradebook();
			assertThatIllegalArgumentException().isThrownBy(() -> LineItem.creation(gradebook, "m", BigDecimal.ZERO));
			Gradebook blank = new Gradebook(gradebook.registration(), "1", gradebook.family(), gradebook.link(),
					"link-1", " ", gradebook.scopes(), null, gradebook.lineItems());
			assertThatIllegalArgumentException().isThrownBy(() -> LineItem.creation(blank, "m", BigDecimal.TEN));
		});
		this.scenarios.put("AGS-151", (played) -> {
			withoutColumn();
			this.platform.answersCreation(answer(played));
			tries();
			this.platform.hasLineItems(
					"[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\"}]".formatted(this.platform.url("/items/1")));
			this.node.passes(Duration.ofMinutes(1));
			assertThat(state()).isEqualTo(DeliveryState.SENT);
		});
		this.scenarios.put("AGS-154", (played) -> {
			Gradebook gradebook = gradebook();
			assertThatIllegalArgumentException().isThrownBy(() -> new Gradebook(gradebook.registration(), "1",
					gradebook.family(), gradebook.link(), "", "x", gradebook.scopes(), null, gradebook.lineItems()));
		});
	}

	private void columnSearches() {
		this.scenarios.put("AGS-006", (played) -> {
			withoutColumn();
			this.platform.answersLineItems(answer(played));
			tries();
			assertThat(this.platform.searches()).isNotEmpty()
				.allMatch((search) -> search.header("Accept")
					.values()
					.equals(List.of("application/vnd.ims.lis.v2.lineitemcontainer+json")));
		});
		this.scenarios.put("AGS-117", (played) -> {
			withoutColumn();
			this.completion = this.completion.in("rl1");
			this.platform.answersLineItems(answer(played));
			this.platform.takesScoresEverywhere();
			delivers();
			assertThat(this.platform.scoresAt("/l/9/scores")).hasSize(1);
			assertThat(this.platform.searches().getFirst().getUrl()).contains("resource_link_id=rl1");
			assertThat(this.platform.creations()).isEmpty();
			this.completion = this.completion.in("rl2");
			tries();
			assertThat(this.platform.scoresAt("/l/9/scores")).as("the filter was ignored").hasSize(1);
		});
		this.scenarios.put("AGS-123", (played) -> {
			withoutColumn();
			this.platform.answersLineItems(answer(played));
			tries();
			assertThat(this.platform.creations()).hasSize(1);
			for (String body : List.of("{}", "null", "\"\"", "<html>", "")) {
				this.completion = this.completion.in("link of " + body);
				this.platform.hasLineItems(body);
				tries();
			}
			assertThat(this.platform.creations()).hasSize(1);
		});
		this.scenarios.put("AGS-125", (played) -> {
			withoutColumn();
			this.platform.answersLineItems(okJson("[]").withHeader("Link", "</items>; rel=\"next\""));
			tries();
			this.platform.answersLineItems(okJson("[]").withHeader("Link", "</b>; rel=\"next\""));
			this.platform.answersPage("/b", okJson("[]").withHeader("Link", "</items>; rel=\"next\""));
			this.completion = this.completion.in("loop");
			tries();
			assertThat(state()).isEqualTo(DeliveryState.RETRYING);
			assertThat(this.platform.creations()).isEmpty();
		});
		this.scenarios.put("AGS-133", (played) -> {
			withoutColumn();
			this.platform.answersLineItems(answer(played));
			tries();
			assertThat(this.platform.everyScore()).as("a column of nobody is not ours").isEmpty();
		});
		this.scenarios.put("AGS-136", (played) -> {
			withoutColumn();
			tries();
			this.platform.takesScoresEverywhere();
			this.platform.hasLineItems("""
					[{"id":"%s","resourceLinkId":"link-1","tag":"progress"},
					 {"id":"%s","resourceLinkId":"link-1","tag":"spot-the-signs","resourceId":"%s"}]"""
				.formatted(this.platform.url("/l/1"), this.platform.url("/l/2"), gradebook().link().value()));
			this.node.ledger.resend(this.registration.id());
			this.node.passes(Duration.ofMinutes(1));
			assertThat(this.platform.scoresAt("/l/2/scores")).hasSize(1);
			assertThat(this.platform.scoresAt("/l/1/scores")).isEmpty();
		});
		this.scenarios.put("AGS-142", (played) -> {
			withoutColumn();
			this.platform.hasLineItems("[{\"id\":\"%s\",\"resourceLinkId\":\"link-1\",\"scoreMaximum\":20}]"
				.formatted(this.platform.url("/items/1")));
			delivers();
			assertThat(this.platform.scores().getFirst().path("scoreMaximum").intValue()).isEqualTo(10);
		});
		this.scenarios.put("AGS-150", (played) -> {
			withoutColumn();
			this.platform.answersLineItems(okJson("[]").withHeader("Link", "</p1>; rel=\"next\""));
			IntStream.range(1, 40)
				.forEach((page) -> this.platform.answersPage("/p" + page,
						okJson("[{\"id\":\"%s\",\"label\":\"other\"}]".formatted(this.platform.url("/l/x")))
							.withHeader("Link", "</p%d>; rel=\"next\"".formatted(page + 1))));
			tries();
			assertThat(state()).isEqualTo(DeliveryState.RETRYING);
			assertThat(this.platform.creations()).isEmpty();
		});
	}

	private void results() {
		this.scenarios.put("AGS-005", (played) -> {
			this.platform.answersScores(aResponse().withStatus(409));
			this.platform.holdsResults("[]");
			tries();
			assertThat(this.platform.requests())
				.filteredOn((request) -> request.getUrl().startsWith("/items/1/results"))
				.isNotEmpty()
				.allMatch((request) -> request.header("Accept")
					.values()
					.equals(List.of("application/vnd.ims.lis.v2.resultcontainer+json")));
		});
		this.scenarios.put("AGS-138", (played) -> {
			String body = JSON.writeValueAsString(played.given().path("responses").get(0).path("body"));
			assertThat(holds(body, "u1", "0", "1")).contains(false);
			assertThat(holds("[{\"userId\":\"u1\",\"resultScore\":0.5,\"comment\":null}]", "u1", "5", "10"))
				.contains(true);
		});
		this.scenarios.put("AGS-140", (played) -> {
			this.platform.answersScores(aResponse().withStatus(409));
			this.platform.answersPage("/items/1/results", okJson("[{\"userId\":\"nobody\",\"resultScore\":1,\"x\":{}}]")
				.withHeader("Link", "</more?p=2>; rel=next"));
			this.platform.answersPage("/more", okJson("[{\"userId\":\"5\",\"resultScore\":7,\"resultMaximum\":10}]"));
			delivers();
			this.platform.answersPage("/more", okJson("[]").withHeader("Link", "</more?p=2>; rel=next"));
			this.completion = this.completion.by("6");
			tries();
			assertThat(reason()).as("a loop tells nothing").isEqualTo(DeliveryReason.LATER_GRADE_HELD);
		});
		this.scenarios.put("AGS-149", (played) -> {
			String body = JSON.writeValueAsString(played.given().path("responses").get(0).path("body"));
			assertThat(holds(body, "u1", "5", "10")).contains(true);
			assertThat(holds(body, "u1", "10", "10")).contains(false);
		});
	}

	/** A registration of another client at the same platform. */
	private record PlayedElsewhere(PlayedPlatform platform) {

		Registration registration() {
			return registration("other");
		}

		Registration registration(String name) {
			Registration r = this.platform.registration(PlatformFamily.GENERIC);
			return TestPlatformCalls.registration(r.issuer(), r.id().value() + name, PlatformFamily.GENERIC);
		}

	}

	private static Optional<Boolean> holds(String body, String subject, String given, String maximum) {
		return Results.holds(body.getBytes(StandardCharsets.UTF_8), subject, points(given, maximum));
	}

	private void withoutColumn() {
		AgsEndpoint endpoint = this.platform.withoutColumn(MAY_CREATE);
		this.completion = this.completion.at(endpoint);
	}

	private Gradebook gradebook() {
		withoutColumn();
		return Objects
			.requireNonNull(Gradebook.of(this.completion.event(this.clock.instant()).launch(), "spot-the-signs"));
	}

	private void refusedOnce(Case played, DeliveryReason reason) {
		this.platform.answersScores(answer(played));
		tries();
		assertThat(state()).isEqualTo(DeliveryState.REFUSED);
		assertThat(reason()).isEqualTo(reason);
		int sent = this.platform.everyScore().size();
		this.node.passes(Duration.ofDays(1));
		assertThat(this.platform.everyScore()).hasSize(sent);
		assertThat(this.node.ledger.find(this.registration.id(), GradeLedger.LedgerFilter.REFUSED, 0))
			.anyMatch((grade) -> grade.attempt().equals(this.completion.attempt()));
	}

	private void owesNothing(TestCompletions nobody) {
		this.node.completes(nobody);
		this.node.runsWhatIsDue();
		assertThat(this.node.ledger.counts(this.registration.id()).all()).isZero();
		assertThat(this.platform.requests()).isEmpty();
	}

	private void tries() {
		this.node.completes(this.completion);
		this.node.runsWhatIsDue();
	}

	private void delivers() {
		tries();
		assertThat(state()).isEqualTo(DeliveryState.SENT);
	}

	private DeliveryState state() {
		return this.node.status(this.completion).state();
	}

	private DeliveryReason reason() {
		return Objects.requireNonNull(this.node.status(this.completion).reason());
	}

	/** The first answer of a case, with addresses at the played platform. */
	private ResponseDefinitionBuilder answer(Case played) {
		JsonNode answer = played.given().path("responses").get(0);
		ResponseDefinitionBuilder response = aResponse().withStatus(answer.path("status").intValue());
		answer.path("headers")
			.properties()
			.forEach((header) -> response.withHeader(header.getKey(), header.getValue().stringValue()));
		JsonNode body = answer.path("body");
		if (body.isMissingNode()) {
			return response;
		}
		String text = body.isString() ? body.stringValue() : JSON.writeValueAsString(body);
		return response.withBody(text.replace(PLACE, this.platform.url("")));
	}

	private LoggedRequest tokenRequest() {
		return this.platform.tokenRequests().getFirst();
	}

	private static Map<String, String> form(LoggedRequest request) {
		return Arrays.stream(request.getBodyAsString().split("&"))
			.map((field) -> field.split("=", 2))
			.collect(Collectors.toMap((field) -> field[0],
					(field) -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
	}

	private static SignedJWT assertion(LoggedRequest request) {
		try {
			return SignedJWT.parse(form(request).get("client_assertion"));
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private static JsonNode claims(LoggedRequest request) {
		return JSON.readTree(assertion(request).getPayload().toString());
	}

	private static Points points(String given, String maximum) {
		return new Points(new BigDecimal(given), new BigDecimal(maximum));
	}

	private Score score(String given, @Nullable String comment) {
		return new Score("5", points(given, "10"), comment, this.clock.instant(), this.clock.instant());
	}

	private static String text(Score score, PlatformFamily family) {
		return new String(score.body(ScoreDialects.of(family)), StandardCharsets.UTF_8);
	}

	private static Map<String, String> body(Score score) {
		Map<String, String> members = new HashMap<>();
		JSON.readTree(text(score, PlatformFamily.GENERIC))
			.properties()
			.forEach((member) -> members.put(member.getKey(), member.getValue().asString()));
		return members;
	}

}
