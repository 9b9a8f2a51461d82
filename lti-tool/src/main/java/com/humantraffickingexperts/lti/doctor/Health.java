package com.humantraffickingexperts.lti.doctor;

import java.util.Collection;

/** How well something is. */
enum Health {

	/** As it should be. */
	GREEN("good"),
	/** Not known yet, or something could be better. */
	AMBER("care"),
	/** People cannot do what they came for. */
	RED("failed");

	private final String kind;

	Health(String kind) {
		this.kind = kind;
	}

	/** The class by which a page marks it. */
	public String kind() {
		return this.kind;
	}

	/** The worst of several. */
	static Health worst(Collection<Finding> findings) {
		return findings.stream()
			.map(Finding::health)
			.reduce(GREEN, (one, other) -> one.compareTo(other) > 0 ? one : other);
	}

}
