package com.humantraffickingexperts.sandbox.deeplinking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.sandbox.SandboxClock;
import com.humantraffickingexperts.sandbox.oidc.Launch;

/**
 * The choices of content that people have begun and not finished.
 */
@Component
public class OpenChoices {

	private static final Duration LIFETIME = Duration.ofHours(1);

	private final SandboxClock clock;

	private final Map<String, Launch> open = new LinkedHashMap<>();

	OpenChoices(SandboxClock clock) {
		this.clock = clock;
	}

	synchronized void begun(Launch launch) {
		this.open.values().removeIf((each) -> each.begun().plus(LIFETIME).isBefore(this.clock.instant()));
		this.open.put(launch.id(), launch);
	}

	synchronized Optional<Launch> find(String id) {
		return Optional.ofNullable(this.open.get(id));
	}

	synchronized void finished(Launch launch) {
		this.open.remove(launch.id());
	}

}
