package com.humantraffickingexperts.lti.keys;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.humantraffickingexperts.lti.SettableClock;
import com.humantraffickingexperts.lti.database.OnEachDatabase;
import com.humantraffickingexperts.lti.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Private keys and secrets in the database are of no use without the settings. */
@OnEachDatabase
class KeyProtectionTests {

	private static final String KEY = key(1);

	private static final String NEWER_KEY = key(2);

	private final SettableClock clock = new SettableClock();

	private final TestDatabase database;

	KeyProtectionTests(TestDatabase.Product product) {
		this.database = TestDatabase.create(product);
	}

	private static String key(int fill) {
		byte[] key = new byte[32];
		Arrays.fill(key, (byte) fill);
		return Base64.getEncoder().encodeToString(key);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private List<String> stored() {
		return this.database.jdbc()
			.sql("select jwk from signing_key union all select secret from tool_secret")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private static String signed(TestKeyNode node) {
		return node.keys().sign(new JWTClaimsSet.Builder().issuer("us").build());
	}

	@Test
	void withoutAKeyTheToolWorksAndSaysThatNothingIsEncrypted() {
		TestKeyNode node = TestKeyNode.start(this.database, this.clock);
		assertThat(node.ring().encrypted()).isFalse();
		assertThat(node.ring().keys()).noneMatch(SigningKey::encrypted);
		assertThat(new KeyProtectionHealth(new KeyProtection(new KeysSettings(null, List.of(), Duration.ZERO))).health()
			.getDetails()).containsEntry("storedPrivateKeys", "unprotected");
	}

	@Test
	void withAKeyNothingSecretIsReadable() {
		TestKeyNode node = TestKeyNode.start(this.database, this.clock, KEY);
		assertThat(node.ring().encrypted()).isTrue();
		assertThat(node.ring().keys()).allMatch(SigningKey::encrypted);
		assertThat(stored()).hasSize(3).allMatch(KeyProtection::isSealed);
		assertThat(signed(TestKeyNode.start(this.database, this.clock, KEY))).isEqualTo(signed(node));
	}

	@Test
	void whatWasStoredWithoutAKeyIsEncryptedAtTheNextStart() {
		TestKeyNode before = TestKeyNode.start(this.database, this.clock);
		assertThat(stored()).noneMatch(KeyProtection::isSealed);
		TestKeyNode after = TestKeyNode.start(this.database, this.clock, KEY);
		assertThat(stored()).hasSize(3).allMatch(KeyProtection::isSealed);
		assertThat(signed(after)).isEqualTo(signed(before));
		assertThat(after.secrets().derived("x")).isEqualTo(before.secrets().derived("x"));
	}

	@Test
	void theKeyCanBeChanged() {
		TestKeyNode before = TestKeyNode.start(this.database, this.clock, KEY);
		List<String> encrypted = stored();
		TestKeyNode after = TestKeyNode.start(this.database, this.clock, NEWER_KEY, KEY);
		assertThat(stored()).hasSize(3).allMatch(KeyProtection::isSealed).doesNotContainAnyElementsOf(encrypted);
		assertThat(signed(after)).isEqualTo(signed(before));
		assertThat(signed(TestKeyNode.start(this.database, this.clock, NEWER_KEY))).isEqualTo(signed(before));
	}

	@Test
	void aNodeThatStillUsesTheFormerKeyCanReadIfItKnowsTheNewerOne() {
		TestKeyNode newer = TestKeyNode.start(this.database, this.clock, NEWER_KEY);
		TestKeyNode older = TestKeyNode.start(this.database, this.clock, KEY, NEWER_KEY);
		assertThat(signed(older)).isEqualTo(signed(newer));
	}

	@Test
	void aMissingKeyStopsTheStartAndIsAskedFor() {
		TestKeyNode.start(this.database, this.clock, KEY);
		assertThatIllegalStateException().isThrownBy(() -> TestKeyNode.start(this.database, this.clock))
			.withMessageContaining("htmse.keys.encryption-key")
			.withMessageNotContaining(KEY);
		assertThatIllegalStateException().isThrownBy(() -> TestKeyNode.start(this.database, this.clock, NEWER_KEY))
			.withMessageContaining("htmse.keys.former-encryption-keys");
	}

	@Test
	void whatWasMovedOrChangedInTheDatabaseIsNotTaken() {
		TestKeyNode.start(this.database, this.clock, KEY);
		String first = this.database.jdbc()
			.sql("select jwk from signing_key where slot = 1")
			.query(String.class)
			.single();
		this.database.jdbc().sql("update signing_key set jwk = :jwk where slot = 2").param("jwk", first).update();
		assertThatIllegalStateException().isThrownBy(() -> TestKeyNode.start(this.database, this.clock, KEY))
			.withMessageContaining("was changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "too short", "c2hvcnQ=", "no base64 at all !",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==" })
	void aKeyThatIsNoKeyStopsTheStart(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> TestKeyNode.start(this.database, this.clock, key))
			.withMessageContaining("htmse.keys.encryption-key")
			.withMessageContaining("32 bytes");
	}

	@Test
	void theSettingsNeverShowTheKeys() {
		assertThat(new KeysSettings(KEY, List.of(NEWER_KEY), Duration.ofDays(1)).toString()).doesNotContain(KEY,
				NEWER_KEY);
	}

}
