package com.humantraffickingexperts.lti.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How many have completed the module over time, drawn on the server. The words say the
 * same as the line.
 *
 * @param line the points of the line
 * @param area the points of the area below it
 * @param completed how many have completed it by now
 * @param learners of how many
 * @param from when the first one began
 * @param until the present
 * @param half when half of those had completed it who have by now
 */
record CompletionPlot(String line, String area, int completed, int learners, ZonedDateTime from, ZonedDateTime until,
		ZonedDateTime half) {

	static final int WIDTH = 640;

	static final int HEIGHT = 120;

	/** Where the learners are whose law the modules state. */
	static final ZoneId UK = ZoneId.of("Europe/London");

	/**
	 * Draws a class.
	 * @return the plot; null when nobody has completed the module
	 */
	static @Nullable CompletionPlot of(List<Learner> learners, Instant now) {
		List<Instant> completions = learners.stream()
			.map(Learner::completedAt)
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		if (completions.isEmpty()) {
			return null;
		}
		Instant from = learners.stream()
			.map(Learner::begun)
			.filter(Objects::nonNull)
			.map((begun) -> begun.startedAt())
			.min(Instant::compareTo)
			.orElse(completions.getFirst());
		StringBuilder line = new StringBuilder("0," + HEIGHT);
		String last = "0";
		for (int index = 0; index < completions.size(); index++) {
			String x = x(completions.get(index), from, now);
			// Many in the same moment are one step.
			boolean steps = index + 1 == completions.size() || !x.equals(x(completions.get(index + 1), from, now));
			if (steps) {
				line.append(' ').append(x).append(',').append(last.equals("0") ? HEIGHT : last);
				last = y(index + 1, learners.size());
				line.append(' ').append(x).append(',').append(last);
			}
		}
		line.append(' ').append(WIDTH).append(',').append(last);
		return new CompletionPlot(line.toString(), line + " " + WIDTH + "," + HEIGHT, completions.size(),
				learners.size(), from.atZone(UK), now.atZone(UK),
				completions.get((completions.size() - 1) / 2).atZone(UK));
	}

	private static String x(Instant at, Instant from, Instant until) {
		double all = Math.max(1, Duration.between(from, until).toSeconds());
		double share = Math.clamp(Duration.between(from, at).toSeconds() / all, 0, 1);
		return String.valueOf(Math.round(share * WIDTH));
	}

	private static String y(int completed, int learners) {
		return String.format(Locale.ROOT, "%.1f", HEIGHT - (double) HEIGHT * completed / Math.max(1, learners));
	}

}
