package com.humantraffickingexperts.lti.ledger;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.GradeLedger.LaneStatus;

/**
 * Whether a platform is called.
 *
 * @param openedAt since when it is only probed, or null
 * @param reasonKey why, or null
 * @param pausedUntil when the next call is made, or null
 */
record LaneView(@Nullable ZonedDateTime openedAt, @Nullable String reasonKey, @Nullable ZonedDateTime pausedUntil) {

	static LaneView of(LaneStatus lane) {
		return new LaneView((lane.openedAt() == null) ? null : lane.openedAt().atZone(ZoneOffset.UTC),
				(lane.reason() == null) ? null : GradeRow.reasonKey(lane.reason()),
				(lane.pausedUntil() == null) ? null : lane.pausedUntil().atZone(ZoneOffset.UTC));
	}

}
