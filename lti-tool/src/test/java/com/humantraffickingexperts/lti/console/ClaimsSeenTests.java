package com.humantraffickingexperts.lti.console;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationTerms;

import static org.assertj.core.api.Assertions.assertThat;

@OnEachDatabase
class ClaimsSeenTests {

	private static final RegistrationId COLLEGE = new RegistrationId("college");

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private final TestDatabase.Product product;

	private TestDatabase database;

	private ClaimsSeen claims;

	ClaimsSeenTests(TestDatabase.Product product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.database = TestDatabase.create(this.product);
		this.claims = node();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private ClaimsSeen node() {
		return new ClaimsSeen(new JdbcClaims(this.database.jdbc()));
	}

	@Test
	void areKnownAtOnceAndToOthersOnceTheyAreWritten() {
		this.claims.seen(COLLEGE, Set.of("sub", "name"), NOW);
		assertThat(this.claims.of(COLLEGE)).containsOnly(Map.entry("sub", NOW), Map.entry("name", NOW));
		assertThat(node().of(COLLEGE)).isEmpty();
		this.claims.flush();
		assertThat(node().of(COLLEGE)).containsOnly(Map.entry("sub", NOW), Map.entry("name", NOW));
		assertThat(node().lastLaunches()).containsOnly(Map.entry(COLLEGE, NOW));
	}

	@Test
	void keepTheLatestTimeWhicheverNodeWritesLast() {
		this.claims.seen(COLLEGE, Set.of("sub"), NOW.plusSeconds(5));
		ClaimsSeen late = node();
		late.seen(COLLEGE, Set.of("sub"), NOW);
		this.claims.flush();
		late.flush();
		assertThat(node().of(COLLEGE)).containsEntry("sub", NOW.plusSeconds(5));
	}

	@Test
	void doNotFillTheDatabaseWithNamesThatAPlatformMakesUp() {
		for (int round = 0; round < 5; round++) {
			for (int number = 0; number < 60; number++) {
				this.claims.seen(COLLEGE, Set.of("made-up-" + round + "-" + number), NOW);
			}
			this.claims.flush();
		}
		assertThat(node().of(COLLEGE)).hasSizeLessThanOrEqualTo(200);
		this.claims.seen(COLLEGE, Set.of("x".repeat(256)), NOW);
		this.claims.flush();
	}

	@Test
	void differAsSoonAsOneByteDoes() {
		this.claims.seen(COLLEGE, Set.of("name", "Name"), NOW);
		this.claims.flush();
		assertThat(node().of(COLLEGE)).containsOnlyKeys("name", "Name");
	}

	@Test
	void tellWhatIsStoredAndWhatIsNot() {
		Map<String, Instant> seen = Map.of("sub", NOW, "name", NOW, "email", NOW, "made_up", NOW);
		RegistrationTerms pseudonymous = new RegistrationTerms(null, null, null, Set.of(), true);
		assertThat(ClaimUse.card(seen, RegistrationTerms.NONE)).filteredOn(ClaimUse.Row::stored)
			.extracting(ClaimUse.Row::use)
			.contains(ClaimUse.SUBJECT, ClaimUse.NAME)
			.doesNotContain(ClaimUse.EMAIL, ClaimUse.OTHER);
		assertThat(ClaimUse.card(seen, pseudonymous)).filteredOn((row) -> row.use() == ClaimUse.NAME)
			.singleElement()
			.satisfies((row) -> {
				assertThat(row.stored()).isFalse();
				assertThat(row.claims()).containsExactly("name");
			});
		assertThat(ClaimUse.card(seen, pseudonymous)).extracting(ClaimUse.Row::use)
			.contains(ClaimUse.OTHER)
			.doesNotContain(ClaimUse.PERSON);
	}

}
