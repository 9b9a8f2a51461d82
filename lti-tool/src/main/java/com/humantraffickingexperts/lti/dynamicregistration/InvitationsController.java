package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.time.Clock;

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

/** The invitations to register by Dynamic Registration, and what became of them. */
@Controller
class InvitationsController {

	static final String PATH = "/admin/platform-invitations";

	private final InvitationDesk desk;

	private final Invitations invitations;

	private final Institutions institutions;

	private final ToolMetadata tool;

	private final ToolAddress address;

	private final Clock clock;

	InvitationsController(InvitationDesk desk, Invitations invitations, Institutions institutions, ToolMetadata tool,
			ToolAddress address, Clock clock) {
		this.desk = desk;
		this.invitations = invitations;
		this.institutions = institutions;
		this.tool = tool;
		this.address = address;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String invitations(Administrator administrator, Model model) {
		model.addAttribute("operator", administrator.operator());
		model.addAttribute("invitations",
				this.invitations.all(administrator.institution())
					.stream()
					.map((invitation) -> view(invitation, null))
					.toList());
		model.addAttribute("openUrl", this.address.url("/lti/register"));
		return "dynamicregistration/invitations";
	}

	private InvitationView view(Invitation invitation, @Nullable URI link) {
		return InvitationView.of(invitation, this.desk.name(invitation.institution()), this.clock.instant(), link);
	}

	/**
	 * Answers with the page that shows the link, rather than with a redirect to it: the
	 * link is kept nowhere, so that no later page could show it.
	 */
	@PostMapping(PATH)
	String invite(Administrator administrator, @RequestParam String institution, @RequestParam PlatformFamily family,
			Model model) {
		Invitations.Made made = this.desk.invite(administrator, known(administrator, institution), family);
		return invitation(made.invitation(), made.link(), model);
	}

	private Institution known(Administrator administrator, String id) {
		return this.institutions.all()
			.stream()
			.filter((institution) -> institution.id().value().equals(id))
			.filter((institution) -> administrator.mayManage(institution.id()))
			.findFirst()
			.orElseThrow(Administrator::notFound);
	}

	private String invitation(Invitation invitation, @Nullable URI link, Model model) {
		AdminTrail.set(model);
		model.addAttribute("invitation", view(invitation, link));
		model.addAttribute("tool", this.tool.name());
		return "dynamicregistration/invitation";
	}

	@GetMapping(PATH + "/{id}")
	String invitation(Administrator administrator, @PathVariable String id, Model model) {
		return invitation(managed(administrator, id), null, model);
	}

	@PostMapping(PATH + "/{id}/revoke")
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
		AdminSection invitationsSection() {
			return AdminSection.of(105, "registration.invitations.title", PATH);
		}

	}

}
