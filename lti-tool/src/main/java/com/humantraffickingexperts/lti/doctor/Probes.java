package com.humantraffickingexperts.lti.doctor;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.keys.KeySetProbe;
import com.humantraffickingexperts.lti.keys.KeySetProbe.KeySetReport;
import com.humantraffickingexperts.lti.platform.TokenProbe;
import com.humantraffickingexperts.lti.platform.TokenProbe.TokenReport;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.Registration;

/** Asks a platform, all at once and not for long. */
@Component
class Probes {

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private final KeySetProbe keySets;

	private final TokenProbe tokens;

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("doctor-", 0).factory());

	Probes(KeySetProbe keySets, TokenProbe tokens) {
		this.keySets = keySets;
		this.tokens = tokens;
	}

	/** Everything that a platform can be asked. */
	Answers all(Registration registration) {
		CompletableFuture<KeySetReport> keySet = keySet(registration);
		Map<String, CompletableFuture<TokenReport>> asked = new LinkedHashMap<>();
		if (registration.family() == PlatformFamily.CANVAS) {
			CompletableFuture<Map<String, TokenReport>> inOrder = soon(() -> oneAfterAnother(registration), Map.of());
			ServiceScopes.ALL.forEach((scope) -> asked.put(scope,
					inOrder.thenApply((reports) -> Objects.requireNonNullElseGet(reports.get(scope), Probes::late))));
		}
		else {
			ServiceScopes.ALL.forEach((scope) -> asked.put(scope, token(registration, Set.of(scope))));
		}
		Map<String, TokenReport> reports = new LinkedHashMap<>();
		asked.forEach((scope, report) -> reports.put(scope, report.join()));
		return new Answers(keySet.join(), reports);
	}

	/** What can be asked often: the key set, and a token that could only read. */
	Answers harmless(Registration registration, String scope) {
		CompletableFuture<KeySetReport> keySet = keySet(registration);
		CompletableFuture<TokenReport> token = token(registration, Set.of(scope));
		return new Answers(keySet.join(), Map.of(scope, token.join()));
	}

	/**
	 * Canvas charges so much for a token request that about three in a row throttle the
	 * sender: it is asked for all scopes at once, and says which it grants, or refuses
	 * all of them; then one by one until it has had enough.
	 */
	private Map<String, TokenReport> oneAfterAnother(Registration registration) {
		TokenReport all = ask(registration, Set.copyOf(ServiceScopes.ALL));
		Map<String, TokenReport> reports = new LinkedHashMap<>();
		TokenReport last = all;
		for (String scope : ServiceScopes.ALL) {
			if (all.state() == TokenProbe.State.SCOPE_REFUSED && last.state() != TokenProbe.State.THROTTLED) {
				last = ask(registration, Set.of(scope));
			}
			reports.put(scope, last);
		}
		return reports;
	}

	private CompletableFuture<KeySetReport> keySet(Registration registration) {
		return soon(() -> this.keySets.look(registration.jwksUri()),
				new KeySetReport(KeySetProbe.State.TIMEOUT, null, java.util.List.of(), null));
	}

	private CompletableFuture<TokenReport> token(Registration registration, Set<String> scopes) {
		return soon(() -> ask(registration, scopes), late());
	}

	private TokenReport ask(Registration registration, Set<String> scopes) {
		return this.tokens.ask(registration, deployment(registration), scopes);
	}

	private static @Nullable String deployment(Registration registration) {
		return registration.deploymentIds().stream().sorted().findFirst().orElse(null);
	}

	private <T> CompletableFuture<T> soon(Supplier<T> question, T otherwise) {
		return CompletableFuture.supplyAsync(question, this.threads)
			.completeOnTimeout(otherwise, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static TokenReport late() {
		return new TokenReport(TokenProbe.State.TIMEOUT, Set.of(), null, null, null, null);
	}

	/**
	 * What a platform answered.
	 *
	 * @param keySet its key set
	 * @param tokens the answer for each scope
	 */
	record Answers(KeySetReport keySet, Map<String, TokenReport> tokens) {

		/** By how much the platform's clock is ahead, as far as it says. */
		@Nullable Duration ahead() {
			return Stream
				.concat(this.tokens.values().stream().map(TokenReport::ahead), Stream.ofNullable(this.keySet.ahead()))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
		}

	}

}
