package com.humantraffickingexperts.lti.keys;

import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.TestResources;
import com.humantraffickingexperts.lti.TestResources.RecordedLaunch;
import com.humantraffickingexperts.lti.keys.PlatformKeys.Verification;

import static org.assertj.core.api.Assertions.assertThat;

/** What a real Moodle signed, with the keys that it published. */
class RecordedSignaturesTests {

	static Stream<RecordedLaunch> launches() {
		return TestResources.moodleLaunches();
	}

	private static PublishedKeys moodlesKeys() throws PlatformKeysUnavailable {
		Path file = TestResources.files("recordings/moodle-4.5")
			.stream()
			.filter((one) -> one.endsWith("03-platform-jwks.json"))
			.findFirst()
			.orElseThrow();
		@SuppressWarnings("unchecked")
		Map<String, Object> body = (Map<String, Object>) Objects.requireNonNull(TestResources.object(file).get("body"));
		return PublishedKeys.parse(URI.create("http://localhost:8000/mod/lti/certs.php"),
				JSONObjectUtils.toJSONString(body), Instant.EPOCH);
	}

	@ParameterizedTest
	@MethodSource("launches")
	void eachIsGenuine(RecordedLaunch recorded) throws ParseException, PlatformKeysUnavailable {
		assertThat(moodlesKeys().verify(JWSObject.parse(recorded.idToken()))).isEqualTo(Verification.VALID);
	}

	@ParameterizedTest
	@MethodSource("launches")
	void aChangedOneIsNot(RecordedLaunch recorded) throws ParseException, PlatformKeysUnavailable {
		String[] parts = recorded.idToken().split("\\.");
		String other = launches().map(RecordedLaunch::idToken)
			.filter((token) -> !token.startsWith(parts[0] + "." + parts[1]))
			.findFirst()
			.orElseThrow();
		String mixed = parts[0] + "." + parts[1] + "." + other.split("\\.")[2];
		assertThat(moodlesKeys().verify(JWSObject.parse(mixed))).isEqualTo(Verification.INVALID);
	}

}
