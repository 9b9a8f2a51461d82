package com.humantraffickingexperts.lti.catalog.release;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version of a module.
 *
 * @param major changes when something else is right
 * @param minor changes when there is more or better of the same
 * @param patch changes with corrections
 * @see <a href="https://semver.org/">Semantic Versioning</a>
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

	private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})\\.([0-9]{1,6})");

	private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|=)(.+)");

	private static final Version FIRST = new Version(0, 0, 0);

	private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
		.thenComparingInt(Version::minor)
		.thenComparingInt(Version::patch);

	/**
	 * Reads a version.
	 * @param text three numbers with dots between them
	 * @return the version; 0.0.0 for anything else, which comes before all others
	 */
	public static Version of(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches() ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
				Integer.parseInt(matcher.group(3))) : FIRST;
	}

	/**
	 * Whether a version is within a range.
	 * @param range bounds with spaces between them, as {@code >=1.2.0 <1.3.1}
	 * @param version the version
	 * @return false also when the range cannot be read
	 */
	public static boolean within(String range, String version) {
		return within(bounds(range), of(version));
	}

	/**
	 * The first version within a range.
	 * @param range bounds with spaces between them
	 * @return empty when no version can be within them
	 */
	public static Optional<Version> first(String range) {
		List<String> bounds = bounds(range);
		return Stream.concat(Stream.of(FIRST), bounds.stream().flatMap(Version::candidates))
			.filter((version) -> within(bounds, version))
			.min(ORDER);
	}

	/** A range begins at one of its bounds or right after it. */
	private static Stream<Version> candidates(String bound) {
		Matcher matcher = BOUND.matcher(bound);
		if (!matcher.matches()) {
			return Stream.empty();
		}
		Version version = of(matcher.group(2));
		return Stream.of(version, new Version(version.major, version.minor, version.patch + 1));
	}

	private static List<String> bounds(String range) {
		return Pattern.compile(" +").splitAsStream(range.strip()).toList();
	}

	private static boolean within(List<String> bounds, Version version) {
		return bounds.stream().allMatch((bound) -> holds(bound, version));
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
	public String toString() {
		return this.major + "." + this.minor + "." + this.patch;
	}

	@Override
	public int compareTo(Version other) {
		return ORDER.compare(this, other);
	}

}
