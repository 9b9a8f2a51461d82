package com.humantraffickingexperts.lti.classes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.grades.DeliveryState;
import com.humantraffickingexperts.lti.grades.Drift;
import com.humantraffickingexperts.lti.grades.GradeLedger;
import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.grades.LedgerEntry;
import com.humantraffickingexperts.lti.grades.ScoreId;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.ResourceLinkId;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.learning.AttemptId;
import com.humantraffickingexperts.lti.learning.Points;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** A teacher has grades of the class sent again. */
class LedgerGradesAgainTests {

	private final CurrentLaunch launch = TestLaunches.learner().build();

	private final RegistrationId registration = this.launch.registration().id();

	private final ResourceLinkId link = Objects.requireNonNull(this.launch.link()).id();

	private final GradeLedger ledger = mock(GradeLedger.class);

	private final LedgerGradesAgain again = new LedgerGradesAgain(this.ledger);

	@BeforeEach
	void grades() {
		List<LedgerEntry> all = List.of(entry("refused", DeliveryState.REFUSED, null),
				entry("sent", DeliveryState.SENT, null), entry("waiting", DeliveryState.WAITING, null),
				entry("overridden", DeliveryState.SENT, Drift.OVERRIDDEN));
		when(this.ledger.of(this.link)).thenReturn(all);
		when(this.ledger.resend(eq(this.registration), any())).thenReturn(true);
	}

	@Test
	void thoseThatAreAskedForAreSent() {
		assertThat(this.again.send(this.launch, Set.of(user("refused"), user("sent")))).isEqualTo(2);
		verify(this.ledger).resend(this.registration, new ScoreId("refused"));
		verify(this.ledger).resend(this.registration, new ScoreId("sent"));
	}

	@Test
	void thoseOnTheirWayAndThoseThatATeacherDecidedAreNot() {
		assertThat(this.again.send(this.launch, Set.of(user("waiting"), user("overridden"), user("nobody")))).isZero();
		verify(this.ledger, never()).resend(any(), any());
	}

	private static UserId user(String name) {
		return new UserId(name);
	}

	private LedgerEntry entry(String name, DeliveryState state, @Nullable Drift drift) {
		Points points = new Points(BigDecimal.ONE, BigDecimal.TEN);
		return new LedgerEntry(new ScoreId(name), this.registration, this.link, "Check", user(name),
				new AttemptId(name), "module", "1.0.0", points, new GradeStatus(state, null, Instant.EPOCH, null, null),
				1, points, drift, null, null);
	}

}
