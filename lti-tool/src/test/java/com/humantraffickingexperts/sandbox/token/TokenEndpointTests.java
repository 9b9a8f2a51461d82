package com.humantraffickingexperts.sandbox.token;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.faults.Service;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Scopes;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEndpointTests extends WithSandbox {

	private HttpResponse<String> askWith(Consumer<Map<String, @Nullable Object>> change) {
		Map<String, @Nullable Object> claims = this.tool.assertionClaims(this.sandbox.tokenEndpoint().toString());
		change.accept(claims);
		return this.tool.askForToken(this.sandbox, this.tool.sign(claims), Scopes.SCORE);
	}

	private static RSAKey anotherKey() throws Exception {
		return new RSAKeyGenerator(2048).keyID("another").generate();
	}

	@Nested
	class BySpecification {

		@Test
		void aGoodAssertionGetsATokenWithTheGrantedScopes() {
			HttpResponse<String> response = TokenEndpointTests.this.tool.askForToken(sandbox,
					tool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString())),
					Scopes.SCORE + " https://example.org/unknown");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(FakeTool.header(response, "Content-Type")).startsWith("application/json");
			assertThat(json(response)).containsEntry("token_type", "Bearer")
				.containsEntry("scope", Scopes.SCORE)
				.containsKeys("access_token", "expires_in");
		}

		@Test
		void anAssertionIsGoodOnlyOnce() {
			String assertion = tool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString()));
			assertThat(tool.askForToken(sandbox, assertion, Scopes.SCORE).statusCode()).isEqualTo(200);
			HttpResponse<String> again = tool.askForToken(sandbox, assertion, Scopes.SCORE);
			assertThat(again.statusCode()).isEqualTo(401);
			assertThat(json(again)).containsEntry("error", "invalid_client");
		}

		@Test
		void aWrongAudienceIsRefused() {
			assertThat(askWith((claims) -> claims.put("aud", "https://elsewhere.example/token")).statusCode())
				.isEqualTo(401);
		}

		@Test
		void anExpiredAssertionIsRefused() {
			assertThat(askWith((claims) -> claims.put("exp", Date.from(Instant.now().minusSeconds(1)))).statusCode())
				.isEqualTo(401);
		}

		@Test
		void anAssertionFromTheFutureIsRefused() {
			assertThat(askWith((claims) -> claims.put("iat", Date.from(Instant.now().plusSeconds(300)))).statusCode())
				.isEqualTo(401);
		}

		@Test
		void anIssuerThatIsNotTheClientIsRefused() {
			assertThat(askWith((claims) -> claims.put("iss", "somebody")).statusCode()).isEqualTo(401);
		}

		@Test
		void anUnknownClientIsRefused() {
			assertThat(askWith((claims) -> claims.put("sub", "somebody")).statusCode()).isEqualTo(401);
		}

		@Test
		void aMissingClaimIsRefusedAndNamed() {
			HttpResponse<String> response = askWith((claims) -> claims.remove("jti"));
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).contains("invalid_request").contains("jti");
		}

		@Test
		void anotherKeyUnderTheToolsKeyIdIsRefused() throws Exception {
			String assertion = FakeTool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString()), anotherKey(),
					tool.keyId());
			assertThat(tool.askForToken(sandbox, assertion, Scopes.SCORE).statusCode()).isEqualTo(401);
		}

		@Test
		void aKeyTheToolDoesNotPublishIsRefused() throws Exception {
			RSAKey another = anotherKey();
			String assertion = FakeTool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString()), another,
					another.getKeyID());
			assertThat(tool.askForToken(sandbox, assertion, Scopes.SCORE).statusCode()).isEqualTo(401);
		}

		@Test
		void anAssertionWithoutKeyIdIsRefused() throws Exception {
			String assertion = FakeTool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString()), anotherKey(),
					null);
			assertThat(tool.askForToken(sandbox, assertion, Scopes.SCORE).statusCode()).isEqualTo(401);
		}

		@Test
		void somethingThatIsNoJwtIsRefused() {
			assertThat(tool.askForToken(sandbox, "nonsense", Scopes.SCORE).statusCode()).isEqualTo(400);
		}

		@Test
		void aScopeThatIsNotGrantedIsRefused() {
			HttpResponse<String> response = tool.askForToken(sandbox,
					tool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString())), "https://example.org/unknown");
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(json(response)).containsEntry("error", "invalid_scope");
		}

		@Test
		void anotherGrantTypeIsRefused() {
			HttpResponse<String> response = tool.postForm(sandbox.tokenEndpoint(), Map.of("grant_type", "password"));
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(json(response)).containsEntry("error", "unsupported_grant_type");
		}

		@Test
		void aRotatedToolKeyIsFetchedAgain() {
			tool.token(sandbox);
			tool.rotateKey();
			assertThat(tool.token(sandbox)).isNotEmpty();
		}

		@Test
		void neitherTokensNorAssertionsAreRecorded() {
			tool.token(sandbox);
			assertThat(sandbox.requests().to(Service.TOKEN)).singleElement()
				.satisfies((request) -> assertThat(request.body()).isEmpty());
		}

		@Test
		void aSkewedClockRefusesWhatLooksExpired() {
			sandbox.clock().skew(Duration.ofHours(1));
			assertThat(askWith((claims) -> {
			}).statusCode()).isEqualTo(401);
		}

	}

	@Nested
	class InMannersOfMoodle {

		@Test
		void audienceIssuerAndReplayAreNotLookedAt() {
			sandbox.manners(Manners.MOODLE);
			Map<String, @Nullable Object> claims = tool.assertionClaims("https://elsewhere.example");
			claims.put("iss", "somebody");
			claims.remove("exp");
			String assertion = tool.sign(claims);
			assertThat(tool.askForToken(sandbox, assertion, Scopes.SCORE).statusCode()).isEqualTo(200);
			HttpResponse<String> again = tool.askForToken(sandbox, assertion, Scopes.SCORE);
			assertThat(again.statusCode()).isEqualTo(200);
			assertThat(FakeTool.header(again, "Content-Type")).startsWith("text/html");
		}

		@Test
		void anAssertionTwoSecondsInTheFutureIsRefused() {
			sandbox.manners(Manners.MOODLE);
			HttpResponse<String> response = askWith(
					(claims) -> claims.put("iat", Date.from(Instant.now().plusSeconds(3))));
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).contains("Cannot handle token with iat prior to");
		}

		@Test
		void anUnknownKeyIsRefusedInBrokenJson() throws Exception {
			sandbox.manners(Manners.MOODLE);
			RSAKey another = anotherKey();
			HttpResponse<String> response = tool.askForToken(sandbox, FakeTool
				.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString()), another, another.getKeyID()),
					Scopes.SCORE);
			assertThat(response.body()).contains("\"\"kid\" invalid");
		}

	}

	@Nested
	class InMannersOfOthers {

		@Test
		void brightspaceWantsItsOwnAudience() {
			sandbox.manners(Manners.BRIGHTSPACE);
			HttpResponse<String> refused = askWith((claims) -> {
			});
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(json(refused)).containsEntry("error", "invalid_grant");
			assertThat(askWith((claims) -> claims.put("aud", "https://api.brightspace.com/auth/token")).statusCode())
				.isEqualTo(200);
		}

		@Test
		void canvasNamesAllFaultsAtOnce() {
			sandbox.manners(Manners.CANVAS);
			HttpResponse<String> response = askWith((claims) -> {
				claims.put("aud", "https://elsewhere.example");
				claims.put("exp", Date.from(Instant.now().minusSeconds(1)));
			});
			assertThat(json(response)).containsEntry("error_description", "the 'aud' is invalid | the JWT has expired");
		}

		@Test
		void canvasRefusesAllScopesForOne() {
			sandbox.manners(Manners.CANVAS);
			HttpResponse<String> response = tool.askForToken(sandbox,
					tool.sign(tool.assertionClaims(sandbox.tokenEndpoint().toString())),
					Scopes.SCORE + " https://example.org/unknown");
			assertThat(json(response)).containsEntry("error", "invalid_scope");
		}

		@Test
		void sakaiRefusesAnAssertionThatIsGoodForTooLong() {
			sandbox.manners(Manners.SAKAI);
			assertThat(askWith((claims) -> claims.put("exp", Date.from(Instant.now().plusSeconds(3600)))).statusCode())
				.isEqualTo(400);
		}

	}

}
