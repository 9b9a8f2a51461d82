package com.humantraffickingexperts.lti.web;

import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two requests are alike when they differ in nothing but their own words. */
class LikenessTests {

	private final OwnWords first = words("/launches/first", "token-1");

	private final OwnWords second = words("/launches/second", "token-2");

	private static OwnWords words(String... words) {
		return new OwnWords(List.of(), List.of(words), List.of(words));
	}

	private Object first(Object value) {
		return Likeness.of(value, this.first);
	}

	private Object second(Object value) {
		return Likeness.of(value, this.second);
	}

	@Nested
	class Alike {

		@Test
		void areTheirAddresses() {
			assertThat(first("/launches/first/learn")).isEqualTo(second("/launches/second/learn"));
		}

		@Test
		void areAddressesWithinListsAndRecords() {
			assertThat(first(new Shown("a", List.of("/launches/first/a?t=token-1"), 3)))
				.isEqualTo(second(new Shown("a", List.of("/launches/second/a?t=token-2"), 3)));
		}

	}

	@Nested
	class NotAlike {

		@Test
		void areOtherPagesOfTheSameSession() {
			assertThat(first("/launches/first/learn")).isNotEqualTo(first("/launches/first/pause"));
		}

		@Test
		void areAddressesOfOthers() {
			assertThat(first("/launches/second/learn")).isNotEqualTo(second("/launches/second/learn"));
		}

		@Test
		void areDifferentValues() {
			assertThat(first(new Shown("a", List.of(), 3))).isNotEqualTo(second(new Shown("a", List.of(), 4)));
			assertThat(first(List.of("a"))).isNotEqualTo(second(List.of("a", "a")));
		}

		@Test
		void areRecordsOfDifferentKinds() {
			assertThat(first(new Other("a"))).isNotEqualTo(second(new Another("a")));
		}

		@Test
		void areNothingAndAnEmptyList() {
			assertThat(Likeness.of(null, LikenessTests.this.first)).isNotEqualTo(second(List.of()));
		}

	}

	@Nested
	class Moulding {

		@Test
		void takesOutAndPutsInEveryWordWhereverItStands() {
			OwnWords third = words("", "<t>");
			assertThat(Moulded.of("/launches/first", LikenessTests.this.first).filled(third)).isEmpty();
			assertThat(
					Moulded.of("token-1/launches/first/launches/first-token-1", LikenessTests.this.first).filled(third))
				.isEqualTo("<t>-<t>");
			assertThat(Moulded.of("", LikenessTests.this.first).filled(third)).isEmpty();
		}

	}

	/**
	 * What a page shows.
	 */
	record Shown(String title, List<String> paths, int count) {
	}

	/**
	 * One kind.
	 */
	record Other(String text) {
	}

	/**
	 * Another kind with the same content.
	 */
	record Another(String text) {
	}

}
