package com.humantraffickingexperts.lti;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What is made ready while Spring starts. Spring Boot passes over one that fails, so that
 * nobody would notice.
 */
class PreinitializersTests {

	private final List<BackgroundPreinitializer> ours = SpringFactoriesLoader
		.loadFactories(BackgroundPreinitializer.class, null)
		.stream()
		.filter((each) -> each.getClass().getName().startsWith("com.humantraffickingexperts."))
		.toList();

	@Test
	void areFound() {
		assertThat(this.ours).extracting((each) -> each.getClass().getSimpleName())
			.containsExactlyInAnyOrder("KeysPreinitializer", "NetworkPreinitializer");
	}

	@Test
	void doNotFail() {
		assertThat(this.ours).allSatisfy((each) -> assertThatCode(each::preinitialize).doesNotThrowAnyException());
	}

}
