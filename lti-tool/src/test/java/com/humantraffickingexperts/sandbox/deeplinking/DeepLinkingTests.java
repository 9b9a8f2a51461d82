package com.humantraffickingexperts.sandbox.deeplinking;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.sandbox.FakeTool;
import com.humantraffickingexperts.sandbox.WithSandbox;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.oidc.Claim;
import com.humantraffickingexperts.sandbox.oidc.Launch;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;

class DeepLinkingTests extends WithSandbox {

	private Map<?, ?> settings = Map.of();

	@BeforeEach
	void chooses() {
		choosesUnder(Manners.GENERIC);
	}

	private void choosesUnder(Manners manners) {
		this.sandbox.manners(manners);
		Launch launch = this.sandbox.launches()
			.ofChoosing(this.sandbox.registrations().get(Registrations.PRECONFIGURED),
					this.sandbox.people().byUsername("instructor1").orElseThrow(), Courses.FIRST);
		Map<String, @Nullable Object> claims = this.sandbox.idTokens().claims(launch, "n");
		assertThat(claims).containsEntry(Claim.MESSAGE_TYPE, "LtiDeepLinkingRequest");
		this.settings = (Map<?, ?>) Objects.requireNonNull(claims.get(Claim.DEEP_LINKING_SETTINGS));
	}

	@AfterEach
	void onlyTheFirst() {
		this.sandbox.courses().links((link) -> link.number() > 1).forEach(this.sandbox.courses()::remove);
		this.sandbox.gradebook().lineItems((item) -> item.number() > 1).forEach(this.sandbox.gradebook()::remove);
	}

	private List<PlacedLink> placed() {
		return this.sandbox.courses().links((link) -> link.number() > 1);
	}

	private Map<String, @Nullable Object> answer(Object scoreMaximum) {
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put("iss", Registrations.PRECONFIGURED);
		claims.put("sub", Registrations.PRECONFIGURED);
		claims.put("aud", this.sandbox.issuer().toString());
		claims.put("iat", Date.from(Instant.now()));
		claims.put("exp", Date.from(Instant.now().plusSeconds(60)));
		claims.put("nonce", UUID.randomUUID().toString());
		claims.put(Claim.DEPLOYMENT_ID, "1");
		claims.put(Claim.MESSAGE_TYPE, "LtiDeepLinkingResponse");
		claims.put(Claim.VERSION, "1.3.0");
		if (this.settings.get("data") instanceof String data) {
			claims.put(Claim.DEEP_LINKING_DATA, data);
		}
		claims.put(Claim.CONTENT_ITEMS,
				List.of(Map.of("type", "ltiResourceLink", "title", "Spot the signs", "url",
						this.tool.baseUrl() + "/modules/spot-the-signs", "custom", Map.of("module", "spot-the-signs"),
						"lineItem", Map.of("label", "Signs", "scoreMaximum", scoreMaximum, "resourceId", "spot"))));
		return claims;
	}

	private HttpResponse<String> send(String jwt) {
		String address = (String) Objects.requireNonNull(this.settings.get("deep_link_return_url"));
		return this.tool.postForm(URI.create(address), Map.of("JWT", jwt));
	}

	@Test
	void aGoodAnswerPlacesTheModuleWithItsColumn() {
		assertThat(send(this.tool.sign(answer(20))).statusCode()).isEqualTo(200);
		assertThat(placed()).singleElement().satisfies((link) -> {
			assertThat(link.title()).isEqualTo("Spot the signs");
			assertThat(link.custom()).containsEntry("module", "spot-the-signs");
			assertThat(this.sandbox.gradebook().ofLink(link)).hasValueSatisfying((item) -> {
				assertThat(item.label()).isEqualTo("Signs");
				assertThat(item.scoreMaximum()).isEqualTo(20);
				assertThat(item.resourceId()).isEqualTo("spot");
			});
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "iss", "aud", "exp", "iat", "nonce", Claim.DEPLOYMENT_ID, Claim.MESSAGE_TYPE,
			Claim.VERSION, Claim.DEEP_LINKING_DATA })
	void anAnswerThatLacksAClaimPlacesNothing(String claim) {
		Map<String, @Nullable Object> answer = answer(20);
		answer.remove(claim);
		assertThat(send(this.tool.sign(answer)).statusCode()).isEqualTo(400);
		assertThat(placed()).isEmpty();
	}

	@Test
	void anAnswerThatTheToolDidNotSignPlacesNothing() throws Exception {
		String forged = FakeTool.sign(answer(20), new RSAKeyGenerator(2048).generate(), this.tool.keyId());
		assertThat(send(forged).statusCode()).isEqualTo(400);
		assertThat(placed()).isEmpty();
	}

	@Test
	void anAnswerCountsOnce() {
		String answer = this.tool.sign(answer(20));
		send(answer);
		assertThat(send(answer).statusCode()).isEqualTo(400);
		assertThat(placed()).hasSize(1);
	}

	@Test
	void moodleTakesWholePointsOnlyAndIgnoresTheLabel() {
		choosesUnder(Manners.MOODLE);
		assertThat(send(this.tool.sign(answer(12.5))).body()).contains("Invalid grade value");
		choosesUnder(Manners.MOODLE);
		send(this.tool.sign(answer(20)));
		assertThat(placed()).singleElement()
			.satisfies((link) -> assertThat(this.sandbox.gradebook().ofLink(link).orElseThrow().label())
				.isEqualTo("Spot the signs"));
	}

	@Test
	void blackboardWantsASubject() {
		choosesUnder(Manners.BLACKBOARD);
		Map<String, @Nullable Object> answer = answer(20);
		answer.remove("sub");
		assertThat(send(this.tool.sign(answer)).statusCode()).isEqualTo(400);
	}

	@Test
	void canvasTakesTheLabelForTheTitle() {
		choosesUnder(Manners.CANVAS);
		send(this.tool.sign(answer(20)));
		assertThat(placed()).singleElement().satisfies((link) -> assertThat(link.title()).isEqualTo("Signs"));
	}

}
