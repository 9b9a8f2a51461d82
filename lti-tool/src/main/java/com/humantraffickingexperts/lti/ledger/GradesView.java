package com.humantraffickingexperts.lti.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.grades.DeliveryState;
import com.humantraffickingexperts.lti.grades.GradeLedger.Counts;
import com.humantraffickingexperts.lti.grades.GradeLedger.LedgerFilter;

/**
 * The grades of a platform.
 *
 * @param name the registration's name
 * @param path this page
 * @param filter which grades are shown
 * @param counts how many there are
 * @param lane whether the platform is called
 * @param reading what came of the last reading of the gradebook; null when there was none
 * @param rows the grades
 * @param page counts from zero
 * @param more whether there is a further page
 */
record GradesView(String name, String path, LedgerFilter filter, Counts counts, LaneView lane,
		@Nullable ReadingView reading, List<GradeRow> rows, int page, boolean more) {

	public List<Choice> choices() {
		return List.of(choice(LedgerFilter.ALL, this.counts.all()), choice(LedgerFilter.OWED, this.counts.owed()),
				choice(LedgerFilter.REFUSED, this.counts.of(DeliveryState.REFUSED)),
				choice(LedgerFilter.SENT, this.counts.of(DeliveryState.SENT)),
				choice(LedgerFilter.DRIFTED, this.counts.drifted()));
	}

	private Choice choice(LedgerFilter choice, long number) {
		return new Choice("ledger.show." + choice, this.path + "?show=" + choice, number, choice == this.filter);
	}

	public long refused() {
		return this.counts.of(DeliveryState.REFUSED);
	}

	public @Nullable String newest() {
		return (this.page == 0) ? null : this.path + "?show=" + this.filter;
	}

	public @Nullable String older() {
		return this.more ? this.path + "?show=" + this.filter + "&page=" + (this.page + 1) : null;
	}

	/**
	 * One choice of what is shown.
	 *
	 * @param key the key of its words
	 * @param path where it leads
	 * @param number how many there are
	 * @param chosen whether it is shown
	 */
	record Choice(String key, String path, long number, boolean chosen) {
	}

}
