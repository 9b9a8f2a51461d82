package com.humantraffickingexperts.lti.conformance;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.lti.conformance.Browser.Answer;
import com.humantraffickingexperts.lti.conformance.PlatformDouble.KeySet;
import com.humantraffickingexperts.lti.conformance.Stage.Login;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.TestGuardedHttp;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of algorithms, signatures and key sets, the platforms' and our own. */
@OnTheWholeTool
class KeysConformanceTests {

	private static final byte[] SHA256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

	private final ToolUnderTest tool;

	/** The tool's way out as it is in production. */
	private final OutboundHttp guarded = TestGuardedHttp.publicOnly();

	private final Map<String, Scenario> scenarios = new HashMap<>();

	@Autowired
	KeysConformanceTests(ToolUnderTest tool) {
		this.tool = tool;
		signatures();
		platformKeySets();
		ownKeys();
	}

	static Stream<Case> cases() {
		return Case.of("keys");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void holds(Case played) {
		try (Stage stage = new Stage(this.tool)) {
			this.scenarios.getOrDefault(played.id(), this::oneLaunch).play(stage, played);
		}
	}

	private void oneLaunch(Stage stage, Case played) {
		assertThat(played.given().propertyNames()).as("what %s gives", played.id())
			.isSubsetOf("base", "mutations", "variants", "jwks", "jwks_response", "cache");
		publish(stage.keysOfA(), played.given());
		judge(stage, played, Mutations.draft(played));
	}

	private static void judge(Stage stage, Case played, Draft draft) {
		Browser browser = stage.browser();
		Login login = stage.login(draft, browser);
		Map<String, List<String>> before = stage.rows();
		Answer answer = stage.launch(draft, login, browser);
		if (played.accepted()) {
			Verdict.letIn(draft, answer, browser);
			Verdict.asksOnlyForKeys(stage);
		}
		else {
			Verdict.refused(stage, Contract.refusal(played), answer, before);
		}
	}

	private static Answer launch(Stage stage, Draft draft) {
		Browser browser = stage.browser();
		return stage.launch(draft, stage.login(draft, browser), browser);
	}

	private static void publish(KeySet keySet, JsonNode given) {
		JsonNode changes = given.path("jwks").path("k1");
		if (changes.isObject()) {
			keySet.publish(changed(Keys.published("platform.k1", "k1"), changes));
		}
		switch (given.path("jwks_response").stringValue("")) {
			case "" -> {
			}
			case "500" -> keySet.answer(500, "text/plain", "out of order");
			default -> keySet.answer(200, "application/json", given.path("jwks_response").stringValue());
		}
	}

	private static ObjectNode changed(ObjectNode key, JsonNode changes) {
		if (changes.path("private").booleanValue(false)) {
			return Keys.leaked("platform.k1", "k1");
		}
		changes.properties().forEach((member) -> {
			if (member.getKey().equals("remove")) {
				member.getValue().forEach((name) -> key.remove(name.stringValue()));
			}
			else {
				key.set(member.getKey(), member.getValue());
			}
		});
		return key;
	}

	private void signatures() {
		this.scenarios.put("KEY-010", (stage, played) -> {
			for (String key : List.of(Json.write(Keys.published("platform.k1", "k1")),
					Keys.published("platform.k1", "k1").path("n").stringValue())) {
				Draft draft = Mutations.draft(played);
				draft.hmacKey = key;
				judge(stage, played, draft);
			}
		});
		this.scenarios.put("KEY-011", (stage, played) -> {
			for (String key : List.of("cA1", "dA1", "")) {
				Draft draft = Mutations.draft(played);
				draft.hmacKey = key;
				judge(stage, played, draft);
			}
		});
		this.scenarios.put("KEY-012", (stage, played) -> {
			judge(stage, played, Mutations.draft(played));
			ObjectNode curve = Json.object("""
					{"kty":"EC","crv":"P-256","kid":"k1","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
					"y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""");
			stage.keysOfA().publish(curve);
			assertThat(Verdict.code(launch(stage, Draft.student()))).isEqualTo("LTI-KEY-UNKNOWN");
		});
		this.scenarios.put("KEY-017", (stage, played) -> {
			oneLaunch(stage, played);
			stage.keysOfA().publish(Keys.published("platform.k1", "k1").put("use", "enc"));
			assertThat(Verdict.code(launch(stage, Draft.student()))).isEqualTo("LTI-KEY-UNKNOWN");
		});
		this.scenarios.put("KEY-018", (stage, played) -> {
			publish(stage.keysOfA(), played.given());
			Draft draft = Draft.student();
			Browser browser = stage.browser();
			Login login = stage.login(draft, browser);
			String unsigned = stage.token(draft, login);
			String input = unsigned.substring(0, unsigned.lastIndexOf('.'));
			Map<String, List<String>> before = stage.rows();
			String forged = input + "." + Keys.base64(Keys.forged(digestInfo(input), 256));
			assertThat(cubeBeginsLikeASignature(forged)).as("the forgery would fool a careless reader").isTrue();
			Verdict.refused(stage, Contract.refusal(played), stage.post(draft, login, forged, browser), before);
			stage.keysOfA().publish(Keys.published("platform.k1", "k1"));
			String weak = input + "."
					+ Keys.base64(Keys.sign("platform.k1", "RS1", input.getBytes(StandardCharsets.US_ASCII)));
			Verdict.refused(stage, Contract.refusal(played), stage.post(draft, login, weak, browser), before);
		});
		this.scenarios.put("KEY-025", (stage, played) -> {
			judge(stage, played, Mutations.draft(played));
			Draft control = Draft.student();
			control.header.put("kid", "k1\u0000\n");
			judge(stage, played, control);
			assertThat(stage.log()).allMatch((event) -> event.getFormattedMessage().length() < 1000);
		});
		this.scenarios.put("KEY-040", (stage, played) -> {
			for (String header : List.of("[]", "\"x\"", " ", "{\"alg\":\"RS256\"", "\u0001")) {
				Draft draft = Draft.student();
				draft.rawHeader = header;
				judge(stage, played, draft);
			}
		});
		this.scenarios.put("KEY-042", (stage, played) -> {
			judge(stage, played, Mutations.draft(played));
			Draft draft = Draft.student();
			Browser browser = stage.browser();
			Login login = stage.login(draft, browser);
			String token = stage.token(draft, login);
			Map<String, List<String>> before = stage.rows();
			for (String wrong : List.of(token.substring(0, token.length() - 8), token + "AAAA")) {
				Verdict.refused(stage, Contract.refusal(played), stage.post(draft, login, wrong, browser), before);
			}
		});
		this.scenarios.put("KEY-046", (stage, played) -> {
			judge(stage, played, Mutations.draft(played));
			Browser browser = stage.browser();
			Draft draft = Draft.student();
			Login login = stage.login(draft, browser);
			String token = stage.token(draft, login);
			Verdict.letIn(draft, stage.post(draft, login, token, browser), browser);
			Map<String, List<String>> before = stage.rows();
			String otherwise = withOtherLastCharacter(token);
			Answer again = stage.post(draft, login, otherwise, browser);
			assertThat(again.status()).as("resumed or refused").isIn(303, 400, 401);
			assertThat(stage.rows()).as("another way to write the signature is not another launch").isEqualTo(before);
		});
		this.scenarios.put("KEY-048", (stage, played) -> {
			for (Throwable thrown : List.of(new IllegalStateException("broken"), new StackOverflowError())) {
				stage.tool().outbound().breakWith(() -> thrown);
				judge(stage, played, Draft.student());
			}
		});
	}

	private static String withOtherLastCharacter(String token) {
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		int last = alphabet.indexOf(token.charAt(token.length() - 1));
		return token.substring(0, token.length() - 1) + alphabet.charAt(last + 1);
	}

	private static byte[] digestInfo(String input) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			bytes.writeBytes(SHA256_DIGEST_INFO);
			bytes.writeBytes(MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.US_ASCII)));
			return bytes.toByteArray();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean cubeBeginsLikeASignature(String token) {
		int dot = token.lastIndexOf('.');
		BigInteger signature = new BigInteger(1, java.util.Base64.getUrlDecoder().decode(token.substring(dot + 1)));
		BigInteger modulus = ((RSAPublicKey) Keys.pair("platform.k1").getPublic()).getModulus();
		String block = signature.modPow(BigInteger.valueOf(3), modulus).toString(16);
		return block.startsWith("1ffffffffffffffff00" + HexFormat.of().formatHex(digestInfo(token.substring(0, dot))));
	}

	private void platformKeySets() {
		this.scenarios.put("KEY-021", (stage, played) -> {
			stage.visit(Draft.student());
			int warm = stage.keysOfA().requests();
			for (int i = 0; i < 20; i++) {
				judge(stage, played, Mutations.draft(played));
			}
			assertThat(stage.keysOfA().requests() - warm).as("fetches for unknown keys").isBetween(1, 3);
		});
		this.scenarios.put("KEY-028", (stage, played) -> {
			ObjectNode curve = Json.object("""
					{"kty":"EC","crv":"P-256","kid":"k1","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
					"y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""");
			stage.keysOfA().publish(curve, Keys.published("attacker", "k1"), Keys.published("platform.k1", "k1"));
			judge(stage, played, Draft.student());
		});
		this.scenarios.put("KEY-050", (stage, played) -> {
			judge(stage, played, Draft.student());
			Draft second = Draft.student().signedBy("platform.k2");
			second.header.put("kid", "k2");
			judge(stage, played, second);
			assertThat(stage.keysOfA().requests()).isEqualTo(1);
		});
		this.scenarios.put("KEY-051", (stage, played) -> {
			stage.visit(Draft.student());
			stage.keysOfA().publish(Keys.published("platform.k2", "k2"));
			stage.advance(Duration.ofHours(25));
			judge(stage, played, Draft.student());
		});
		this.scenarios.put("KEY-052", (stage, played) -> {
			stage.visit(Draft.student());
			stage.keysOfA().publish(Keys.published("platform.new", "k1"));
			stage.advance(Duration.ofMinutes(1));
			stage.visit(Draft.student().signedBy("platform.new"));
			assertThat(stage.keysOfA().requests()).as("one fetch explains the change").isEqualTo(2);
			judge(stage, played, Draft.student());
			assertThat(stage.keysOfA().requests()).isLessThanOrEqualTo(4);
		});
		this.scenarios.put("KEY-053", (stage, played) -> {
			stage.visit(Draft.student());
			stage.keysOfA().down();
			stage.advance(Duration.ofHours(1));
			judge(stage, played, Draft.student());
		});
		this.scenarios.put("KEY-055", (stage, played) -> {
			stage.keysOfA().hang();
			judge(stage, played, Draft.student());
			stage.keysOfA().release();
			assertThat(stage.keysOfA().requests()).isEqualTo(1);
		});
		this.scenarios.put("KEY-059", this::badAnswer);
		this.scenarios.put("KEY-060", this::badAnswer);
		this.scenarios.put("KEY-061", this::badAnswer);
		this.scenarios.put("KEY-067", (stage, played) -> {
			oneLaunch(stage, played);
			BigInteger modulus = ((RSAPublicKey) Keys.pair("platform.k1").getPublic()).getModulus();
			for (BigInteger wrong : List.of(modulus.add(BigInteger.ONE),
					modulus.shiftLeft(16_384).add(BigInteger.ONE))) {
				stage.advance(Duration.ofMinutes(1));
				byte[] bytes = wrong.toByteArray();
				stage.keysOfA().publish(Keys.published("platform.k1", "k1").put("n", Keys.base64(bytes)));
				assertThat(Verdict.code(launch(stage, Draft.student()))).isEqualTo("LTI-KEY-UNKNOWN");
			}
			stage.keysOfA().publish(Keys.published("platform.weak", "k1"));
			stage.advance(Duration.ofMinutes(1));
			assertThat(Verdict.code(launch(stage, Draft.student().signedBy("platform.weak"))))
				.isEqualTo("LTI-KEY-UNKNOWN");
		});
		this.scenarios.put("KEY-068", (stage, played) -> {
			stage.keysOfA()
				.publish(Json.object().put("kty", "oct").put("kid", "k1").put("k", Keys.base64("a shared secret")));
			Draft draft = Mutations.draft(played);
			draft.hmacKey = "a shared secret";
			judge(stage, played, draft);
			assertThat(Verdict.code(launch(stage, Draft.student()))).isEqualTo("LTI-KEY-UNKNOWN");
		});
		this.scenarios.put("KEY-069", (stage, played) -> {
			oneLaunch(stage, played);
			assertThat(stage.log()).anyMatch((event) -> event.getFormattedMessage().contains("compromised"));
			String secret = Keys.leaked("platform.k1", "k1").path("d").stringValue();
			assertThat(stage.log()).noneMatch((event) -> event.getFormattedMessage().contains(secret));
		});
		this.scenarios.put("KEY-070", (stage, played) -> {
			KeySet elsewhere = stage.tool().platforms().publish(Keys.published("platform.k1", "k1"));
			for (String location : List.of("http://169.254.169.254/", elsewhere.uri().toString(), "/jwks/another")) {
				stage.keysOfA().redirectTo(location);
				stage.advance(Duration.ofMinutes(1));
				judge(stage, played, Draft.student());
			}
			assertThat(elsewhere.requests()).as("a redirect is not followed").isZero();
		});
		this.scenarios.put("KEY-071", (stage, played) -> {
			for (String address : List.of(played.given().path("set").path("jwks_uri").stringValue(),
					"https://10.0.0.5/jwks", "https://127.0.0.1:1/jwks", "https://[::1]/jwks", "https://localhost/jwks",
					"https://169.254.169.254/latest", "https://[::ffff:10.0.0.5]/jwks",
					stage.keysOfA().uri().toString())) {
				stage.tool().outbound().leadsTo(this.guarded);
				stage.tool().registrations().change("cA1", RegistrationsDouble.keysAt(URI.create(address)));
				assertThat(Verdict.code(launch(stage, Draft.student()))).as(address).isEqualTo("LTI-KEYS-UNAVAILABLE");
				assertThat(stage.log())
					.anyMatch((event) -> event.getFormattedMessage().contains(address + ": ADDRESS_REFUSED"));
			}
			assertThat(stage.keysOfA().requests()).isZero();
		});
		this.scenarios.put("KEY-073", (stage, played) -> {
			String body = stage.keysOfA().body();
			List<Runnable> forms = List.of(() -> stage.keysOfA().answer(200, "text/plain", body),
					() -> stage.keysOfA().answer(200, "application/octet-stream", body),
					() -> stage.keysOfA().answer(200, "application/json", "\uFEFF" + body),
					() -> stage.keysOfA().compressed());
			for (Runnable form : forms) {
				form.run();
				stage.advance(Duration.ofHours(25));
				stage.visit(Draft.student());
			}
			assertThat(stage.keysOfA().requests()).isEqualTo(forms.size());
		});
	}

	/**
	 * No keys are known and none come; then good ones come, and a bad answer spoils none.
	 */
	private void badAnswer(Stage stage, Case played) {
		String good = stage.keysOfA().body();
		oneLaunch(stage, played);
		stage.keysOfA().answer(200, "application/json", good);
		stage.advance(Duration.ofMinutes(1));
		stage.visit(Draft.student());
		publish(stage.keysOfA(), played.given());
		Draft unknown = Draft.student();
		unknown.header.put("kid", "unknown");
		assertThat(Verdict.code(launch(stage, unknown))).isEqualTo("LTI-KEY-UNKNOWN");
		stage.visit(Draft.student());
	}

	private void ownKeys() {
		this.scenarios.put("KEY-078", (stage, played) -> {
			for (JWK key : published(stage).getKeys()) {
				assertThat(key.getKeyID()).isEqualTo(thumbprint(key));
			}
		});
		this.scenarios.put("KEY-079", (stage, played) -> {
			JWKSet published = published(stage);
			assertThat(published.getKeys()).as("the current key and the next one").hasSizeGreaterThanOrEqualTo(2);
			SignedJWT signed = signed(stage);
			assertThat(published.getKeyByKeyId(signed.getHeader().getKeyID())).isNotNull();
		});
		this.scenarios.put("KEY-081", (stage, played) -> {
			for (JWK key : published(stage).getKeys()) {
				RSAKey rsa = key.toRSAKey();
				assertThat(rsa.size()).isGreaterThanOrEqualTo(2048);
				assertThat(rsa.getPublicExponent().toString()).isEqualTo("AQAB");
				assertThat(rsa.isPrivate()).isFalse();
			}
		});
		this.scenarios.put("KEY-082", (stage, played) -> {
			String lost = signed(stage).getHeader().getKeyID();
			assertThat(published(stage).getKeyByKeyId(lost)).isNotNull();
			Set<String> known = kids(published(stage));
			assertThat(stage.tool().keyRing().revoke(lost)).isTrue();
			assertThat(published(stage).getKeyByKeyId(lost)).as("the revoked key").isNull();
			assertThat(known).as("what platforms know already").contains(signed(stage).getHeader().getKeyID());
		});
		this.scenarios.put("KEY-085", (stage, played) -> {
			Answer first = stage.browser().get("/lti/jwks.json");
			assertThat(first.status()).isEqualTo(200);
			assertThat(first.header("Cache-Control")).contains("max-age=").doesNotContain("no-store");
			String tag = Objects.requireNonNull(first.header("ETag"));
			Answer again = stage.browser().send("GET", "/lti/jwks.json", Map.of("If-None-Match", tag), null);
			assertThat(again.status()).isEqualTo(304);
			Answer head = stage.browser().send("HEAD", "/lti/jwks.json", Map.of(), null);
			assertThat(head.status()).isEqualTo(200);
			assertThat(head.body()).isEmpty();
		});
		this.scenarios.put("KEY-086", (stage, played) -> {
			stage.tool().database().down(true);
			Answer answer = stage.browser().get("/lti/jwks.json");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("Content-Type")).startsWith("application/");
		});
		this.scenarios.put("KEY-088", (stage, played) -> {
			Map<String, List<String>> before = stage.rows();
			Answer answer = stage.browser().post("/lti/jwks.json", Map.of("x", "1"));
			Verdict.refused(stage, Contract.refusal(played), answer, before);
			assertThat(stage.browser().get("/lti/jwks.json?x=1").status()).isEqualTo(200);
		});
	}

	private static JWKSet published(Stage stage) {
		try {
			return JWKSet.parse(stage.browser().get("/lti/jwks.json").body());
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Set<String> kids(JWKSet keys) {
		return keys.getKeys().stream().map(JWK::getKeyID).collect(Collectors.toSet());
	}

	private static String thumbprint(JWK key) {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	private static SignedJWT signed(Stage stage) {
		try {
			return SignedJWT.parse(stage.tool().toolKeys().sign(new JWTClaimsSet.Builder().issuer("cA1").build()));
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

}
