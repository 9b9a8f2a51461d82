package com.humantraffickingexperts.lti.classes;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.learning.ClassProgress.Decision;
import com.humantraffickingexperts.lti.learning.ClassProgress.Reset;
import com.humantraffickingexperts.lti.learning.ClassProgress.TimeAgreed;
import com.humantraffickingexperts.lti.learning.ClassProgress.TryAllowed;

/**
 * A decision in words.
 *
 * @param key the key of the words
 * @param percent the share of more time
 * @param minutes the minutes of more time
 * @param at when
 * @param by who decided, or null
 * @param reason why, or null
 * @param best the best result of an attempt that no longer counts, or null
 */
record DecisionView(String key, int percent, int minutes, ZonedDateTime at, @Nullable String by,
		@Nullable String reason, @Nullable String best) {

	static DecisionView of(Decision decision) {
		ZonedDateTime at = decision.at().atZone(CompletionPlot.UK);
		return switch (decision) {
			case Reset reset -> new DecisionView("classes.decision.reset", 0, 0, at, reset.by(), reset.reason(),
					(reset.percent() == null) ? null : ClassView.words(reset.percent()));
			case TryAllowed allowed -> new DecisionView("classes.decision.try", 0, 0, at, allowed.by(), null, null);
			case TimeAgreed agreed -> new DecisionView("classes.decision.time." + kind(agreed), agreed.percent(),
					agreed.minutes(), at, agreed.by(), agreed.reason(), null);
		};
	}

	private static String kind(TimeAgreed agreed) {
		if (!agreed.more()) {
			return "none";
		}
		if (agreed.percent() > 0 && agreed.minutes() > 0) {
			return "both";
		}
		return (agreed.percent() > 0) ? "percent" : "minutes";
	}

	/** Without the name. */
	@Override
	public String toString() {
		return "DecisionView[" + this.key + "]";
	}

}
