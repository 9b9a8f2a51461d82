package com.humantraffickingexperts.lti.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.Ids;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the grades of an activity belong is known long after its launches are forgotten.
 */
@OnEachDatabase
class StoredLinksTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final TestDatabase database;

	private final JdbcLaunches launches;

	private final JdbcPlaces places;

	private final RememberedLinks links;

	StoredLinksTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.launches = TestLaunches.stored(this.database);
		this.places = new JdbcPlaces(this.database.jdbc(), JSON);
		this.links = new StoredLinks(this.places, this.launches);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void theGradebookThatALearnerWasToldOfIsKeptWithItsActivity() {
		CurrentLaunch launch = TestLaunches.learner().build();
		this.places.record(fresh(launch));

		assertThat(found(TestLaunches.learner("somebody-else").build()))
			.isEqualTo(new RememberedLink(launch.registration().id(), launch.deploymentId(), launch.family(),
					Objects.requireNonNull(launch.link()), Objects.requireNonNull(launch.ags())));
	}

	@Test
	void whoeverIsNotGradedTakesItNotAway() {
		this.places.record(fresh(TestLaunches.learner().build()));
		this.places.record(fresh(TestLaunches.teacher().withoutGradebook().build()));
		this.places.record(fresh(TestLaunches.learner().withoutGradebook().build()));

		assertThat(found(TestLaunches.learner().build()).ags()).isEqualTo(TestLaunches.learner().build().ags());
	}

	@Test
	void ofATeacherAloneNoGradebookIsKnown() {
		CurrentLaunch launch = TestLaunches.teacher().build();
		this.places.record(fresh(launch));

		assertThat(this.links.find(Objects.requireNonNull(launch.link()).id(), launch.user().id())).isEmpty();
	}

	@Test
	void whereTheActivityDoesNotTellTheLearnersOwnLaunchDoes() {
		CurrentLaunch launch = TestLaunches.learner().build();
		this.launches.insert(List.of(fresh(launch)));

		assertThat(found(launch).ags()).isEqualTo(launch.ags());
		CurrentLaunch other = TestLaunches.learner("somebody-else").build();
		assertThat(this.links.find(Objects.requireNonNull(other.link()).id(), other.user().id())).isEmpty();
	}

	@Test
	void whoeverKnowsTheActivityAlreadyLearnsOfItsGradebookFromALearner() {
		this.places.record(fresh(TestLaunches.teacher().build()));
		this.places.record(fresh(TestLaunches.learner().build()));

		assertThat(found(TestLaunches.learner().build()).ags()).isNotNull();
	}

	private RememberedLink found(CurrentLaunch launch) {
		return this.links.find(Objects.requireNonNull(launch.link()).id(), launch.user().id()).orElseThrow();
	}

	private static NewLaunch fresh(CurrentLaunch launch) {
		CurrentLaunch.Link link = Objects.requireNonNull(launch.link());
		LaunchDetails details = new LaunchDetails(launch.family(), launch.platformName(), null, null, link.platformId(),
				link.title(), launch.module(), List.of(), List.of(), launch.presentation(), launch.ags(), null, null,
				null, null, List.of());
		return new NewLaunch(launch, details, "1", Digests.sha256(Ids.inTimeOrder(NOW)), Digests.sha256("token"),
				Digests.sha256("secret"), NOW.plus(Duration.ofHours(4)), launch.graded());
	}

}
