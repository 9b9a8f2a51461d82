package com.humantraffickingexperts.lti.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a module.
 *
 * @param major changes when something else is right
 * @param minor changes when there is more or better of the same
 * @param patch changes with corrections
 * @see <a href="https://semver.org/">Semantic Versioning</a>
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {

	private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})\\.([0-9]{1,6})");

	private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|=)(.+)");

	private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
		.thenComparingInt(Version::minor)
		.thenComparingInt(Version::patch);

	/**
	 * Reads a version.
	 * @param text three numbers with dots between them
	 * @return the version; 0.0.0 for anything else, which comes before all others
	 */
	static Version of(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches() ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
				Integer.parseInt(matcher.group(3))) : new Version(0, 0, 0);
	}

	/**
	 * Whether a version is within a range.
	 * @param range bounds with spaces between them, as {@code >=1.2.0 <1.3.1}
	 * @param version the version
	 * @return false also when the range cannot be read
	 */
	static boolean within(String range, String version) {
		List<String> bounds = Pattern.compile(" +").splitAsStream(range.strip()).toList();
		return bounds.stream().allMatch((bound) -> holds(bound, of(version)));
	}

	private static boolean holds(String bound, Version version) {
		Matcher matcher = BOUND.matcher(bound);
		if (!matcher.matches()) {
			return false;
		}
		int order = version.compareTo(of(matcher.group(2)));
		return switch (matcher.group(1)) {
			case "<" -> order < 0;
			case "<=" -> order <= 0;
			case ">" -> order > 0;
			case ">=" -> order >= 0;
			default -> order == 0;
		};
	}

	@Override
	public int compareTo(Version other) {
		return ORDER.compare(this, other);
	}

}
