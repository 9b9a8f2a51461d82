package com.humantraffickingexperts.lti.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.platform.PlainHttp;
import com.humantraffickingexperts.lti.platform.RecordedExchange;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.platform.SteppedClock;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/** What platforms really answer, or are known to. */
class RecordedMembershipsTests {

	private static final String LIST = "/mod/lti/services.php/CourseSection/2/bindings/1/memberships";

	private static final WireMockServer PLATFORM = new WireMockServer(wireMockConfig().dynamicPort());

	private final SteppedClock clock = new SteppedClock();

	@BeforeAll
	static void start() {
		PLATFORM.start();
	}

	@AfterAll
	static void stop() {
		PLATFORM.stop();
	}

	@AfterEach
	void forget() {
		PLATFORM.resetAll();
	}

	static Stream<RecordedExchange> exchanges() {
		return RecordedExchange.of("25-memberships").stream();
	}

	private static RecordedExchange exchange(String name) {
		return exchanges().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	@Nested
	class OfMoodle {

		/** What came of it; all others are read. */
		private static final Map<String, RosterProblem> PROBLEMS = Map.of("rlid_999", RosterProblem.REFUSED,
				"accept_json", RosterProblem.REFUSED, "accept_v1", RosterProblem.UNREADABLE, "no_token",
				RosterProblem.NOT_ALLOWED, "scope_insufficient", RosterProblem.NOT_ALLOWED, "other_course",
				RosterProblem.REFUSED, "other_binding", RosterProblem.NOT_ALLOWED);

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.roster.RecordedMembershipsTests#exchanges")
		void eachAnswerIsUnderstood(RecordedExchange exchange) {
			// Pages that were not recorded end the list.
			PLATFORM.stubFor(get(urlPathEqualTo(LIST)).atPriority(10).willReturn(okJson("{\"members\":[]}")));
			answers(exchange.path(), exchange);
			Reading reading = read(exchange.path(), MembershipsAddress.EVERYBODY);
			if (PROBLEMS.containsKey(exchange.name())) {
				assertThat(reading).isInstanceOfSatisfying(Reading.Failed.class,
						(failed) -> assertThat(failed.problem()).isEqualTo(PROBLEMS.get(exchange.name())));
			}
			else {
				assertThat(reading).isInstanceOf(Reading.Complete.class);
			}
		}

		@Test
		void thatNamesEverybodyIsReadWithNamesAndRoles() {
			RecordedExchange all = exchange("GET_all");
			answers(all.path(), all);
			List<Listed> members = complete(read(all.path(), MembershipsAddress.EVERYBODY));
			assertThat(members).hasSize(32);
			assertThat(members.getFirst())
				.isEqualTo(new Listed("5", "Stu1 Dent1", List.of("Learner"), Membership.Status.ACTIVE, List.of()));
			assertThat(members).filteredOn((member) -> member.standing().standing() == Standing.INSTRUCTOR)
				.extracting(Listed::name)
				.containsExactly("Tina Teacher");
		}

		@Test
		void onTenAPageIsReadToItsEnd() {
			for (String page : List.of("limit_10", "limit_10_from_10", "limit_10_from_30")) {
				RecordedExchange one = exchange(page);
				answers(one.path(), one);
			}
			PLATFORM.stubFor(get(urlEqualTo(LIST + "?limit=10&from=20")).willReturn(okJson("{\"members\":[]}")
				.withHeader("Link", "<" + PLATFORM.baseUrl() + LIST + "?limit=10&from=30>; rel=\"next\"")));
			List<Listed> members = complete(read(LIST, MembershipsAddress.EVERYBODY.onPagesOf(10)));
			assertThat(members).hasSize(22).extracting(Listed::subject).doesNotHaveDuplicates();
		}

		private void answers(String path, RecordedExchange exchange) {
			ResponseDefinitionBuilder answer = aResponse().withStatus(exchange.status())
				.withHeader("Content-Type", exchange.answerType())
				.withBody(exchange.answerBody());
			String link = exchange.link();
			PLATFORM.stubFor(get(urlEqualTo(path)).willReturn((link == null) ? answer
					: answer.withHeader("Link", link.replace("http://localhost:8000", PLATFORM.baseUrl()))));
		}

	}

	@Nested
	class OfAnotherPlatform {

		@ParameterizedTest
		@EnumSource(value = PlatformFamily.class, names = { "CANVAS", "SAKAI", "BLACKBOARD", "BRIGHTSPACE" })
		void isReadWithTeacherAndLearners(PlatformFamily family) {
			String body = sample(family);
			List<Listed> members = Listed.page(body.getBytes(StandardCharsets.UTF_8), family).orElseThrow();
			assertThat(members).isNotEmpty().allSatisfy((member) -> assertThat(member.name()).isNotNull());
			assertThat(members).extracting((member) -> member.standing().standing())
				.contains(Standing.INSTRUCTOR, Standing.LEARNER);
		}

		@Test
		void namesAssistantsAndLeavesObserversOut() {
			List<Listed> canvas = Listed
				.page(sample(PlatformFamily.CANVAS).getBytes(StandardCharsets.UTF_8), PlatformFamily.CANVAS)
				.orElseThrow();
			assertThat(canvas).extracting((member) -> member.standing().standing())
				.containsExactly(Standing.INSTRUCTOR, Standing.ASSISTANT, Standing.LEARNER, Standing.VIEWER);
			List<Listed> sakai = Listed
				.page(sample(PlatformFamily.SAKAI).getBytes(StandardCharsets.UTF_8), PlatformFamily.SAKAI)
				.orElseThrow();
			assertThat(sakai.getLast().standing().standing()).isEqualTo(Standing.ASSISTANT);
		}

		@Test
		void withoutABodyMeansNobodyInSakaiAlone() {
			assertThat(Listed.page(new byte[0], PlatformFamily.SAKAI)).contains(List.of());
			assertThat(Listed.page(new byte[0], PlatformFamily.GENERIC)).isEmpty();
		}

		private static String sample(PlatformFamily family) {
			String file = "/platforms/" + family.name().toLowerCase(Locale.ROOT) + "-memberships.json";
			try (InputStream in = RecordedMembershipsTests.class.getResourceAsStream(file)) {
				JsonNode json = JsonMapper.shared().readTree(in);
				return (json.path("members").isArray() ? json : find(json)).toString();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static JsonNode find(JsonNode json) {
			return Objects.requireNonNull(json.findParents("members").getFirst());
		}

	}

	private Reading read(String path, MembershipsAddress asked) {
		PLATFORM.stubFor(post(urlPathEqualTo(TestPlatformCalls.TOKEN_PATH))
			.willReturn(okJson(TestPlatformCalls.tokenJson("t", Memberships.SCOPE))));
		return new Memberships(TestPlatformCalls.create(new PlainHttp(), this.clock), this.clock).read(
				new ServiceAccess(TestPlatformCalls.registration(PLATFORM.baseUrl(), "m", PlatformFamily.MOODLE), "1",
						Set.of(Memberships.SCOPE)),
				URI.create(PLATFORM.baseUrl() + path), PlatformFamily.MOODLE, asked);
	}

	private static List<Listed> complete(Reading reading) {
		assertThat(reading).isInstanceOf(Reading.Complete.class);
		return ((Reading.Complete) reading).members();
	}

}
