package com.humantraffickingexperts.lti.doctor;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.console.RegistrationPanel;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;

/** How a registration is, on its page in the console. */
@Component
class DoctorPanel implements RegistrationPanel {

	private static final int ORDER = 100;

	private final JdbcExaminations examinations;

	private final JdbcCanary canaries;

	DoctorPanel(JdbcExaminations examinations, JdbcCanary canaries) {
		this.examinations = examinations;
		this.canaries = canaries;
	}

	@Override
	public int order() {
		return ORDER;
	}

	@Override
	public Optional<Panel> panelFor(ManagedRegistration registration, Administrator administrator) {
		List<Link> links = List.of(new Link("doctor.panel.link", DoctorController.path(registration.id())),
				new Link("doctor.panel.launches", "/admin/launches?registration=" + registration.id()));
		if (this.canaries.history(registration.id()).stream().anyMatch((alert) -> alert.clearedAt() == null)) {
			return Optional.of(new Panel("doctor.heading", Kind.FAILED, "doctor.panel.alert", null, List.of(), links));
		}
		return Optional.of(this.examinations.find(registration.id())
			.map((examination) -> Health.worst(examination.findings()))
			.map((health) -> new Panel("doctor.heading", kind(health), "doctor.verdict." + health, null, List.of(),
					links))
			.orElseGet(() -> new Panel("doctor.heading", Kind.PLAIN, "doctor.panel.never", null, List.of(), links)));
	}

	private static Kind kind(Health health) {
		return switch (health) {
			case GREEN -> Kind.GOOD;
			case AMBER -> Kind.CARE;
			case RED -> Kind.FAILED;
		};
	}

}
