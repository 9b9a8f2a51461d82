package com.humantraffickingexperts.lti.catalog.markdown;

import java.util.Arrays;
import java.util.Optional;

/** The boxes that a text may have, with the words above them. */
enum ContainerKind {

	LAW("law", "The law"), PRACTICE("practice", "In practice"), CASE("case", "Case"), WARNING("warning", "Take care"),
	KEY_POINTS("key-points", "Key points"),
	/** A note to authors; learners never see it. */
	VERIFY("verify", "To verify");

	private final String word;

	private final String label;

	ContainerKind(String word, String label) {
		this.word = word;
		this.label = label;
	}

	static Optional<ContainerKind> of(String word) {
		return Arrays.stream(values()).filter((kind) -> kind.word.equals(word)).findFirst();
	}

	String word() {
		return this.word;
	}

	String label() {
		return this.label;
	}

}
