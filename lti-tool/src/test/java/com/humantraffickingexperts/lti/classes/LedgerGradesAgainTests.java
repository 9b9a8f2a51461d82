package com.humantraffickingexperts.lti.classes;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.grades.GradeLedger;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.people.UserId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/** A teacher has grades of the class sent again. */
class LedgerGradesAgainTests {

	private static final Set<UserId> LEARNERS = Set.of(new UserId("a"), new UserId("b"));

	private final GradeLedger ledger = mock(GradeLedger.class);

	private final LedgerGradesAgain again = new LedgerGradesAgain(this.ledger);

	@Test
	void thoseOfTheActivityAreSent() {
		CurrentLaunch launch = TestLaunches.learner().build();
		when(this.ledger.resend(launch.registration().id(), Objects.requireNonNull(launch.link()).id(), LEARNERS))
			.thenReturn(2);
		assertThat(this.again.send(launch, LEARNERS)).isEqualTo(2);
	}

	@Test
	void whereThereIsNoActivityNoneIs() {
		CurrentLaunch launch = TestLaunches.teacher()
			.choosing(new DeepLinkingSettings(URI.create("https://moodle.example.org/return"),
					List.of("ltiResourceLink"), List.of("iframe"), true, null, false, null, null, null))
			.build();
		assertThat(this.again.send(launch, LEARNERS)).isZero();
		verifyNoInteractions(this.ledger);
	}

}
