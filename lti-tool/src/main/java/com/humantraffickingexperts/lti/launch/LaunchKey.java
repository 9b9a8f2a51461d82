package com.humantraffickingexperts.lti.launch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The path segment that addresses a launch's session. Where the browser keeps cookies it
 * is the launch's id alone and the secret is in a cookie; elsewhere the secret follows
 * the id.
 *
 * @param id the launch
 * @param secret the session's secret; null when a cookie holds it
 */
public record LaunchKey(LaunchId id, @Nullable String secret) {

	private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})(?:~([A-Za-z0-9_-]{43}))?");

	/**
	 * Reads a path segment.
	 * @param segment the segment
	 * @return the key, or empty when it is none
	 */
	public static Optional<LaunchKey> parse(String segment) {
		Matcher matcher = FORM.matcher(segment);
		return matcher.matches() ? Optional.of(new LaunchKey(new LaunchId(matcher.group(1)), matcher.group(2)))
				: Optional.empty();
	}

	/**
	 * The path segment.
	 * @return the launch's id, with the secret where no cookie holds it
	 */
	public String text() {
		return (this.secret == null) ? this.id.value() : this.id.value() + "~" + this.secret;
	}

	@Override
	public String toString() {
		return this.id.value();
	}

}
