package com.humantraffickingexperts.lti.ledger;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.console.RegistrationPanel;
import com.humantraffickingexperts.lti.grades.DeliveryState;
import com.humantraffickingexperts.lti.grades.GradeLedger;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;

/** How the grades of a registration are, on its page in the console. */
@Component
class LedgerPanel implements RegistrationPanel {

	private static final int ORDER = 200;

	private final GradeLedger ledger;

	LedgerPanel(GradeLedger ledger) {
		this.ledger = ledger;
	}

	@Override
	public int order() {
		return ORDER;
	}

	@Override
	public Optional<Panel> panelFor(ManagedRegistration registration, Administrator administrator) {
		GradeLedger.Counts counts = this.ledger.counts(registration.id());
		List<Link> links = List.of(new Link("ledger.panel.link", LedgerController.path(registration.id())));
		long refused = counts.of(DeliveryState.REFUSED);
		Kind kind = Kind.GOOD;
		String status = "ledger.panel.well";
		if (this.ledger.lane(registration.id()).openedAt() != null) {
			kind = Kind.FAILED;
			status = "ledger.panel.open";
		}
		else if (refused > 0 || counts.drifted() > 0) {
			kind = Kind.CARE;
			status = "ledger.panel.care";
		}
		else if (counts.all() == 0) {
			kind = Kind.PLAIN;
			status = "ledger.panel.none";
		}
		return Optional.of(new Panel("ledger.grades", kind, status, (counts.all() == 0) ? null : "ledger.panel.text",
				List.of(counts.of(DeliveryState.SENT), counts.owed(), refused), links));
	}

}
