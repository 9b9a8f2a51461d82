package com.humantraffickingexperts.lti.deeplinking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LinkOrigin;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class JdbcModuleChoicesTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private final TestDatabase database;

	private final JdbcModuleChoices choices;

	JdbcModuleChoicesTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
		this.choices = new JdbcModuleChoices(this.database.jdbc());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private static CurrentLaunch of(String link) {
		return TestLaunches.teacher().link(link).module(null).build();
	}

	private void choose(String link, String module) {
		CurrentLaunch launch = of(link);
		this.choices.choose(launch, link(launch), module, NOW);
	}

	private static CurrentLaunch.Link link(CurrentLaunch launch) {
		return Objects.requireNonNull(launch.link());
	}

	private static LinkOrigin origin(CurrentLaunch launch, List<String> former) {
		return new LinkOrigin(launch.registration().id(), link(launch).id(), link(launch).title(),
				former.stream().map((name) -> link(of(name)).id()).toList(),
				List.of(Objects.requireNonNull(launch.context()).id()));
	}

	@Test
	void theLastChoiceForALinkCounts() {
		choose("one", "first");
		choose("one", "second");
		assertThat(this.choices.find(origin(of("one"), List.of()))).hasValue("second");
		assertThat(this.choices.find(origin(of("ONE"), List.of()))).isEmpty();
	}

	@Test
	void aLinksOwnChoiceComesBeforeThatOfTheNearestOriginal() {
		choose("nearest", "b");
		choose("farthest", "c");
		LinkOrigin copy = origin(of("copy"), List.of("unknown", "nearest", "farthest"));
		assertThat(this.choices.find(copy)).hasValue("b");
		choose("copy", "a");
		assertThat(this.choices.find(copy)).hasValue("a");
	}

	@Test
	void aTitleInAFormerContextIsNotAlwaysClear() {
		choose("one", "a");
		assertThat(this.choices.inFormerContexts(origin(of("copy"), List.of()))).containsExactly("a");
		choose("two", "b");
		assertThat(this.choices.inFormerContexts(origin(of("copy"), List.of()))).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void aChoiceBelongsToItsRegistration() {
		choose("one", "a");
		CurrentLaunch launch = of("one");
		ResourceLinkId link = link(launch).id();
		ContextId context = Objects.requireNonNull(launch.context()).id();
		LinkOrigin foreign = new LinkOrigin(new RegistrationId("other"), link, "Referral", List.of(link),
				List.of(context));
		assertThat(this.choices.find(foreign)).isEmpty();
		assertThat(this.choices.inFormerContexts(foreign)).isEmpty();
	}

}
