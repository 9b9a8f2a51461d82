package com.humantraffickingexperts.lti.keys;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the tool's own keys are kept and changed.
 *
 * @param encryptionKey the key with which private keys and secrets are encrypted in the
 * database: 32 bytes as base64; null leaves them as they are
 * @param formerEncryptionKeys further keys with which stored ones may still be read
 * @param rotateEvery how long a signing key is in use; zero leaves it to people
 */
@ConfigurationProperties("htmse.keys")
record KeysSettings(@Nullable String encryptionKey, @DefaultValue List<String> formerEncryptionKeys,
		@DefaultValue("90d") Duration rotateEvery) {

	/** Without the keys. */
	@Override
	public String toString() {
		return "KeysSettings[rotateEvery=" + this.rotateEvery + "]";
	}

}
