package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The groups of a course, where the platform tells them: Course Groups Service 1.0. */
@OnEachDatabase
class CourseGroupsTests {

	private static final String WITH_GROUPS = RosterBench.MEMBERSHIPS + "&groups=true";

	private final TestDatabase database;

	private final RosterBench bench;

	private final GroupsService service;

	CourseGroupsTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.bench = new RosterBench(this.database, PlatformFamily.GENERIC);
		this.service = this.bench.tellsGroups("""
				{"id":"g1","name":"Monday","set_id":"s1"}""", """
				{"id":7,"name":"Red team","tag":"x"}""");
		this.bench.answersAt("/groupsets", okJson("""
				{"id":"x","sets":[{"id":"s1","name":"Tutorials","groups":[]}]}"""));
		members(member("u1", "g1", "7"), member("u2", "g1"), member("u3"));
	}

	@AfterEach
	void close() {
		this.bench.close();
		this.database.close();
	}

	@Test
	void areKnownWithTheirSetsAndWithWhoIsInThem() {
		comes();
		assertThat(groups()).extracting(CourseGroup::name, CourseGroup::set)
			.containsExactlyInAnyOrder(tuple("Monday", "Tutorials"), tuple("Red team", null));
		assertThat(this.bench.member("u1").groups()).isEqualTo(Set.of(id("g1"), id("7")));
		assertThat(this.bench.member("u2").groups()).isEqualTo(Set.of(id("g1")));
		assertThat(this.bench.member("u3").groups()).isEmpty();
		assertThat(groups()).extracting(CourseGroup::id).containsExactlyInAnyOrder(id("g1"), id("7"));
	}

	@Test
	void areAskedForWithATokenOfTheirOwnAndTheirMediaType() {
		comes();
		assertThat(this.bench.tokensAsked()).extracting(LoggedRequest::getBodyAsString)
			.filteredOn((form) -> form.contains("contextgroup.readonly"))
			.hasSize(1)
			.allSatisfy((form) -> assertThat(form).doesNotContain("contextmembership"));
		LoggedRequest asked = this.bench.asked()
			.stream()
			.filter((request) -> request.getUrl().equals("/groups"))
			.findFirst()
			.orElseThrow();
		assertThat(asked.getHeader("Accept")).isEqualTo("application/vnd.ims.lti-gs.v1.contextgroupcontainer+json");
		assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer g");
	}

	@Test
	void areReadPageByPage() {
		this.bench.answersAt("/groups", okJson("""
				{"groups":[{"id":"g1","name":"Monday"}]}""").withHeader("Link", "</groups?from=1>; rel=\"next\""));
		this.bench.answersAt("/groups?from=1", okJson("""
				{"groups":[{"id":"g2","name":"Thursday"}]}""").withHeader("Link", "</groups>; rel=\"next\""));
		comes();
		assertThat(groups()).extracting(CourseGroup::name).containsExactlyInAnyOrder("Monday", "Thursday");
	}

	@Test
	void ofAnotherOriginAreNotRead() {
		this.bench.answersAt("/groups", okJson("""
				{"groups":[{"id":"g1","name":"Monday"}]}""").withHeader("Link",
				"<https://evil.example/groups?from=1>; rel=\"next\""));
		comes();
		assertThat(groups()).isEmpty();
		assertThat(this.bench.members()).hasSize(3);
	}

	@Test
	void haveNoSetsWhereThePlatformDoesNotNameThem() {
		this.bench.answersAt("/groupsets", aResponse().withStatus(406));
		comes();
		assertThat(groups()).hasSize(2).extracting(CourseGroup::set).containsOnlyNulls();
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 404, 500, 200 })
	void thatCannotBeReadDoNotKeepTheMembersAway(int status) {
		comes();
		this.bench.answersAt("/groups", aResponse().withStatus(status).withBody("nothing of that kind"));
		members(member("u1", "g1"), member("u4"));
		this.bench.clock.advance(Duration.ofMinutes(10));
		comes();
		assertThat(this.bench.status().problem()).isNull();
		assertThat(this.bench.members().values()).filteredOn(Membership::present).hasSize(2);
		assertThat(groups()).as("those that are known still hold").hasSize(2);
	}

	@Test
	void thatThePlatformDoesNotUnderstandAtItsMembersAreLeftOut() {
		this.bench.answersAt(WITH_GROUPS, aResponse().withStatus(400));
		this.bench.lists(RosterBench.learner("u1"));
		comes();
		assertThat(this.bench.status().problem()).isNull();
		assertThat(this.bench.members()).containsOnlyKeys("u1");
		assertThat(groups()).hasSize(2);
	}

	@Test
	void areForgottenWhenTheyAreNoLongerOffered() {
		comes();
		this.bench.lists(member("u1", "g1"));
		this.bench.aTeacherComesLater();
		assertThat(groups()).isEmpty();
		assertThat(this.bench.member("u1").groups()).isEmpty();
		assertThat(this.bench.asked().getLast().getUrl()).isEqualTo(RosterBench.MEMBERSHIPS);
	}

	@Test
	void areKeptWhenALearnerComesToWhomTheyAreNotNamed() {
		comes();
		this.bench.rosters.note(this.bench.teacher().standing(Standing.LEARNER).build());
		assertThat(this.bench.stored.find(this.bench.course()).orElseThrow().groups()).isEqualTo(this.service);
	}

	@Test
	void withAnAddressThatIsTooLongToKeepAreAsIfNotOffered() {
		String address = this.bench.url("/groups?" + "x".repeat(2000));
		this.bench.lists(member("u1"));
		this.bench.aTeacherComes(this.bench.teacher().groups(new GroupsService(URI.create(address), null)).build());
		assertThat(this.bench.members()).hasSize(1);
		this.bench.clock.advance(Duration.ofMinutes(10));
		members(member("u1", "g1"));
		this.bench.aTeacherComes(
				this.bench.teacher().groups(new GroupsService(this.service.groups(), URI.create(address))).build());
		assertThat(groups()).hasSize(2).extracting(CourseGroup::set).containsOnlyNulls();
	}

	@Test
	void areNotAskedForWhereTheyAreNotOffered() {
		this.bench.lists(member("u1", "g1"));
		this.bench.aTeacherComes();
		assertThat(this.bench.asked()).extracting(LoggedRequest::getUrl).containsExactly(RosterBench.MEMBERSHIPS);
		assertThat(this.bench.member("u1").groups()).isEmpty();
	}

	@Test
	void areWrittenOnlyWhenSomethingChanges() {
		comes();
		this.bench.clock.advance(Duration.ofMinutes(10));
		comes();
		assertThat(this.database.jdbc()
			.sql("select count(*) from membership where updated_at > created_at")
			.query(Integer.class)
			.single()).isZero();
		members(member("u1", "7"), member("u2", "g1"), member("u3"));
		this.bench.clock.advance(Duration.ofMinutes(10));
		comes();
		assertThat(this.bench.member("u1").groups()).isEqualTo(Set.of(id("7")));
	}

	private void comes() {
		this.bench.aTeacherComes(this.bench.teacher().groups(this.service).build());
	}

	private List<CourseGroup> groups() {
		return this.bench.status().groups();
	}

	private String id(String platformId) {
		return CourseGroup.id(this.bench.course(), platformId);
	}

	private void members(String... members) {
		ResponseDefinitionBuilder answer = okJson("{\"members\":[" + String.join(",", members) + "]}");
		this.bench.answersAt(WITH_GROUPS, answer);
	}

	private static String member(String subject, String... groups) {
		List<String> enrolled = List.of(groups).stream().map((group) -> "{\"group_id\":\"" + group + "\"}").toList();
		return """
				{"user_id":"%s","roles":["Learner"],"status":"Active","group_enrollments":[%s]}""".formatted(subject,
				String.join(",", enrolled));
	}

}
