package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.keys.KeySetProbe;
import com.humantraffickingexperts.lti.keys.KeySetProbe.KeySetReport;
import com.humantraffickingexperts.lti.platform.TestPlatformCalls;
import com.humantraffickingexperts.lti.platform.TokenProbe;
import com.humantraffickingexperts.lti.platform.TokenProbe.State;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

import static org.assertj.core.api.Assertions.assertThat;

class ProbesTests {

	private final List<Set<String>> asked = new CopyOnWriteArrayList<>();

	private static TokenReport report(State state, Set<String> granted, @Nullable Duration ahead) {
		return new TokenReport(state, granted, 200, null, null, ahead);
	}

	private Map<String, TokenReport> tokens(PlatformFamily family, Function<Set<String>, TokenReport> platform) {
		Registration registration = TestPlatformCalls.registration("https://lms.example", "a", family);
		TokenProbe tokens = (asking, deployment, scopes) -> {
			this.asked.add(scopes);
			return platform.apply(scopes);
		};
		KeySetProbe keys = (uri) -> new KeySetReport(KeySetProbe.State.READ, 200, List.of(), Duration.ofSeconds(9));
		return new Probes(keys, tokens).all(registration).tokens();
	}

	@Nested
	class MostPlatforms {

		@Test
		void areAskedForEachScopeByItself() {
			Map<String, TokenReport> reports = tokens(PlatformFamily.MOODLE,
					(scopes) -> report(State.GRANTED, scopes, null));
			assertThat(reports).containsOnlyKeys(ServiceScopes.ALL);
			assertThat(ProbesTests.this.asked).hasSize(5).allMatch((scopes) -> scopes.size() == 1);
		}

	}

	@Nested
	class Canvas {

		@Test
		void isAskedOnceForAllScopes() {
			Map<String, TokenReport> reports = tokens(PlatformFamily.CANVAS,
					(scopes) -> report(State.GRANTED, scopes, null));
			assertThat(reports).containsOnlyKeys(ServiceScopes.ALL);
			assertThat(ProbesTests.this.asked).containsExactly(Set.copyOf(ServiceScopes.ALL));
		}

		@Test
		void isAskedOneByOneWhenItRefusesAllForOne() {
			Map<String, TokenReport> reports = tokens(PlatformFamily.CANVAS,
					(scopes) -> scopes.contains(ServiceScopes.MEMBERSHIPS) ? report(State.SCOPE_REFUSED, Set.of(), null)
							: report(State.GRANTED, scopes, null));
			assertThat(ProbesTests.this.asked).hasSize(6);
			assertThat(PlatformChecks.missing(reports)).containsExactly(ServiceScopes.MEMBERSHIPS);
		}

		@Test
		void isLeftAloneOnceItAsksToSlowDown() {
			Map<String, TokenReport> reports = tokens(PlatformFamily.CANVAS,
					(scopes) -> report((ProbesTests.this.asked.size() < 3) ? State.SCOPE_REFUSED : State.THROTTLED,
							Set.of(), null));
			assertThat(ProbesTests.this.asked).hasSize(3);
			assertThat(reports.get(ServiceScopes.MEMBERSHIPS)).isNotNull()
				.extracting(TokenReport::state)
				.isEqualTo(State.THROTTLED);
		}

	}

	@Nested
	class TheClock {

		@Test
		void isThatOfTheTokenEndpointBeforeThatOfAKeySetWhichMayBeCached() {
			TokenReport token = report(State.GRANTED, Set.of(), Duration.ofSeconds(2));
			KeySetReport keys = new KeySetReport(KeySetProbe.State.READ, 200, List.of(), Duration.ofSeconds(9));
			assertThat(new Probes.Answers(keys, Map.of(ServiceScopes.SCORE, token)).ahead())
				.isEqualTo(Duration.ofSeconds(2));
			assertThat(new Probes.Answers(keys, Map.of()).ahead()).isEqualTo(Duration.ofSeconds(9));
		}

	}

}
