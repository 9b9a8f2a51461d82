package com.humantraffickingexperts.lti.registration;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.lti.registration.PlatformsSettings.Platform;
import com.humantraffickingexperts.lti.registration.Registration.UnknownDeployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlatformsSettingsTests {

	private static final URI KEY_SET = URI.create("https://lms.example/keys");

	private static Registration registration(@Nullable URI keySet, @Nullable String publicKey) {
		return new Platform("College", "https://lms.example", "c", Set.of("1"), URI.create("https://lms.example/auth"),
				URI.create("https://lms.example/token"), null, keySet, publicKey, Set.of(), Set.of(),
				UnknownDeployments.ASK, false, true, null)
			.toRegistration();
	}

	@Nested
	class ThePlatformsKeys {

		@Test
		void areAtTheAddressOfItsKeySet() {
			assertThat(registration(KEY_SET, null).jwksUri()).isEqualTo(KEY_SET);
			assertThat(registration(KEY_SET, " ").keySource()).isEqualTo("https://lms.example/keys");
		}

		@Test
		void areTheOneThatIsGiven() throws Exception {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			byte[] key = generator.generateKeyPair().getPublic().getEncoded();
			Registration made = registration(null, "-----BEGIN PUBLIC KEY-----\n"
					+ Base64.getMimeEncoder().encodeToString(key) + "\n-----END PUBLIC KEY-----\n");
			assertThat(GivenKey.at(made.jwksUri()).orElseThrow().getEncoded()).isEqualTo(key);
			assertThat(made.servesAt(URI.create("https://lms.example/grades"))).isTrue();
			assertThat(made.servesAt(URI.create("https://other.example/grades"))).isFalse();
		}

		@Test
		void areNeededOnce() {
			assertThatIllegalArgumentException().isThrownBy(() -> registration(null, null))
				.withMessageContaining("https://lms.example");
			assertThatIllegalArgumentException().isThrownBy(() -> registration(KEY_SET, "-----BEGIN PUBLIC KEY-----"))
				.withMessageContaining("not both");
		}

		@Test
		void areNoPrivateKey() {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> registration(null, "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----"))
				.withMessageContaining("no RSA public key")
				.withMessageNotContaining("AAAA");
		}

	}

}
