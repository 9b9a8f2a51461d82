package com.humantraffickingexperts.lti.learning;

import java.time.Instant;

import com.humantraffickingexperts.lti.learning.ClassActs.MoreTime;
import com.humantraffickingexperts.lti.people.UserId;

/**
 * More time for one learner in one course, agreed with somebody who teaches it. The
 * latest agreement holds; one of nothing takes the earlier ones back.
 *
 * @param percent the share that is added to a time limit, in percent of it
 * @param minutes the minutes that are added besides
 * @param reason why, in the words of whoever agreed to it
 * @param grantedBy who agreed to it
 * @param grantedAt when
 * @see <a href="https://www.w3.org/WAI/WCAG22/Understanding/timing-adjustable.html">WCAG
 * 2.2.1, timing adjustable</a>
 */
record ExtraTime(int percent, int minutes, String reason, UserId grantedBy, Instant grantedAt) {

	private static final int WHOLE = 100;

	ExtraTime {
		if (percent < 0 || percent > MoreTime.MOST_PERCENT || minutes < 0 || minutes > MoreTime.MOST_MINUTES) {
			throw new IllegalArgumentException("No such extra time: " + percent + "% and " + minutes + " minutes");
		}
	}

	/**
	 * What is added to a limit, rounded up to whole minutes.
	 * @param limit the limit in minutes
	 * @return minutes
	 */
	int addedTo(int limit) {
		return Math.ceilDiv(limit * this.percent, WHOLE) + this.minutes;
	}

}
