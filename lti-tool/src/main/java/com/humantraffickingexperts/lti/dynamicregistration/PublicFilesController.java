package com.humantraffickingexperts.lti.dynamicregistration;

import java.time.Duration;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What platforms fetch of the tool to describe it to their people: nothing secret. */
@RestController
class PublicFilesController {

	private static final CacheControl HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final CacheControl DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

	private static final Resource ICON = new ClassPathResource("dynamicregistration/icon.svg");

	private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

	private final CanvasConfiguration canvas;

	PublicFilesController(CanvasConfiguration canvas) {
		this.canvas = canvas;
	}

	@GetMapping("/lti/canvas.json")
	ResponseEntity<Map<String, Object>> canvas() {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.cacheControl(HOUR)
			.body(this.canvas.members());
	}

	@GetMapping("/lti/icon.svg")
	ResponseEntity<Resource> icon() {
		return ResponseEntity.ok().contentType(SVG).cacheControl(DAY).body(ICON);
	}

}
