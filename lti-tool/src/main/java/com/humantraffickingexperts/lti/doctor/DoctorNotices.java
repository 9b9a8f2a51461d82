package com.humantraffickingexperts.lti.doctor;

import java.util.List;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.AdminNotice;
import com.humantraffickingexperts.lti.admin.AdminNotices;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.Registrations;

/** Shows the canary's alerts to those who look after the registration. */
@Component
class DoctorNotices implements AdminNotices {

	private final JdbcCanary canaries;

	private final Registrations registrations;

	DoctorNotices(JdbcCanary canaries, Registrations registrations) {
		this.canaries = canaries;
		this.registrations = registrations;
	}

	@Override
	public List<AdminNotice> noticesFor(Administrator administrator) {
		return this.canaries.open()
			.stream()
			.flatMap((alert) -> this.registrations.find(alert.registration()).stream())
			.filter((registration) -> administrator.mayManage(registration.institution()))
			.map(DoctorNotices::notice)
			.toList();
	}

	private static AdminNotice notice(Registration registration) {
		return new AdminNotice(AdminNotice.Severity.FAILED, "doctor.notice", List.of(registration.name()),
				DoctorController.path(registration.id()), "doctor.notice.link");
	}

}
