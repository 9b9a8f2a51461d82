package com.humantraffickingexperts.lti.catalog.yaml;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param line where it begins
 * @param value a {@link String}, {@link BigDecimal}, {@link Boolean} or null
 * @param literal whether it is a text in a block of its own, each line of which is a line
 * of the file
 */
public record YamlScalar(int line, @Nullable Object value, boolean literal) implements YamlNode {

	@Override
	public Optional<String> string() {
		return (this.value instanceof String text) ? Optional.of(text) : Optional.empty();
	}

	@Override
	public Optional<BigDecimal> number() {
		return (this.value instanceof BigDecimal number) ? Optional.of(number) : Optional.empty();
	}

	@Override
	public boolean isTrue() {
		return Boolean.TRUE.equals(this.value);
	}

	@Override
	public boolean isNothing() {
		return this.value == null;
	}

}
