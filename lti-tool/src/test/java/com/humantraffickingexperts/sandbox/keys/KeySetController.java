package com.humantraffickingexperts.sandbox.keys;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The platform's
 * <a href="https://www.imsglobal.org/spec/security/v1p0/#h_key-set-url">key set</a>.
 */
@RestController
class KeySetController {

	private final PlatformKeys keys;

	KeySetController(PlatformKeys keys) {
		this.keys = keys;
	}

	@GetMapping("/oidc/jwks")
	ResponseEntity<String> keySet() {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
			.body(this.keys.publicKeys().toString());
	}

}
