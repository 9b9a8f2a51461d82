package com.humantraffickingexperts.lti.inspector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.TestResources;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimMaskTests {

	private static final String LTI = TechnicalClaims.LTI;

	private static String all(Map<String, Object> claims) {
		return ClaimMask.of(claims, null, 500).stream().map(ShownClaim::toString).collect(Collectors.joining("\n"));
	}

	private static @Nullable ShownClaim named(Map<String, Object> claims, String name) {
		return ClaimMask.of(claims, null, 500)
			.stream()
			.filter((claim) -> name.equals(claim.name()))
			.findFirst()
			.orElse(null);
	}

	@Nested
	class WhatDecidesProblems {

		@Test
		void isShown() {
			Map<String, Object> claims = Map.of("iss", "https://lms.example", "aud", List.of("client-7"), "iat",
					1795457652, LTI + "message_type", "LtiResourceLinkRequest", LTI + "version", "1.3.0",
					LTI + "deployment_id", "1", LTI + "roles",
					List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"), TechnicalClaims.AGS,
					Map.of("scope", List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"), "lineitem",
							"https://lms.example/line/4?type_id=2"));
			assertThat(all(claims)).contains("https://lms.example", "client-7", "2026-", "LtiResourceLinkRequest",
					"1.3.0", "membership#Learner", "scope/score", "https://lms.example/line/4?…");
			assertThat(all(claims)).doesNotContain("type_id");
		}

		@Test
		void isMaskedWhenItLooksLikeSomethingElse() {
			Map<String, Object> claims = Map.of(LTI + "message_type", "Jane Doe", LTI + "deployment_id", "Jane Doe",
					LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#JaneDoe"), "locale",
					"jane@doe.example");
			assertThat(all(claims)).doesNotContainIgnoringCase("jane");
		}

		@Test
		void aVariableThatThePlatformDidNotReplaceIsShown() {
			assertThat(all(Map.of(TechnicalClaims.CUSTOM, Map.of("history", "$ResourceLink.id.history"))))
				.contains("$ResourceLink.id.history");
		}

	}

	@Nested
	class WhatTellsOfAPerson {

		@Test
		void isMaskedByKindAndLength() {
			assertThat(named(Map.of("name", "Amara Okafor"), "name"))
				.isEqualTo(new ShownClaim("name", null, ShownClaim.Kind.TEXT, 12));
			assertThat(named(Map.of("sub", "user-99"), "sub"))
				.isEqualTo(new ShownClaim("sub", null, ShownClaim.Kind.TEXT, 7));
		}

		@Test
		void isMaskedInTechnicalClaimsToo() {
			Map<String, Object> claims = new LinkedHashMap<>();
			claims.put(LTI + "context", Map.of("id", "okafor-7"));
			claims.put(LTI + "target_link_uri", "https://tool.example/open/amara/1");
			claims.put("name", "Amara Okafor");
			assertThat(all(claims)).doesNotContainIgnoringCase("okafor").doesNotContainIgnoringCase("amara");
		}

		@Test
		void thePlatformsOwnAddressStaysThoughTheMailHasItsHost() {
			Map<String, Object> claims = Map.of("email", "amara@lms.example", "picture", "https://lms.example/7.png",
					LTI + "target_link_uri", "https://tool.lms.example/lti/launch");
			assertThat(all(claims)).contains("https://tool.lms.example/lti/launch").doesNotContain("amara");
		}

		/**
		 * Names and addresses of people, in every place where a text can stand, also in
		 * names of members, and deep within.
		 */
		@Test
		void neverAppearsWhereverItStands() {
			Random chance = new Random(20261125);
			for (int round = 0; round < 100; round++) {
				List<String> secrets = new ArrayList<>();
				Map<String, Object> claims = nasty(chance, secrets);
				String shown = all(claims) + ClaimMask.header(Map.of("alg", secret(chance, secrets), "kid",
						secret(chance, secrets), secret(chance, secrets), secret(chance, secrets)), null);
				for (String secret : secrets) {
					assertThat(shown.toLowerCase(Locale.ROOT)).as("round %d", round)
						.doesNotContain(secret.toLowerCase(Locale.ROOT));
				}
			}
		}

		private static Map<String, Object> nasty(Random chance, List<String> secrets) {
			Map<String, Object> claims = new LinkedHashMap<>();
			List<String> names = new ArrayList<>(List.of("iss", "aud", "azp", "sub", "name", "given_name", "email",
					"locale", "nonce", LTI + "message_type", LTI + "version", LTI + "deployment_id",
					LTI + "target_link_uri", LTI + "roles", LTI + "context", LTI + "resource_link",
					LTI + "launch_presentation", LTI + "tool_platform", LTI + "custom", LTI + "lis", LTI + "for_user",
					TechnicalClaims.AGS, TechnicalClaims.NRPS, TechnicalClaims.GROUPS, TechnicalClaims.DEEP_LINKING));
			names.add(secret(chance, secrets));
			names.forEach((name) -> claims.put(name, value(chance, secrets, 0)));
			return claims;
		}

		private static Object value(Random chance, List<String> secrets, int depth) {
			return switch (chance.nextInt((depth > 2) ? 2 : 5)) {
				case 0 -> secret(chance, secrets);
				case 1 -> "https://lms.example/return?user=" + secret(chance, secrets).replace(' ', '+');
				case 2 -> IntStream.range(0, 3).mapToObj((index) -> value(chance, secrets, depth + 1)).toList();
				default -> Stream
					.of("id", "title", "type", "scope", "lineitem", "return_url", "document_target", "module",
							"product_family_code", "context_memberships_url", "person_sourcedid",
							secret(chance, secrets))
					.distinct()
					.collect(Collectors.toMap((member) -> member, (member) -> value(chance, secrets, depth + 1)));
			};
		}

		private static String secret(Random chance, List<String> secrets) {
			String[] first = { "Amara", "Zoë", "Łukasz", "O'Brien", "Nguyễn", "Mary-Jane" };
			String[] last = { "Okafor", "van der Berg", "Müller", "D’Souza" };
			String name = first[chance.nextInt(first.length)] + " " + last[chance.nextInt(last.length)];
			String mail = "p" + chance.nextInt(1000) + "." + last[0] + chance.nextInt(10) + "@mail.example";
			String secret = chance.nextBoolean() ? name : mail;
			secrets.add(secret);
			return secret;
		}

	}

	@Nested
	class AMessageOfAStranger {

		@Test
		void fillsNoMoreThanItsShare() {
			Map<String, Object> claims = new LinkedHashMap<>();
			IntStream.range(0, 5000).forEach((number) -> claims.put("claim" + number, "x"));
			assertThat(ClaimMask.of(claims, null, 40)).hasSize(40);
		}

	}

	@Nested
	class MoodleAsRecorded {

		@ParameterizedTest
		@MethodSource("com.humantraffickingexperts.lti.inspector.ClaimMaskTests#recorded")
		void showsTheServicesAndNobodysName(Map<String, Object> claims) {
			String shown = all(claims);
			assertThat(shown).contains("http://localhost:8000", "zoUsZIIwhsMmX2l", "product_family_code");
			for (String personal : List.of("name", "given_name", "family_name", "email")) {
				if (claims.get(personal) instanceof String value) {
					assertThat(shown).doesNotContainPattern("\\b" + Pattern.quote(value) + "\\b");
				}
			}
			assertThat(shown).doesNotContain("sesskey");
		}

	}

	static List<Map<String, Object>> recorded() {
		List<Map<String, Object>> launches = TestResources.moodleLaunches()
			.map(TestResources.RecordedLaunch::claims)
			.toList();
		assertThat(launches).hasSizeGreaterThan(10);
		return launches;
	}

}
