package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminSection;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.web.ToolAddress;

/** {@code /admin/register}: the ways in which a platform comes to know the tool. */
@Controller
class RegisterPageController {

	private static final String PATH = "/admin/register";

	private final InvitationDesk desk;

	private final Invitations invitations;

	private final Institutions institutions;

	private final ToolMetadata tool;

	private final ToolAddress address;

	private final Clock clock;

	RegisterPageController(InvitationDesk desk, Invitations invitations, Institutions institutions, ToolMetadata tool,
			ToolAddress address, Clock clock) {
		this.desk = desk;
		this.invitations = invitations;
		this.institutions = institutions;
		this.tool = tool;
		this.address = address;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String ways(Administrator administrator, Model model) {
		return ways(administrator, model, InvitationForm.EMPTY, null);
	}

	private String ways(Administrator administrator, Model model, InvitationForm form, @Nullable String problem) {
		model.addAttribute("form", form);
		model.addAttribute("problem", problem);
		model.addAttribute("institutions", choosable(administrator));
		model.addAttribute("operator", administrator.operator());
		model.addAttribute("families", PlatformFamily.values());
		model.addAttribute("invitations",
				this.invitations.all(administrator.institution())
					.stream()
					.map((invitation) -> view(invitation, null))
					.toList());
		model.addAttribute("canvasUrl", this.address.url("/lti/canvas.json"));
		model.addAttribute("openUrl", this.address.url("/lti/register"));
		return "dynamicregistration/register";
	}

	private List<Institution> choosable(Administrator administrator) {
		return this.institutions.all()
			.stream()
			.filter((institution) -> administrator.mayManage(institution.id()))
			.toList();
	}

	private InvitationView view(Invitation invitation, @Nullable URI link) {
		return InvitationView.of(invitation, this.desk.name(invitation.institution()), this.clock.instant(), link);
	}

	/**
	 * Answers with the page that shows the link, rather than with a redirect to it: the
	 * link is kept nowhere, so that no later page could show it.
	 */
	@PostMapping(PATH + "/invitations")
	String invite(Administrator administrator, @RequestParam(defaultValue = "") String institution,
			@RequestParam(defaultValue = "") String name,
			@RequestParam(required = false) @Nullable PlatformFamily family, Model model) {
		InvitationForm form = new InvitationForm(institution, name, family);
		String problem = form.problem(administrator.operator());
		if (problem != null || family == null) {
			return ways(administrator, model, form, problem);
		}
		Invitations.Made made = form.institution().isEmpty() ? this.desk.inviteNew(administrator, form.name(), family)
				: this.desk.invite(administrator, known(administrator, form.institution()), family);
		return invitation(made.invitation(), made.link(), model);
	}

	private Institution known(Administrator administrator, String id) {
		return choosable(administrator).stream()
			.filter((institution) -> institution.id().value().equals(id))
			.findFirst()
			.orElseThrow(Administrator::notFound);
	}

	private String invitation(Invitation invitation, @Nullable URI link, Model model) {
		AdminTrail.set(model);
		model.addAttribute("invitation", view(invitation, link));
		model.addAttribute("tool", this.tool.name());
		return "dynamicregistration/invitation";
	}

	@GetMapping(PATH + "/invitations/{id}")
	String invitation(Administrator administrator, @PathVariable String id, Model model) {
		return invitation(managed(administrator, id), null, model);
	}

	@PostMapping(PATH + "/invitations/{id}/revoke")
	String revoke(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Invitation invitation = managed(administrator, id);
		boolean revoked = this.desk.revoke(administrator, invitation);
		AdminFlash.done(redirect, revoked ? "registration.invitation.revoked" : "registration.invitation.unchanged",
				this.desk.name(invitation.institution()));
		return "redirect:" + PATH;
	}

	private Invitation managed(Administrator administrator, String id) {
		return this.invitations.all(administrator.institution())
			.stream()
			.filter((invitation) -> invitation.id().value().equals(id))
			.findFirst()
			.orElseThrow(Administrator::notFound);
	}

	/** Its place in the console. */
	@Configuration(proxyBeanMethods = false)
	static class Section {

		@Bean
		AdminSection registerSection() {
			return AdminSection.of(200, "registration.section", PATH);
		}

	}

}
