package com.humantraffickingexperts.lti.launch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.keys.ToolSecrets;
import com.humantraffickingexperts.lti.registration.RegistrationId;

import static org.assertj.core.api.Assertions.assertThat;

class LoginStatesTests {

	private static final Instant NOW = Instant.parse("2026-03-04T23:59:30Z");

	private final LoginStates states = new LoginStates(secrets("one"));

	/** Secrets as every node derives them, from a master of this name. */
	private static ToolSecrets secrets(String master) {
		return (purpose) -> Base64.getUrlDecoder()
			.decode(Digests.derived(master, purpose).getBytes(StandardCharsets.US_ASCII));
	}

	private static LoginState state(Instant startedAt) {
		return new LoginState(new RegistrationId("r1"), "the-nonce", "flow", "binding", "target", "deployment",
				"_parent", startedAt);
	}

	@Nested
	class Sealed {

		@Test
		void aStateOpensAsItWas() {
			assertThat(LoginStatesTests.this.states.open(LoginStatesTests.this.states.seal(state(NOW))))
				.hasValue(state(NOW));
		}

		@Test
		void aStateWithoutDeploymentAndStorageOpensAsItWas() {
			LoginState bare = new LoginState(new RegistrationId("r1"), "n", "f", "b", "t", null, null, NOW);
			assertThat(LoginStatesTests.this.states.open(LoginStatesTests.this.states.seal(bare))).hasValue(bare);
		}

		@Test
		void anotherNodeOpensIt() {
			assertThat(new LoginStates(secrets("one")).open(LoginStatesTests.this.states.seal(state(NOW))))
				.hasValue(state(NOW));
		}

		@Test
		void aStateMadeBeforeMidnightOpensAfterIt() {
			LoginStatesTests.this.states.seal(state(NOW.plusSeconds(60)));
			assertThat(LoginStatesTests.this.states.open(LoginStatesTests.this.states.seal(state(NOW)))).isPresent();
		}

		@Test
		void nothingOfItCanBeRead() {
			String sealed = LoginStatesTests.this.states.seal(state(NOW));
			assertThat(sealed).matches("[A-Za-z0-9_-]+");
			assertThat(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
				.doesNotContain("the-nonce", "binding", "_parent");
		}

		@Test
		void theSameStateNeverLooksTheSame() {
			assertThat(LoginStatesTests.this.states.seal(state(NOW)))
				.isNotEqualTo(LoginStatesTests.this.states.seal(state(NOW)));
		}

	}

	@Nested
	class TamperedWith {

		@Test
		void aStateWithAnyBitChangedDoesNotOpen() {
			byte[] bytes = Base64.getUrlDecoder().decode(LoginStatesTests.this.states.seal(state(NOW)));
			for (int bit = 0; bit < bytes.length * 8; bit++) {
				byte[] changed = bytes.clone();
				changed[bit / 8] ^= (byte) (1 << (bit % 8));
				assertThat(LoginStatesTests.this.states
					.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed))).as("bit %s", bit).isEmpty();
			}
		}

		@Test
		void aStateCutShortDoesNotOpen() {
			String sealed = LoginStatesTests.this.states.seal(state(NOW));
			for (int length = 0; length < sealed.length(); length++) {
				assertThat(LoginStatesTests.this.states.open(sealed.substring(0, length))).isEmpty();
			}
		}

		@ParameterizedTest
		@ValueSource(strings = { "", "x", "!!!", "AQAAAAA", "${jndi:ldap://x}", "eyJhbGciOiJub25lIn0.e30." })
		void whatIsNoStateDoesNotOpen(String text) {
			assertThat(LoginStatesTests.this.states.open(text)).isEmpty();
		}

		@Test
		void aHugeTextDoesNotOpen() {
			assertThat(LoginStatesTests.this.states.open("A".repeat(100_000))).isEmpty();
		}

		@Test
		void aStateOfAnotherToolDoesNotOpen() {
			assertThat(LoginStatesTests.this.states.open(new LoginStates(secrets("other")).seal(state(NOW)))).isEmpty();
		}

		@Test
		void aStateDoesNotOpenWithTheKeyOfAnotherDay() {
			byte[] bytes = Base64.getUrlDecoder().decode(LoginStatesTests.this.states.seal(state(NOW)));
			bytes[4]++;
			assertThat(LoginStatesTests.this.states.open(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
		}

	}

	@Nested
	class Expired {

		@Test
		void aStateIsGoodForTenMinutes() {
			assertThat(state(NOW).expired(NOW.plus(Duration.ofMinutes(10)))).isFalse();
			assertThat(state(NOW).expired(NOW.plus(Duration.ofMinutes(10)).plusMillis(1))).isTrue();
		}

		@Test
		void aStateFromTheFutureIsNotGood() {
			assertThat(state(NOW).expired(NOW.minusSeconds(60))).as("nodes' clocks may differ").isFalse();
			assertThat(state(NOW).expired(NOW.minusSeconds(61))).isTrue();
		}

	}

}
