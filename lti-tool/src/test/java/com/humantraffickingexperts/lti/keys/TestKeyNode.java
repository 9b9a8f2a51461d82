package com.humantraffickingexperts.lti.keys;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.database.TestDatabase;

/** One node of the tool, as far as its own keys are concerned. */
public final class TestKeyNode {

	private final StoredToolKeys keys;

	private final StoredToolSecrets secrets;

	private final SigningKeyRotation rotation;

	private TestKeyNode(TestDatabase database, Clock clock, KeysSettings settings) {
		KeyProtection protection = new KeyProtection(settings);
		JdbcSigningKeys stored = new JdbcSigningKeys(database.jdbc());
		this.keys = new StoredToolKeys(stored, protection, clock);
		this.secrets = new StoredToolSecrets(database.jdbc(), protection, clock);
		this.rotation = new SigningKeyRotation(stored, this.keys, protection, database.transactions(), clock);
	}

	/**
	 * Starts a node without an encryption key.
	 * @param database the database of all nodes
	 * @param clock the present
	 * @return the node
	 */
	public static TestKeyNode start(TestDatabase database, Clock clock) {
		return start(database, clock, null);
	}

	static TestKeyNode start(TestDatabase database, Clock clock, @Nullable String encryptionKey, String... former) {
		return new TestKeyNode(database, clock, new KeysSettings(encryptionKey, List.of(former), Duration.ofDays(90)));
	}

	public ToolKeys keys() {
		return this.keys;
	}

	ToolSecrets secrets() {
		return this.secrets;
	}

	ToolKeyRing ring() {
		return this.rotation;
	}

	/**
	 * The job runs on this node.
	 * @param every how long a key is in use
	 */
	public void keepsUp(Duration every) {
		this.rotation.keepUp(every);
	}

	/** The node looks for what other nodes have changed. */
	public void looks() {
		this.keys.refresh();
	}

	/**
	 * What this node publishes.
	 * @return a JWK Set
	 */
	public String published() {
		return new String(this.keys.ring().published(), StandardCharsets.UTF_8);
	}

}
