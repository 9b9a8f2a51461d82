package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LaunchMessagesTests {

	private static final List<String> NAMES = List.of(LtiClaim.MESSAGE_TYPE, LtiClaim.VERSION, LtiClaim.DEPLOYMENT_ID,
			LtiClaim.TARGET_LINK_URI, LtiClaim.RESOURCE_LINK, LtiClaim.ROLES, LtiClaim.CONTEXT,
			LtiClaim.LAUNCH_PRESENTATION, LtiClaim.TOOL_PLATFORM, LtiClaim.CUSTOM, LtiClaim.FOR_USER,
			LtiClaim.AGS_ENDPOINT, LtiClaim.NAMES_AND_ROLES, LtiClaim.DEEP_LINKING_SETTINGS, "sub", "name",
			"given_name", "family_name", "locale");

	private static Map<String, Object> resourceLink() {
		Map<String, Object> claims = new HashMap<>();
		claims.put(LtiClaim.VERSION, "1.3.0");
		claims.put(LtiClaim.MESSAGE_TYPE, "LtiResourceLinkRequest");
		claims.put(LtiClaim.DEPLOYMENT_ID, "1");
		claims.put(LtiClaim.TARGET_LINK_URI, "https://tool.example/lti/launch");
		claims.put(LtiClaim.RESOURCE_LINK, Map.of("id", "rl"));
		claims.put(LtiClaim.ROLES, List.of());
		claims.put("sub", "u1");
		return claims;
	}

	private static LaunchMessage with(String name, Object value) throws ClaimFault {
		Map<String, Object> claims = resourceLink();
		claims.put(name, value);
		return LaunchMessages.read(claims, (uri) -> "lms.example".equals(uri.getHost()));
	}

	@Nested
	class WhatIsRequired {

		@ParameterizedTest
		@ValueSource(strings = { LtiClaim.VERSION, LtiClaim.MESSAGE_TYPE, LtiClaim.DEPLOYMENT_ID,
				LtiClaim.TARGET_LINK_URI, LtiClaim.RESOURCE_LINK, LtiClaim.ROLES })
		void aMissingClaimIsNamed(String name) {
			Map<String, Object> claims = resourceLink();
			claims.remove(name);
			assertThatExceptionOfType(ClaimFault.class).isThrownBy(() -> LaunchMessages.read(claims, (uri) -> true))
				.withMessage(name)
				.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(ClaimFault.Kind.MISSING));
		}

		@Test
		void aLaunchWithNothingElseIsUnderstood() throws ClaimFault {
			LaunchMessage message = LaunchMessages.read(resourceLink(), (uri) -> true);
			assertThat(message.name()).isNull();
			assertThat(message.context()).isNull();
			assertThat(message.ags()).isNull();
			assertThat(message.presentation()).isEqualTo(LaunchPresentation.NONE);
		}

		@Test
		void anUnknownMessageTypeIsRefusedByName() {
			assertThatExceptionOfType(ClaimFault.class).isThrownBy(() -> with(LtiClaim.MESSAGE_TYPE, "LtiEulaRequest"))
				.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(ClaimFault.Kind.MESSAGE_TYPE));
		}

		@Test
		void aSubjectWithHalfACharacterIsNobody() throws ClaimFault {
			for (String half : List.of("a\ud800", "\udfffa", "\ud83d x")) {
				assertThatExceptionOfType(ClaimFault.class).isThrownBy(() -> with("sub", half)).withMessage("sub");
			}
			assertThat(with("sub", "a\ud83d\ude00").subject()).isEqualTo("a\ud83d\ude00");
		}

		@Test
		void aSubmissionReviewSaysWhose() throws ClaimFault {
			Map<String, Object> claims = resourceLink();
			claims.put(LtiClaim.MESSAGE_TYPE, "LtiSubmissionReviewRequest");
			assertThatExceptionOfType(ClaimFault.class).isThrownBy(() -> LaunchMessages.read(claims, (uri) -> true))
				.withMessage(LtiClaim.FOR_USER);
			claims.put(LtiClaim.FOR_USER, Map.of("user_id", "u2"));
			assertThat(LaunchMessages.read(claims, (uri) -> true).forUser()).isEqualTo("u2");
		}

	}

	@Nested
	class WhatIsForgiven {

		@Test
		void nullIsAsIfItWereAbsent() throws ClaimFault {
			Map<String, @Nullable Object> claims = new HashMap<>(resourceLink());
			for (String name : List.of("name", "locale", LtiClaim.CONTEXT, LtiClaim.CUSTOM, LtiClaim.TOOL_PLATFORM,
					LtiClaim.LAUNCH_PRESENTATION, LtiClaim.AGS_ENDPOINT)) {
				claims.put(name, null);
			}
			@SuppressWarnings({ "unchecked", "NullAway" })
			Map<String, Object> payload = (Map<String, Object>) (Map<String, ?>) claims;
			assertThat(LaunchMessages.read(payload, (uri) -> true).subject()).isEqualTo("u1");
		}

		@Test
		void aContextWithoutAnIdIsNone() throws ClaimFault {
			assertThat(with(LtiClaim.CONTEXT, Map.of("title", "A course")).context()).isNull();
		}

		@Test
		void longTitlesAreCutBetweenCharacters() throws ClaimFault {
			String title = "x".repeat(254) + "\uD83D\uDE00" + "y".repeat(100);
			LaunchMessage.Context context = Objects
				.requireNonNull(with(LtiClaim.CONTEXT, Map.of("id", "c", "title", title)).context());
			assertThat(context.title()).isEqualTo("x".repeat(254));
		}

		@Test
		void serviceAddressesElsewhereAreDropped() throws ClaimFault {
			assertThat(with(LtiClaim.NAMES_AND_ROLES, Map.of("context_memberships_url", "https://evil.example/nrps"))
				.memberships()).isNull();
			assertThat(with(LtiClaim.NAMES_AND_ROLES, Map.of("context_memberships_url", "https://lms.example/nrps?a=b"))
				.memberships()).isEqualTo(URI.create("https://lms.example/nrps?a=b"));
		}

		@Test
		void groupsAreOfferedWhereTheToolMayReadThem() throws ClaimFault {
			URI groups = URI.create("https://lms.example/groups");
			assertThat(with(LtiClaim.GROUPS, Map.of("context_groups_url", groups.toString())).groups())
				.isEqualTo(new GroupsService(groups, null));
			assertThat(with(LtiClaim.GROUPS,
					Map.of("context_groups_url", groups.toString(), "context_group_sets_url",
							"https://lms.example/sets", "scope", List.of(GroupsService.SCOPE)))
				.groups()).isEqualTo(new GroupsService(groups, URI.create("https://lms.example/sets")));
			assertThat(with(LtiClaim.GROUPS,
					Map.of("context_groups_url", groups.toString(), "scope", List.of("https://lms.example/other")))
				.groups()).isNull();
			assertThat(with(LtiClaim.GROUPS, Map.of("context_groups_url", "https://evil.example/groups")).groups())
				.isNull();
			assertThat(with(LtiClaim.GROUPS, "odd").groups()).isNull();
		}

		@ParameterizedTest
		@ValueSource(strings = { "javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,x", "//evil.example/",
				"/relative", "https://user@evil.example/", "ftp://lms.example/", "https://", "" })
		void aReturnAddressThatIsNoneIsDropped(String address) throws ClaimFault {
			assertThat(with(LtiClaim.LAUNCH_PRESENTATION, Map.of("return_url", address)).presentation().returnUrl())
				.isNull();
		}

		@Test
		void aLocaleMayBeWrittenWithAnUnderscore() throws ClaimFault {
			assertThat(with("locale", "de_DE").presentation().locale()).isEqualTo("de-DE");
			assertThat(with("locale", "xx-invalid-!!").presentation().locale()).isNull();
		}

		@Test
		void aLocaleKeepsItsLanguageWhateverThePlatformAppends() throws ClaimFault {
			assertThat(with("locale", "ar_kids").presentation().locale()).startsWith("ar");
			assertThat(with("locale", "en_us_k12").presentation().locale()).isEqualTo("en");
		}

	}

	@Nested
	class WhateverComes {

		static IntStream seeds() {
			return IntStream.range(0, 400);
		}

		/** A fault of any other kind would be a page that says the tool is broken. */
		@ParameterizedTest
		@MethodSource("seeds")
		void isUnderstoodOrRefusedWithTheNameOfTheClaim(int seed) {
			Random random = new Random(seed);
			for (int i = 0; i < 50; i++) {
				Map<String, Object> claims = resourceLink();
				for (int changed = 0; changed < 4; changed++) {
					claims.put(NAMES.get(random.nextInt(NAMES.size())), value(random, 3));
				}
				try {
					LaunchMessage message = LaunchMessages.read(claims, (uri) -> true);
					assertThat(message.deploymentId()).isNotBlank();
				}
				catch (ClaimFault fault) {
					assertThat(fault.getMessage()).isNotBlank();
				}
			}
		}

		@SuppressWarnings("NullAway") // JSON has nulls everywhere
		private static Object value(Random random, int depth) {
			return switch (random.nextInt((depth == 0) ? 9 : 12)) {
				case 0 -> null;
				case 1 -> random.nextLong();
				case 2 -> random.nextDouble();
				case 3 -> random.nextBoolean();
				case 4 -> "";
				case 5 -> pick(random, "LtiDeepLinkingRequest", "LtiSubmissionReviewRequest", "LtiResourceLinkRequest",
						"LtiDataPrivacyLaunchRequest", "1.3.0");
				case 6 -> pick(random, "https://lms.example/a?b=c", "http://[::1]/", "https://%zz", "://", "\u0000");
				case 7 -> pick(random, " ", "\uD800", "x".repeat(300), "de_DE", "true", "ltiResourceLink,link");
				case 8 -> Integer.MIN_VALUE;
				case 9 -> list(random, depth);
				default -> object(random, depth);
			};
		}

		private static String pick(Random random, String... texts) {
			return Arrays.asList(texts).get(random.nextInt(texts.length));
		}

		private static List<Object> list(Random random, int depth) {
			List<Object> list = new ArrayList<>();
			for (int i = random.nextInt(4); i > 0; i--) {
				list.add(value(random, depth - 1));
			}
			return list;
		}

		private static Map<String, Object> object(Random random, int depth) {
			Map<String, Object> object = new HashMap<>();
			for (int i = random.nextInt(6); i > 0; i--) {
				object.put(
						pick(random, "id", "title", "label", "return_url", "locale", "document_target", "scope",
								"lineitem", "lineitems", "context_memberships_url", "deep_link_return_url",
								"accept_types", "accept_multiple", "user_id", "name", "data"),
						value(random, depth - 1));
			}
			return object;
		}

	}

}
