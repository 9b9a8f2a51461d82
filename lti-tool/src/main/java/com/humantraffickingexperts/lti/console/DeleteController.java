package com.humantraffickingexperts.lti.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.OperatorsOnly;
import com.humantraffickingexperts.lti.admin.Reauthenticated;
import com.humantraffickingexperts.lti.launch.LaunchCounts;
import com.humantraffickingexperts.lti.people.Users;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;

/** Deletes a registration, after saying what is lost. */
@Controller
@OperatorsOnly
@Reauthenticated
@RequestMapping("/admin/registrations/{id}/delete")
class DeleteController {

	private final RegistrationOverview overview;

	private final RegistrationEditor editor;

	private final Deployments deployments;

	private final LaunchCounts launches;

	private final Users users;

	DeleteController(RegistrationOverview overview, RegistrationEditor editor, Deployments deployments,
			LaunchCounts launches, Users users) {
		this.overview = overview;
		this.editor = editor;
		this.deployments = deployments;
		this.launches = launches;
		this.users = users;
	}

	@GetMapping
	String ask(Administrator administrator, @PathVariable String id, Model model) {
		ManagedRegistration managed = managed(administrator, id);
		model.addAttribute("registration", managed.registration());
		model.addAttribute("launches", this.launches.of(managed.id()));
		model.addAttribute("deployments", this.deployments.of(managed.id()).size());
		model.addAttribute("learners", this.users.seatsTaken(managed.id()));
		AdminTrail.set(model,
				new AdminTrail.Step(managed.registration().name(), "/admin/registrations/" + managed.id()));
		return "console/delete";
	}

	@PostMapping
	String delete(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		ManagedRegistration managed = managed(administrator, id);
		this.editor.delete(administrator, managed);
		AdminFlash.done(redirect, "console.done.deleted", managed.registration().name());
		return "redirect:/admin/registrations";
	}

	private ManagedRegistration managed(Administrator administrator, String id) {
		return this.overview.find(administrator, id)
			.filter(ManagedRegistration::editable)
			.orElseThrow(Administrator::notFound);
	}

}
