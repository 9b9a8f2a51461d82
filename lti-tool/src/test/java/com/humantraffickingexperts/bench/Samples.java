package com.humantraffickingexperts.bench;

import java.util.Arrays;

/** Durations in nanoseconds; for one thread. */
final class Samples {

	private long[] values = new long[1024];

	private int count;

	void add(long nanos) {
		if (this.count == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.count);
		}
		this.values[this.count++] = nanos;
	}

	void addAll(Samples others) {
		for (int index = 0; index < others.count; index++) {
			add(others.values[index]);
		}
	}

	int count() {
		return this.count;
	}

	Percentiles percentiles() {
		long[] sorted = Arrays.copyOf(this.values, this.count);
		Arrays.sort(sorted);
		return new Percentiles(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
	}

	/** Nearest rank. */
	private static double at(long[] sorted, double part) {
		if (sorted.length == 0) {
			return 0;
		}
		int index = (int) Math.ceil(part * sorted.length) - 1;
		return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
	}

	/**
	 * Milliseconds within which so many of a hundred were done.
	 *
	 * @param p50 50
	 * @param p90 90
	 * @param p99 99
	 * @param max all
	 */
	record Percentiles(double p50, double p90, double p99, double max) {
	}

}
