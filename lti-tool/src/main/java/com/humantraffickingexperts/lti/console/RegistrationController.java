package com.humantraffickingexperts.lti.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.OperatorsOnly;
import com.humantraffickingexperts.lti.registration.Deployment;
import com.humantraffickingexperts.lti.registration.Deployments;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationState;
import com.humantraffickingexperts.lti.web.ToolAddress;

/** One registration: how it is, and the decisions of one click. */
@Controller
@RequestMapping("/admin/registrations/{id}")
class RegistrationController {

	private static final int LONGEST = 255;

	private final RegistrationOverview overview;

	private final RegistrationEditor editor;

	private final Deployments deployments;

	private final TermsPart terms;

	private final ClaimsSeen claims;

	private final List<RegistrationPanel> panels;

	private final ToolAddress address;

	RegistrationController(RegistrationOverview overview, RegistrationEditor editor, Deployments deployments,
			TermsPart terms, ClaimsSeen claims, List<RegistrationPanel> panels, ToolAddress address) {
		this.overview = overview;
		this.editor = editor;
		this.deployments = deployments;
		this.terms = terms;
		this.claims = claims;
		this.panels = panels.stream().sorted(Comparator.comparingInt(RegistrationPanel::order)).toList();
		this.address = address;
	}

	@GetMapping
	String registration(Administrator administrator, @PathVariable String id, Model model) {
		ManagedRegistration managed = managed(administrator, id);
		model.addAttribute("row", this.overview.row(managed));
		model.addAttribute("managed", managed);
		model.addAttribute("registration", managed.registration());
		model.addAttribute("operator", administrator.operator());
		model.addAttribute("deployments",
				this.deployments.of(managed.id())
					.stream()
					.sorted(Comparator.comparing(Deployment::state).thenComparing(Deployment::firstSeenAt))
					.toList());
		model.addAttribute("configured", configured(managed));
		model.addAttribute("dates", Dates.of(managed.registration().terms()));
		model.addAttribute("modules", this.terms.modules(managed));
		model.addAttribute("card", ClaimUse.card(this.claims.of(managed.id()), managed.registration().terms()));
		model.addAttribute("panels",
				this.panels.stream()
					.map((panel) -> panel.panelFor(managed, administrator))
					.flatMap(Optional::stream)
					.toList());
		model.addAttribute("login", this.address.url("/lti/login/" + managed.id()));
		return "console/registration";
	}

	/** Deployments that the configuration names, and about which nobody decided anew. */
	private List<String> configured(ManagedRegistration managed) {
		List<String> decided = this.deployments.of(managed.id()).stream().map(Deployment::deploymentId).toList();
		return managed.registration()
			.deploymentIds()
			.stream()
			.filter((deployment) -> !decided.contains(deployment))
			.sorted()
			.toList();
	}

	@OperatorsOnly
	@PostMapping("/state")
	String state(Administrator administrator, @PathVariable String id, @RequestParam RegistrationState state,
			RedirectAttributes redirect) {
		ManagedRegistration managed = managed(administrator, id);
		if (!managed.editable() || state == RegistrationState.PENDING) {
			throw Administrator.notFound();
		}
		this.editor.setState(administrator, managed, state);
		AdminFlash.done(redirect, "console.done.state." + state, managed.registration().name());
		return back(managed);
	}

	@PostMapping("/deployments")
	String decide(Administrator administrator, @PathVariable String id, @RequestParam String deployment,
			@RequestParam Decision decision, @RequestParam(defaultValue = "") String label,
			RedirectAttributes redirect) {
		ManagedRegistration managed = managed(administrator, id);
		String named = label.strip();
		if (deployment.isBlank() || deployment.length() > LONGEST || named.length() > LONGEST) {
			AdminFlash.done(redirect, "console.done.deployment.none");
			return back(managed);
		}
		if (decision == Decision.APPROVE) {
			this.editor.approve(administrator, managed, deployment, named.isEmpty() ? null : named);
		}
		else {
			this.editor.refuse(administrator, managed, deployment);
		}
		AdminFlash.done(redirect, "console.done.deployment." + decision, deployment);
		return back(managed);
	}

	private ManagedRegistration managed(Administrator administrator, String id) {
		return this.overview.find(administrator, id).orElseThrow(Administrator::notFound);
	}

	private static String back(ManagedRegistration managed) {
		return "redirect:/admin/registrations/" + managed.id();
	}

	/** What is decided about a deployment. */
	enum Decision {

		/** Its launches are accepted. */
		APPROVE,
		/** Its launches are refused. */
		REFUSE

	}

}
