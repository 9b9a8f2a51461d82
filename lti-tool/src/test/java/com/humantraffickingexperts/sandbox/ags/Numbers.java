package com.humantraffickingexperts.sandbox.ags;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as JSON shows them.
 */
final class Numbers {

	private Numbers() {
	}

	/**
	 * A whole number without its decimal point.
	 * @param value the number
	 * @return the same number
	 */
	static Number tidy(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return (long) value;
		}
		return value;
	}

	static @Nullable Double read(@Nullable Object value) {
		return (value instanceof Number number) ? Double.valueOf(number.doubleValue()) : null;
	}

}
