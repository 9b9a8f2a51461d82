package com.humantraffickingexperts.lti.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** No case is forgotten: each is played here, or it is said where it is proved. */
class EveryCaseIsPlacedTests {

	private static final List<String> AREAS = List.of("login", "launch", "keys", "deep-linking", "storage",
			"registration", "ags");

	static Stream<String> elsewhere() {
		return Elsewhere.ids().stream().filter((id) -> !Elsewhere.reason(id).contains("Tests"));
	}

	@Test
	void eachCaseIsPlayedOrListed() {
		Set<String> placed = new TreeSet<>(Elsewhere.ids());
		AREAS.stream().flatMap(Case::of).map(Case::id).forEach(placed::add);
		assertThat(placed).isEqualTo(Case.ids());
	}

	@Test
	void eachRefusalBelongsToACase() {
		assertThat(Case.ids()).containsAll(Contract.refusedIds());
	}

	@Test
	void eachRefusalHasTheStatusClassOfItsCase() {
		AREAS.stream()
			.flatMap(Case::of)
			.filter((played) -> Contract.refusedIds().contains(played.id()))
			.forEach((played) -> assertThat(Contract.status(Contract.refusal(played)) / 100 + "xx").as(played.id())
				.isEqualTo(played.expected().path("status_class").stringValue()));
	}

	@Test
	void eachTestThatProvesACaseElsewhereExists() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
			Set<String> names = sources.map((source) -> source.getFileName().toString().replace(".java", ""))
				.collect(Collectors.toSet());
			assertThat(names).containsAll(Elsewhere.tests());
		}
	}

	@ParameterizedTest
	@MethodSource
	void elsewhere(String id) {
		assumeTrue(false, () -> id + ": " + Elsewhere.reason(id));
	}

}
