package com.humantraffickingexperts.lti.learning;

import org.jspecify.annotations.Nullable;

/**
 * A reflection as its learner left it.
 *
 * @param revision how often it was saved, kept as a draft or deleted; 0 when it never was
 * @param text what was written; null when nothing is kept of it
 * @param draft what stood in the field, when it is not what was saved; null when it is
 * @param deleted whether something was saved and is deleted
 */
record Written(int revision, @Nullable String text, @Nullable String draft, boolean deleted) {

	static final Written NOTHING = new Written(0, null, null, false);

	Written(int revision, @Nullable String text) {
		this(revision, text, null, text == null);
	}

	@Nullable String newest() {
		return (this.draft != null) ? this.draft : this.text;
	}

}
