package com.humantraffickingexperts.lti.classes;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.classes.LearnerView.Problem;
import com.humantraffickingexperts.lti.learning.ClassActs.MoreTime;

/**
 * The form by which somebody gets more time, as it was filled in.
 *
 * @param percent the share, or empty for none
 * @param minutes the minutes, or empty for none
 * @param reason why
 */
record TimeForm(String percent, String minutes, String reason) {

	static final TimeForm EMPTY = new TimeForm("", "", "");

	private static final Pattern WHOLE = Pattern.compile("\\d{1,4}");

	/**
	 * What is wrong with it.
	 * @param more whether there has to be some time
	 * @return the first problem, or null
	 */
	@Nullable Problem problem(boolean more) {
		if (number(this.percent, MoreTime.MOST_PERCENT).isEmpty()) {
			return new Problem("classes.time.percent.wrong", "time-percent", MoreTime.MOST_PERCENT);
		}
		if (number(this.minutes, MoreTime.MOST_MINUTES).isEmpty()) {
			return new Problem("classes.time.minutes.wrong", "time-minutes", MoreTime.MOST_MINUTES);
		}
		MoreTime time = new MoreTime(value(this.percent), value(this.minutes), "");
		if (more && time.percent() == 0 && time.minutes() == 0) {
			return new Problem("classes.time.none", "time-percent", 0);
		}
		return LearnerView.reasonProblem(this.reason, "classes.time.missing", "time-reason");
	}

	/** What is meant, once there is no problem. */
	MoreTime time() {
		return new MoreTime(value(this.percent), value(this.minutes), this.reason.strip());
	}

	private static int value(String text) {
		return text.isBlank() ? 0 : Integer.parseInt(text.strip());
	}

	private static Optional<Integer> number(String text, int most) {
		String stripped = text.strip();
		boolean whole = stripped.isEmpty() || WHOLE.matcher(stripped).matches();
		return Optional.of(whole ? value(stripped) : -1).filter((number) -> number >= 0 && number <= most);
	}

}
