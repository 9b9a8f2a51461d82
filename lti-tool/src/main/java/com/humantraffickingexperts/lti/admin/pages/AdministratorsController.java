package com.humantraffickingexperts.lti.admin.pages;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminRole;
import com.humantraffickingexperts.lti.admin.AdminSection;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.AdministratorId;
import com.humantraffickingexperts.lti.admin.OperatorsOnly;
import com.humantraffickingexperts.lti.admin.Reauthenticated;
import com.humantraffickingexperts.lti.admin.accounts.Account;
import com.humantraffickingexperts.lti.admin.accounts.Accounts;
import com.humantraffickingexperts.lti.admin.accounts.NewAccount;
import com.humantraffickingexperts.lti.admin.accounts.OneTimeLink;
import com.humantraffickingexperts.lti.admin.accounts.Passkeys;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.InstitutionId;
import com.humantraffickingexperts.lti.registration.Institutions;

/** Who may come into the console, and as what. */
@Controller
@OperatorsOnly
class AdministratorsController {

	private static final String LIST = "/admin/administrators";

	private final Accounts accounts;

	private final Passkeys passkeys;

	private final Institutions institutions;

	AdministratorsController(Accounts accounts, Passkeys passkeys, Institutions institutions) {
		this.accounts = accounts;
		this.passkeys = passkeys;
		this.institutions = institutions;
	}

	/** The entry of the navigation. */
	@Configuration(proxyBeanMethods = false)
	static class Section {

		@Bean
		AdminSection administratorsSection() {
			return AdminSection.forOperators(800, "admin.administrators", LIST);
		}

	}

	@GetMapping(LIST)
	String all(Model model) {
		Map<InstitutionId, String> names = this.institutions.all()
			.stream()
			.collect(Collectors.toMap(Institution::id, Institution::name));
		model.addAttribute("people",
				this.accounts.all()
					.stream()
					.map((account) -> new Person(account,
							(account.institution() == null) ? null : names.get(account.institution())))
					.toList());
		return "admin/administrators";
	}

	@Reauthenticated
	@GetMapping(LIST + "/new")
	String form(Model model) {
		return form(model, new InvitationForm("", "", AdminRole.OPERATOR.name(), "", ""), Map.of());
	}

	@Reauthenticated
	@PostMapping(LIST + "/new")
	String invite(Administrator administrator, InvitationForm form, Model model, HttpServletResponse response) {
		Map<String, String> problems = form.problems(this::exists);
		if (problems.isEmpty() && !this.accounts.emailTaken(form.email().strip())) {
			Optional<Accounts.Invitation> invitation = this.accounts.invite(administrator,
					account(administrator, form));
			if (invitation.isPresent()) {
				return link(model, require(invitation.get().id().value()), invitation.get().link());
			}
		}
		if (problems.isEmpty()) {
			problems.put("email", "admin.email.taken");
		}
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		return form(model, form, problems);
	}

	private NewAccount account(Administrator administrator, InvitationForm form) {
		return new NewAccount(form.name().strip(), form.email().strip(), form.adminRole(),
				(form.adminRole() == AdminRole.OPERATOR) ? null : institution(administrator, form));
	}

	private InstitutionId institution(Administrator administrator, InvitationForm form) {
		return form.namesNewInstitution() ? this.accounts.addInstitution(administrator, form.newInstitution().strip())
				: new InstitutionId(form.institution());
	}

	private boolean exists(String institution) {
		return this.institutions.all().stream().anyMatch((known) -> known.id().value().equals(institution));
	}

	@GetMapping(LIST + "/{id}")
	String one(Administrator administrator, @PathVariable String id, Model model) {
		Account account = require(id);
		model.addAttribute("person", new Person(account, institution(account)));
		model.addAttribute("passkeys", this.passkeys.of(account.id()).size());
		model.addAttribute("expiry", this.accounts.invitationExpiry(account.id()).orElse(null));
		model.addAttribute("self", account.id().equals(administrator.id()));
		trail(model);
		return "admin/administrator";
	}

	@Reauthenticated
	@GetMapping(LIST + "/{id}/disable")
	String confirmDisable(@PathVariable String id, Model model) {
		return confirm(model, require(id), "disable");
	}

	@Reauthenticated
	@PostMapping(LIST + "/{id}/disable")
	String disable(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Account account = require(id);
		boolean done = this.accounts.disable(administrator, account.id());
		return done(redirect, account, done ? "disabled" : "impossible");
	}

	@Reauthenticated
	@GetMapping(LIST + "/{id}/enable")
	String confirmEnable(@PathVariable String id, Model model) {
		return confirm(model, require(id), "enable");
	}

	@Reauthenticated
	@PostMapping(LIST + "/{id}/enable")
	String enable(Administrator administrator, @PathVariable String id, RedirectAttributes redirect) {
		Account account = require(id);
		boolean done = this.accounts.enable(administrator, account.id());
		return done(redirect, account, done ? "enabled" : "impossible");
	}

	@Reauthenticated
	@GetMapping(LIST + "/{id}/invite")
	String confirmInvite(@PathVariable String id, Model model) {
		return confirm(model, require(id), "invite");
	}

	@Reauthenticated
	@PostMapping(LIST + "/{id}/invite")
	String inviteAgain(Administrator administrator, @PathVariable String id, Model model, RedirectAttributes redirect) {
		Account account = require(id);
		Optional<OneTimeLink> link = this.accounts.inviteAgain(administrator, account.id());
		return link.map((fresh) -> link(model, account, fresh)).orElseGet(() -> done(redirect, account, "impossible"));
	}

	private Account require(String id) {
		return Optional.of(id)
			.filter((text) -> text.matches("[0-9a-f]{32}"))
			.map(AdministratorId::new)
			.flatMap(this.accounts::find)
			.orElseThrow(Administrator::notFound);
	}

	private @Nullable String institution(Account account) {
		return Optional.ofNullable(account.institution())
			.flatMap(this.institutions::find)
			.map(Institution::name)
			.orElse(null);
	}

	private String form(Model model, InvitationForm form, Map<String, String> problems) {
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("institutions", this.institutions.all());
		trail(model);
		return "admin/invite";
	}

	private static String link(Model model, Account account, OneTimeLink link) {
		model.addAttribute("person", account);
		model.addAttribute("link", link.address().toString());
		model.addAttribute("expiry", link.expiresAt());
		trail(model);
		return "admin/invited";
	}

	private static String confirm(Model model, Account account, String act) {
		model.addAttribute("person", account);
		model.addAttribute("act", act);
		model.addAttribute("path", LIST + "/" + account.id());
		AdminTrail.set(model, new AdminTrail.Step(account.name(), LIST + "/" + account.id()));
		return "admin/administrator-confirm";
	}

	private static String done(RedirectAttributes redirect, Account account, String what) {
		AdminFlash.done(redirect, "admin.administrator." + what, account.name());
		return "redirect:" + LIST + "/" + account.id();
	}

	private static void trail(Model model) {
		AdminTrail.set(model);
	}

	/**
	 * An account, with its institution's name.
	 *
	 * @param account the account
	 * @param institution the institution's name, or null
	 */
	record Person(Account account, @Nullable String institution) {

		/** The kind of status that the page shows. */
		public String kind() {
			return switch (this.account.state()) {
				case ACTIVE -> "good";
				case INVITED -> "care";
				case DISABLED -> "plain";
			};
		}

	}

}
