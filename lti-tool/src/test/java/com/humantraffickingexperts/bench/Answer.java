package com.humantraffickingexperts.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the tool answered.
 *
 * @param status the status
 * @param headers the headers by their names in small letters
 * @param body the body as text
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

	@Nullable String header(String name) {
		List<String> values = this.headers.get(name.toLowerCase(Locale.ROOT));
		return (values == null) ? null : values.getFirst();
	}

	boolean redirects() {
		return this.status >= 300 && this.status < 400 && header("location") != null;
	}

	String begin() {
		String text = this.body.replaceAll("<style.*?</style>|<[^>]+>", " ").replaceAll("\\s+", " ").strip();
		return this.status + " " + text.substring(0, Math.min(200, text.length()));
	}

}
