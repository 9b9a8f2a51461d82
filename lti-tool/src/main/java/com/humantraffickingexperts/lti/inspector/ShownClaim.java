package com.humantraffickingexperts.lti.inspector;

import org.jspecify.annotations.Nullable;

/**
 * A claim as administrators see it.
 *
 * @param name the path of names that leads to it; null when the name itself is not shown
 * @param value its value; null when it is masked
 * @param kind what kind of value is masked; null when it is shown
 * @param size how long the masked text is, or how many members there are
 */
record ShownClaim(@Nullable String name, @Nullable String value, @Nullable Kind kind, int size) {

	static ShownClaim shown(@Nullable String name, String value) {
		return new ShownClaim(name, value, null, value.length());
	}

	static ShownClaim masked(@Nullable String name, @Nullable Object value) {
		return switch (value) {
			case null -> new ShownClaim(name, null, Kind.NOTHING, 0);
			case String text -> new ShownClaim(name, null, Kind.TEXT, text.length());
			case Number number -> new ShownClaim(name, null, Kind.NUMBER, 0);
			case Boolean truth -> new ShownClaim(name, null, Kind.TRUTH, 0);
			case java.util.Collection<?> list -> new ShownClaim(name, null, Kind.LIST, list.size());
			case java.util.Map<?, ?> object -> new ShownClaim(name, null, Kind.OBJECT, object.size());
			default -> new ShownClaim(name, null, Kind.OBJECT, 0);
		};
	}

	/** The kind of a masked value. */
	enum Kind {

		/** A text. */
		TEXT,
		/** A number. */
		NUMBER,
		/** True or false. */
		TRUTH,
		/** A list. */
		LIST,
		/** An object. */
		OBJECT,
		/** {@code null}. */
		NOTHING

	}

}
