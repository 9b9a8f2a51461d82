package com.humantraffickingexperts.lti.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
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

import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.claims.ClaimFault;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessage;
import com.humantraffickingexperts.lti.launch.claims.LaunchMessages;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.people.User;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** The cases of area {@code nrps}: {@code conformance/nrps.json}. */
class NrpsConformanceTests {

	private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";

	private static final String SERVICE = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

	/** Played by the pages: {@code ClassPagesMvcTests}. */
	private static final Set<String> ON_THE_PAGE = Set.of("NRP-055", "NRP-056");

	private static TestDatabase database;

	private final Map<String, Consumer<JsonNode>> scenarios = new HashMap<>();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private RosterBench bench;

	NrpsConformanceTests() {
		claims();
		requests();
		pages();
		contents();
		people();
		troubles();
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
		this.bench = new RosterBench(database, PlatformFamily.GENERIC);
		this.log.start();
		root().addAppender(this.log);
	}

	@AfterEach
	void end() {
		root().detachAppender(this.log);
		this.bench.close();
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	static List<JsonNode> all() {
		try (InputStream in = NrpsConformanceTests.class.getResourceAsStream("/conformance/nrps.json")) {
			return JsonMapper.shared().readTree(in).valueStream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String id(JsonNode one) {
		return one.path("id").stringValue();
	}

	static Stream<String> cases() {
		return all().stream().map(NrpsConformanceTests::id).filter((id) -> !ON_THE_PAGE.contains(id));
	}

	@ParameterizedTest
	@MethodSource
	void cases(String id) {
		JsonNode one = all().stream().filter((found) -> id(found).equals(id)).findFirst().orElseThrow();
		Objects.requireNonNull(this.scenarios.get(id), id).accept(one.path("given"));
	}

	@Test
	void eachCaseIsPlayedAndNoneIsInvented() {
		Set<String> played = new TreeSet<>(this.scenarios.keySet());
		played.addAll(ON_THE_PAGE);
		assertThat(played).isEqualTo(all().stream().map(NrpsConformanceTests::id).collect(Collectors.toSet()));
	}

	private void claims() {
		this.scenarios.put("NRP-001",
				(given) -> assertThat(memberships(Map.of("context_memberships_url",
						"https://lms-a.example/nrps?memberships=7", "service_versions", List.of("2.0"))))
					.hasToString("https://lms-a.example/nrps?memberships=7"));
		this.scenarios.put("NRP-006", (given) -> {
			assertThat(message(null).memberships()).isNull();
			assertThat(this.bench.rosters.refresh(this.bench.teacher().memberships(null).build())).isFalse();
			assertThat(this.bench.status()).isEqualTo(RosterStatus.NONE);
		});
		this.scenarios.put("NRP-008", (given) -> {
			for (Map<String, Object> versions : List.<Map<String, Object>>of(Map.of(),
					Map.of("service_version", List.of("2.0")), Map.of("service_versions", List.of("1.0", "2.0")),
					Map.of("service_versions", "2.0"))) {
				Map<String, Object> service = new HashMap<>(versions);
				service.put("context_memberships_url", "https://lms-a.example/nrps/7");
				assertThat(memberships(service)).as(versions.toString()).isNotNull();
			}
		});
		this.scenarios.put("NRP-009", (given) -> assertThat(memberships(value(given))).isNull());
		this.scenarios.put("NRP-010", this::isNotCalled);
		this.scenarios.put("NRP-011", this::isNotCalled);
		this.scenarios.put("NRP-012", this::isNotCalled);
		this.scenarios.put("NRP-014", (given) -> {
			this.bench.lists(RosterBench.learner("u1"));
			this.bench.answersAt("/nrps/moved", okJson("{\"members\":[" + RosterBench.learner("u2") + "]}"));
			this.bench.aTeacherComes();
			this.bench.clock.advance(Duration.ofMinutes(10));
			this.bench
				.aTeacherComes(this.bench.teacher().memberships(URI.create(this.bench.url("/nrps/moved"))).build());
			assertThat(this.bench.asked()).extracting(LoggedRequest::getUrl)
				.containsExactly(RosterBench.MEMBERSHIPS, "/nrps/moved");
		});
		this.scenarios.put("NRP-015", (given) -> {
			this.bench.lists(RosterBench.learner("u1"));
			for (Standing standing : List.of(Standing.LEARNER, Standing.VIEWER)) {
				this.bench.aTeacherComes(this.bench.teacher().standing(standing).build());
			}
			assertThat(this.bench.asked()).isEmpty();
		});
	}

	private void isNotCalled(JsonNode given) {
		assertThat(memberships(value(given))).as("read from the launch").isNull();
		String address = given.path("mutations").get(0).path("value").path("context_memberships_url").stringValue();
		this.bench.aTeacherComes(this.bench.teacher().memberships(URI.create(address)).build());
		assertThat(this.bench.tokensAsked()).isEmpty();
		assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.ADDRESS_NOT_TRUSTED);
	}

	private void requests() {
		this.scenarios.put("NRP-002", (given) -> {
			answersAndReads(given);
			assertThat(this.bench.asked()).extracting(LoggedRequest::getUrl).containsExactly(RosterBench.MEMBERSHIPS);
			assertThat(this.bench.status().fetchedAt())
				.isEqualTo(this.bench.clock.instant().truncatedTo(ChronoUnit.MICROS));
		});
		this.scenarios.put("NRP-003", (given) -> {
			answersAndReads(given);
			assertThat(header("Accept"))
				.containsExactly(given.path("assert_request").path("headers").path("Accept").stringValue());
		});
		this.scenarios.put("NRP-004", (given) -> {
			answersAndReads(given);
			assertThat(header("Authorization")).containsExactly("Bearer t");
		});
		this.scenarios.put("NRP-005", (given) -> {
			this.bench.lists();
			this.bench.aTeacherComes();
			assertThat(form(this.bench.tokensAsked().getFirst())).containsEntry("scope",
					"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly");
		});
		this.scenarios.put("NRP-016", (given) -> {
			JsonNode arguments = given.path("args");
			MembershipsAddress asked = new MembershipsAddress(arguments.path("limit").intValue(),
					arguments.path("role").stringValue(), null, false);
			assertThat(asked.of(URI.create(given.path("in").stringValue())))
				.hasToString(given.path("out").stringValue());
			assertThat(asked.onwards(URI.create("https://lms-a.example/nrps?from=100")).getRawQuery())
				.startsWith("from=100&role=http%3A")
				.endsWith("%23Learner");
		});
		this.scenarios.put("NRP-017",
				(given) -> assertThat(
						new MembershipsAddress(null, null, given.path("args").path("rlid").stringValue(), false)
							.of(URI.create("https://lms-a.example/nrps")))
					.hasToString("https://lms-a.example/nrps?rlid=49566-rkk96%26x"));
		this.scenarios.put("NRP-019", (given) -> {
			this.bench.answersAt(
					RosterBench.MEMBERSHIPS + "&role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2"
							+ "%2Fmembership%23Learner",
					okJson(body(given, 0).replace("\"members\":[", "\"members\":[" + RosterBench.learner("u2") + ",")));
			Reading reading = new Memberships(TestPlatformCalls.create(new PlainHttp(), this.bench.clock),
					this.bench.clock)
				.read(new ServiceAccess(this.bench.registration, "1", Set.of(Memberships.SCOPE)),
						URI.create(this.bench.url(RosterBench.MEMBERSHIPS)), PlatformFamily.GENERIC,
						new MembershipsAddress(null, LEARNER, null, false));
			assertThat(reading).isInstanceOfSatisfying(Reading.Complete.class,
					(complete) -> assertThat(complete.members()).extracting(Listed::subject).containsExactly("u2"));
		});
		this.scenarios.put("NRP-021", (given) -> {
			this.bench.lists(RosterBench.learner("u1"));
			this.bench.aTeacherComes();
			assertThat(form(this.bench.tokensAsked().getFirst()).get("scope")).doesNotContain("lti-ags");
		});
		this.scenarios.put("NRP-022", (given) -> {
			this.bench.lists(RosterBench.learner("u1"));
			together(given.path("parallel").intValue(), () -> this.bench.rosters.refresh(this.bench.teacher().build()));
			assertThat(this.bench.tasks()).isEqualTo(1);
			this.bench.runsWhatIsDue();
			this.bench.aTeacherComes();
			assertThat(this.bench.asked()).hasSize(1);
			this.bench.clock.advance(ScheduledRosters.FRESH);
			this.bench.aTeacherComes();
			assertThat(this.bench.asked()).hasSize(2);
		});
	}

	private void pages() {
		this.scenarios.put("NRP-018", (given) -> {
			this.bench.answers(page(body(given, 0), "</nrps?from=1>; rel=\"next\""));
			this.bench.answersAt("/nrps?from=1",
					okJson("{\"members\":[" + IntStream.range(2, 60)
						.mapToObj((n) -> RosterBench.learner("u" + n))
						.collect(Collectors.joining(",")) + "]}"));
			this.bench.aTeacherComes();
			assertThat(this.bench.members()).hasSize(59);
		});
		this.scenarios.put("NRP-024", (given) -> {
			for (String link : Stream
				.concat(Stream.of(given.path("responses").get(0).path("headers").path("link").stringValue(),
						"<https://lms-a.example/n?p=2>; rel='next'; title='a, b'"),
						given.path("variants").valueStream().map((variant) -> variant.path("Link").stringValue()))
				.toList()) {
				this.bench.platform.resetRequests();
				this.bench.answers(page(body(given, 0), link.replace("https://lms-a.example", this.bench.url(""))));
				this.bench.platform.stubFor(get(urlMatching("/(n|nrps)\\?(p=2|a=1,2)"))
					.willReturn(okJson("{\"members\":[" + RosterBench.learner("u2") + "]}")));
				this.bench.aTeacherComesLater();
				assertThat(this.bench.asked()).as(link).hasSize(2);
				assertThat(this.bench.members()).as(link).containsOnlyKeys("u2");
			}
		});
		this.scenarios.put("NRP-027", (given) -> {
			for (String next : List.of(given.path("responses").get(0).path("headers").path("Link").stringValue(),
					"<https://evil.example/nrps?p=2>; rel=\"next\"",
					"<http://127.0.0.1:%d/nrps?p=2>; rel=\"next\"".formatted(this.bench.platform.port()))) {
				this.bench.answers(page(body(given, 0), next));
				this.bench.platform.resetRequests();
				this.bench.aTeacherComesLater();
				assertThat(this.bench.asked()).as(next).hasSize(1);
				assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.ADDRESS_NOT_TRUSTED);
			}
		});
		this.scenarios.put("NRP-028", (given) -> {
			this.bench.lists(RosterBench.learner("u1"), RosterBench.learner("u9"));
			this.bench.aTeacherComes();
			threePages(aResponse().withStatus(500));
			this.bench.aTeacherComesLater();
			assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.FAILED);
			assertThat(this.bench.members()).containsOnlyKeys("u1", "u9")
				.allSatisfy((subject, member) -> assertThat(member.present()).isTrue());
		});
		this.scenarios.put("NRP-029", (given) -> {
			answersAndReads(given);
			assertThat(this.bench.members()).containsOnlyKeys("u1")
				.allSatisfy((subject, member) -> assertThat(member.standing()).isEqualTo(Standing.INSTRUCTOR));
		});
		this.scenarios.put("NRP-030", (given) -> {
			this.bench.answers(page("{\"members\":[" + RosterBench.learner("u1") + "]}", "</nrps?p=2>; rel=\"next\""));
			this.bench.answersAt("/nrps?p=2", okJson("{\"members\":[" + RosterBench.learner("u1") + "]}"));
			this.bench.aTeacherComes();
			assertThat(this.bench.members()).containsOnlyKeys("u1");
			assertThat(this.bench.status().problem()).isNull();
		});
		this.scenarios.put("NRP-032", (given) -> {
			this.bench.answers(page("{\"members\":[" + RosterBench.learner("u1") + "]}", "</nrps?p=2>; rel=\"next\""));
			this.bench.platform.stubFor(get(urlEqualTo("/nrps?p=2")).inScenario("token")
				.whenScenarioStateIs(Scenario.STARTED)
				.willReturn(aResponse().withStatus(401))
				.willSetStateTo("renewed"));
			this.bench.platform.stubFor(get(urlEqualTo("/nrps?p=2")).inScenario("token")
				.whenScenarioStateIs("renewed")
				.willReturn(okJson("{\"members\":[" + RosterBench.learner("u2") + "]}")));
			this.bench.aTeacherComes();
			assertThat(this.bench.members()).containsOnlyKeys("u1", "u2");
			assertThat(this.bench.tokensAsked()).hasSize(2);
			assertThat(this.bench.asked()).hasSize(3);
		});
		this.scenarios.put("NRP-033", (given) -> {
			String much = "\"picture\":\"" + "x".repeat(500) + "\",";
			this.bench.lists(IntStream.range(0, 10_000)
				.mapToObj((n) -> RosterBench.learner("u" + n).replaceFirst("\\{", "{" + much))
				.toArray(String[]::new));
			this.bench.answersAt(RosterBench.MEMBERSHIPS + "&limit=500",
					page("{\"members\":[" + RosterBench.learner("u1") + "]}", "</nrps?p=2>; rel=\"next\""));
			this.bench.answersAt("/nrps?p=2", okJson("{\"members\":[" + RosterBench.learner("u2") + "]}"));
			this.bench.aTeacherComes();
			assertThat(this.bench.members()).as("read on shorter pages").containsOnlyKeys("u1", "u2");
			this.bench.answersAt(RosterBench.MEMBERSHIPS + "&limit=500",
					okJson("{\"members\":[],\"x\":\"" + "x".repeat(5_000_000) + "\"}"));
			this.bench.aTeacherComesLater();
			assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.TOO_LONG);
			assertThat(this.bench.member("u1").present()).isTrue();
		});
	}

	private void threePages(ResponseDefinitionBuilder third) {
		this.bench.answers(page("{\"members\":[" + RosterBench.learner("u1") + "]}", "</nrps?p=2>; rel=\"next\""));
		this.bench.answersAt("/nrps?p=2",
				page("{\"members\":[" + RosterBench.learner("u2") + "]}", "</nrps?p=3>; rel=\"next\""));
		this.bench.answersAt("/nrps?p=3", third);
	}

	private void contents() {
		this.scenarios.put("NRP-035", (given) -> {
			for (String members : List.of("", ",\"members\":null", ",\"members\":{}", ",\"members\":\"none\"")) {
				isNoList(okJson("{\"id\":\"x\",\"context\":{\"id\":\"c1\"}" + members + "}"));
			}
		});
		this.scenarios.put("NRP-037", (given) -> {
			isNoList(aResponse().withStatus(200).withHeader("Content-Type", "text/html").withBody("<html>"));
			isNoList(okJson("{\"members\":["));
			isNoList(okJson(""));
			isNoList(aResponse().withStatus(204));
		});
		this.scenarios.put("NRP-038", (given) -> {
			this.bench.answers(aResponse().withStatus(200)
				.withHeader("Content-Type",
						given.path("responses").get(0).path("headers").path("Content-Type").stringValue())
				.withBody(body(given, 0)));
			this.bench.aTeacherComes();
			assertThat(this.bench.members()).containsOnlyKeys("u1");
		});
		this.scenarios.put("NRP-045", (given) -> {
			answersAndReads(given);
			assertThat(this.bench.members()).extractingFromEntries((entry) -> entry.getValue().standing())
				.containsExactly(Standing.LEARNER, Standing.VIEWER);
			Map<String, Standing> expected = Map.of("[\"Learner\"]", Standing.LEARNER, "[\"Instructor\"]",
					Standing.INSTRUCTOR, "[\"urn:lti:role:ims/lis/Learner\"]", Standing.VIEWER,
					"[\"http://x.example#Foo\"]", Standing.VIEWER, "[]", Standing.VIEWER, "null", Standing.VIEWER,
					"\"Learner\"", Standing.LEARNER, "[\"Instructor\",\"Mentor\"]", Standing.INSTRUCTOR);
			given.path("variants").forEach((variant) -> {
				this.bench.lists("{\"user_id\":\"u1\",\"roles\":" + variant.path("roles") + "}");
				this.bench.aTeacherComesLater();
				assertThat(this.bench.member("u1").standing()).as(variant.toString())
					.isEqualTo(expected.get(variant.path("roles").toString()));
			});
			assertThat(given.path("variants")).hasSize(expected.size());
		});
		this.scenarios.put("NRP-049", (given) -> {
			answersAndReads(given);
			assertThat(this.bench.status().problem()).isNull();
		});
		this.scenarios.put("NRP-052", (given) -> {
			answersAndReads(given);
			assertThat(this.bench.members()).containsOnlyKeys("u1");
		});
	}

	private void isNoList(ResponseDefinitionBuilder answer) {
		this.bench.lists(RosterBench.learner("u1"));
		this.bench.aTeacherComesLater();
		this.bench.answers(answer);
		this.bench.aTeacherComesLater();
		assertThat(this.bench.status().problem()).isEqualTo(RosterProblem.UNREADABLE);
		assertThat(this.bench.member("u1").present()).isTrue();
		this.bench.lists(RosterBench.learner("u1"));
		this.bench.passes(Duration.ofHours(3));
		assertThat(this.bench.status().problem()).isNull();
	}

	private void people() {
		this.scenarios.put("NRP-043", (given) -> {
			this.bench.lists(RosterBench.learner("u1"));
			this.bench.aTeacherComes();
			User launched = this.bench.users.named(this.bench.registration.id(), "u1", null);
			assertThat(this.bench.member("u1").user().id()).isEqualTo(launched.id());
			User elsewhere = this.bench.users.named(new RegistrationId("another"), "u1", null);
			assertThat(elsewhere.id()).isNotEqualTo(launched.id());
		});
		this.scenarios.put("NRP-044", (given) -> {
			answersAndReads(given);
			assertThat(this.bench.member("new").present()).isTrue();
			assertThat(this.bench.users.seatsTaken(this.bench.registration.id())).isZero();
			assertThat(database.jdbc().sql("select count(*) from launch").query(Integer.class).single()).isZero();
		});
		this.scenarios.put("NRP-053", (given) -> {
			this.bench.lists(RosterBench.learner("u1"));
			this.bench.aTeacherComes();
			this.bench.lists();
			this.bench.aTeacherComesLater();
			assertThat(this.bench.member("u1").present()).isFalse();
			this.bench.lists(RosterBench.learner("u1"));
			this.bench.aTeacherComesLater();
			assertThat(this.bench.member("u1").present()).isTrue();
		});
		this.scenarios.put("NRP-054", (given) -> {
			RosterBench other = new RosterBench(database, PlatformFamily.GENERIC);
			other.lists(RosterBench.learner("u2"));
			other.aTeacherComes();
			this.bench.lists(RosterBench.learner("u1"), RosterBench.learner("u2"));
			this.bench.aTeacherComes();
			this.bench.lists(RosterBench.learner("u1"));
			this.bench.aTeacherComesLater();
			assertThat(this.bench.member("u2").goneAt()).isNotNull();
			assertThat(this.bench.member("u1").goneAt()).isNull();
			assertThat(other.member("u2").present()).isTrue();
			other.close();
		});
		this.scenarios.put("NRP-064", (given) -> {
			root().setLevel(Level.DEBUG);
			try {
				this.bench.lists("""
						{"user_id":"u1","name":"Ngozi Adeyemi","email":"ngozi@lms-a.example","roles":["Learner"]}""");
				this.bench.aTeacherComes();
				this.bench.answers(aResponse().withStatus(403).withBody("Ngozi Adeyemi ngozi@lms-a.example"));
				this.bench.aTeacherComesLater();
			}
			finally {
				root().setLevel(Level.WARN);
			}
			assertThat(
					this.log.list.stream().filter((event) -> event.getLoggerName().startsWith("com.humantrafficking")))
				.isNotEmpty()
				.noneMatch((event) -> event.getFormattedMessage().matches(".*(Ngozi|lms-a).*"));
			this.bench.users.forgetNames(this.bench.registration.id());
			assertThat(this.bench.member("u1").user().name()).isNull();
		});
	}

	private void troubles() {
		this.scenarios.put("NRP-058", (given) -> {
			fails(aResponse().withStatus(403), RosterProblem.NOT_ALLOWED);
			assertThat(this.bench.tasks()).isZero();
			assertThat(this.log.list).anyMatch((event) -> event.getFormattedMessage().contains("NOT_ALLOWED"));
		});
		this.scenarios.put("NRP-061", (given) -> {
			fails(aResponse().withStatus(500), RosterProblem.FAILED);
			recovers(Duration.ofSeconds(30));
		});
		this.scenarios.put("NRP-062", (given) -> {
			fails(aResponse().withStatus(503).withHeader("Retry-After", "300"), RosterProblem.FAILED);
			int asked = this.bench.asked().size();
			this.bench.passes(Duration.ofSeconds(299));
			assertThat(this.bench.asked()).hasSize(asked);
			recovers(Duration.ofSeconds(1));
		});
		this.scenarios.put("NRP-063", (given) -> {
			fails(okJson("{\"members\":[]}").withFixedDelay(6000), RosterProblem.UNREACHABLE);
			recovers(Duration.ofSeconds(30));
		});
	}

	/** What was known stays, with the time at which it was true. */
	private void fails(ResponseDefinitionBuilder answer, RosterProblem problem) {
		this.bench.lists(RosterBench.learner("u1"));
		this.bench.aTeacherComes();
		Instant good = this.bench.status().fetchedAt();
		this.bench.answers(answer);
		this.bench.aTeacherComesLater();
		assertThat(this.bench.status().problem()).isEqualTo(problem);
		assertThat(this.bench.status().fetchedAt()).isNotNull().isEqualTo(good);
		assertThat(this.bench.member("u1").present()).isTrue();
	}

	private void recovers(Duration after) {
		this.bench.lists(RosterBench.learner("u1"), RosterBench.learner("u2"));
		this.bench.passes(after);
		assertThat(this.bench.status().problem()).isNull();
		assertThat(this.bench.members()).containsOnlyKeys("u1", "u2");
		assertThat(this.bench.tasks()).isZero();
	}

	private void answersAndReads(JsonNode given) {
		this.bench.answers(okJson(body(given, 0)));
		this.bench.aTeacherComes();
	}

	private static String body(JsonNode given, int index) {
		return given.path("responses").get(index).path("body").toString();
	}

	private static ResponseDefinitionBuilder page(String body, String link) {
		return okJson(body).withHeader("Link", link);
	}

	private List<String> header(String name) {
		return this.bench.asked().getFirst().header(name).values();
	}

	private static Map<String, String> form(LoggedRequest request) {
		Map<String, String> form = new HashMap<>();
		for (String field : request.getBodyAsString().split("&")) {
			String[] parts = field.split("=", 2);
			form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
		}
		return form;
	}

	private static void together(int times, Runnable act) {
		CountDownLatch start = new CountDownLatch(1);
		List<Thread> threads = IntStream.range(0, times).mapToObj((number) -> Thread.ofVirtual().start(() -> {
			try {
				start.await();
				act.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		})).toList();
		start.countDown();
		for (Thread thread : threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> value(JsonNode given) {
		return JsonMapper.shared().convertValue(given.path("mutations").get(0).path("value"), Map.class);
	}

	private static @Nullable URI memberships(Map<String, Object> service) {
		return message(service).memberships();
	}

	private static LaunchMessage message(@Nullable Map<String, Object> service) {
		Map<String, Object> claims = new HashMap<>(Map.of("https://purl.imsglobal.org/spec/lti/claim/version", "1.3.0",
				"https://purl.imsglobal.org/spec/lti/claim/message_type", "LtiResourceLinkRequest",
				"https://purl.imsglobal.org/spec/lti/claim/deployment_id", "dA1",
				"https://purl.imsglobal.org/spec/lti/claim/target_link_uri", "https://tool.example.com/lti/launch",
				"https://purl.imsglobal.org/spec/lti/claim/resource_link", Map.of("id", "rl1"),
				"https://purl.imsglobal.org/spec/lti/claim/roles", List.of("Instructor"), "sub", "u1"));
		if (service != null) {
			claims.put(SERVICE, service);
		}
		try {
			return LaunchMessages.read(claims, (address) -> address.toString().startsWith("https://lms-a.example/")
					|| address.toString().startsWith("https://lms-a.example?"));
		}
		catch (ClaimFault ex) {
			throw new IllegalStateException(ex);
		}
	}

}
