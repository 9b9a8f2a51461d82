package com.humantraffickingexperts.lti.console;

import org.jspecify.annotations.Nullable;

/** Constants by the names that forms send. */
final class Choices {

	private Choices() {
	}

	static <E extends Enum<E>> @Nullable E of(E[] constants, @Nullable String name) {
		for (E constant : constants) {
			if (constant.name().equals(name)) {
				return constant;
			}
		}
		return null;
	}

}
