package com.humantraffickingexperts.lti.doctor;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.Registration;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.registration.RegistrationStore;
import com.humantraffickingexperts.lti.web.Allowance;

/** The doctor's page: what was found last, and a button to look again. */
@Controller
class DoctorController {

	private static final String PATH = "/admin/registrations/{id:[a-z0-9]{1,64}}/doctor";

	private final Doctor doctor;

	private final JdbcExaminations examinations;

	private final JdbcCanary canaries;

	private final RegistrationStore registrations;

	private final Allowance allowance;

	/** A second press on the button waits for nothing. */
	private final ConcurrentMap<RegistrationId, Boolean> underWay = new ConcurrentHashMap<>();

	DoctorController(Doctor doctor, JdbcExaminations examinations, JdbcCanary canaries, RegistrationStore registrations,
			DoctorSettings settings) {
		this.doctor = doctor;
		this.examinations = examinations;
		this.canaries = canaries;
		this.registrations = registrations;
		this.allowance = new Allowance(settings.examinationsPerMinute());
	}

	static String path(RegistrationId id) {
		return "/admin/registrations/" + id + "/doctor";
	}

	@GetMapping(PATH)
	String page(Administrator administrator, @PathVariable String id, Model model) {
		Registration registration = registration(administrator, id);
		model.addAttribute("page", DoctorPage.of(registration, this.examinations.find(registration.id()).orElse(null),
				this.canaries.history(registration.id())));
		AdminTrail.set(model, new AdminTrail.Step(registration.name(), "/admin/registrations/" + registration.id()));
		return "doctor/doctor";
	}

	@PostMapping(PATH)
	String examine(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Registration registration = registration(administrator, id);
		if (this.underWay.putIfAbsent(registration.id(), Boolean.TRUE) == null) {
			try {
				this.allowance.use(registration.id().value());
				this.doctor.examine(registration);
				AdminFlash.done(redirect, "doctor.done");
			}
			finally {
				this.underWay.remove(registration.id());
			}
		}
		return "redirect:" + path(registration.id());
	}

	private Registration registration(Administrator administrator, String id) {
		Registration registration = this.registrations.find(new RegistrationId(id))
			.map(ManagedRegistration::registration)
			.orElseThrow(Administrator::notFound);
		administrator.requireManages(registration.institution());
		return registration;
	}

}
