package com.humantraffickingexperts.lti.keys;

import java.nio.charset.StandardCharsets;
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

	private static final Duration CACHEABLE = Duration.ofHours(1);

	private final StoredToolKeys keys;

	KeySetController(StoredToolKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/lti/jwks.json")
	ResponseEntity<byte[]> keySet() {
		byte[] json = this.keys.publishedJson().getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.maxAge(CACHEABLE).cachePublic())
			.eTag(DigestUtils.md5DigestAsHex(json))
			.body(json);
	}

}
