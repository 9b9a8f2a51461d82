package com.humantraffickingexperts.lti.keys;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /lti/jwks.json}: the tool's public keys, from memory. */
@RestController
class KeySetController {

	/**
	 * Much shorter than {@link SigningKey#PUBLISHED_BEFORE}, and short enough that a
	 * revoked key is soon forgotten.
	 */
	static final Duration CACHEABLE = Duration.ofMinutes(15);

	private final StoredToolKeys keys;

	KeySetController(StoredToolKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/lti/jwks.json")
	ResponseEntity<byte[]> keySet() {
		byte[] json = this.keys.ring().published();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.maxAge(CACHEABLE).cachePublic())
			.eTag(DigestUtils.md5DigestAsHex(json))
			.body(json);
	}

}
