package com.humantraffickingexperts.lti.classes;

import java.util.Set;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.grades.GradeLedger;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.people.UserId;

/** Sends what the ledger holds of a resource link. */
@Component
class LedgerGradesAgain implements GradesAgain {

	private final GradeLedger ledger;

	LedgerGradesAgain(GradeLedger ledger) {
		this.ledger = ledger;
	}

	@Override
	public int send(CurrentLaunch launch, Set<UserId> learners) {
		CurrentLaunch.Link link = launch.link();
		return (link == null) ? 0 : this.ledger.resend(launch.registration().id(), link.id(), learners);
	}

}
