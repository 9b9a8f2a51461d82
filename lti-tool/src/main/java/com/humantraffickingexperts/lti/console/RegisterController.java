package com.humantraffickingexperts.lti.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.registration.RegistrationConflict;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;
import com.humantraffickingexperts.lti.registration.RegistrationId;

/**
 * The page that joins all ways to register a platform. Registering by hand is answered
 * here, the other ways by the features that offer them.
 */
@Controller
@RequestMapping("/admin/registrations/new")
class RegisterController {

	private static final String PATH = "/admin/registrations/new";

	private static final String NEW_INSTITUTION = "new";

	private final Institutions institutions;

	private final InstitutionEditor institutionEditor;

	private final FormRules rules;

	private final HandRegistration hand;

	private final RegistrationEditor editor;

	private final CentralClient central;

	private final PlatformGuide guide;

	private final List<RegistrationWay> ways;

	RegisterController(Institutions institutions, InstitutionEditor institutionEditor, FormRules rules,
			HandRegistration hand, RegistrationEditor editor, CentralClient central, PlatformGuide guide,
			List<RegistrationWay> ways) {
		this.institutions = institutions;
		this.institutionEditor = institutionEditor;
		this.rules = rules;
		this.hand = hand;
		this.editor = editor;
		this.central = central;
		this.guide = guide;
		this.ways = ways.stream().sorted(Comparator.comparingInt(RegistrationWay::order)).toList();
	}

	@GetMapping
	String register(Administrator administrator, @RequestParam(defaultValue = "") String institution,
			@RequestParam(defaultValue = "") String family, Model model) {
		Institution chosen = institution(administrator, institution);
		PlatformFamily product = Choices.of(PlatformFamily.values(), family);
		if (product == null) {
			return choicePage(administrator, chosen, ConsoleForm.empty(), model);
		}
		ConsoleForm form = ConsoleForm.empty().put("hosting", "production");
		if (chosen != null) {
			form.put("name", chosen.name());
		}
		if (product == PlatformFamily.BLACKBOARD) {
			form.put("clientId", this.central.clientId(administrator));
		}
		return page(administrator, chosen, product, form, model);
	}

	/**
	 * An institution that is not in the list yet is named here, so that nobody has to go
	 * elsewhere first.
	 */
	@PostMapping("/institution")
	String choose(Administrator administrator, @RequestParam(defaultValue = "") String institution,
			@RequestParam PlatformFamily family, @RequestParam MultiValueMap<String, String> sent, Model model,
			HttpServletResponse response) {
		ConsoleForm form = ConsoleForm.of(sent);
		Institution chosen = institution(administrator, institution);
		if (NEW_INSTITUTION.equals(institution) && administrator.operator()) {
			String name = this.rules.required(form, "name", FormRules.LONGEST_NAME);
			if (name == null) {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				return choicePage(administrator, null, form, model);
			}
			chosen = this.institutions.all()
				.stream()
				.filter((known) -> known.name().equalsIgnoreCase(name))
				.findFirst()
				.orElseGet(() -> this.institutionEditor.add(administrator, name));
		}
		return "redirect:" + UriComponentsBuilder.fromPath(PATH)
			.queryParamIfPresent("institution", Optional.ofNullable(chosen).map(Institution::id))
			.queryParam("family", family)
			.toUriString();
	}

	@PostMapping
	String add(Administrator administrator, @RequestParam(defaultValue = "") String institution,
			@RequestParam PlatformFamily family, @RequestParam MultiValueMap<String, String> sent, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Institution chosen = institution(administrator, institution);
		ConsoleForm form = ConsoleForm.of(sent);
		RegistrationDraft draft = this.hand.read(form, (chosen == null) ? null : chosen.id(), family);
		if (draft != null) {
			Set<String> deployments = this.hand.deployments(form);
			try {
				RegistrationId id = this.editor.add(administrator, draft, deployments);
				AdminFlash.done(redirect, administrator.operator() ? "console.done.registered" : "console.done.pending",
						draft.name());
				return "redirect:/admin/registrations/" + id;
			}
			catch (RegistrationConflict conflict) {
				Optional<RegistrationId> joined = this.central.join(administrator, conflict.registration(), draft,
						deployments);
				if (joined.isPresent()) {
					AdminFlash.done(redirect, "console.done.joined", draft.name());
					return "redirect:/admin/registrations/" + joined.get();
				}
				form.wrong("clientId",
						(family == PlatformFamily.BLACKBOARD) ? "console.problem.central" : "console.problem.exists");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(administrator, chosen, family, form, model);
	}

	/** An institution's own administrator registers for it and for no other. */
	private @Nullable Institution institution(Administrator administrator, String id) {
		return this.institutions.all()
			.stream()
			.filter((institution) -> administrator.operator() ? institution.id().value().equals(id)
					: institution.id().equals(administrator.institution()))
			.findFirst()
			.orElse(null);
	}

	private String choicePage(Administrator administrator, @Nullable Institution institution, ConsoleForm form,
			Model model) {
		model.addAttribute("institutions", this.institutions.all());
		model.addAttribute("institution", institution);
		model.addAttribute("operator", administrator.operator());
		model.addAttribute("families", PlatformFamily.values());
		model.addAttribute("form", form);
		return "console/register-choose";
	}

	private String page(Administrator administrator, @Nullable Institution institution, PlatformFamily family,
			ConsoleForm form, Model model) {
		model.addAttribute("institution", institution);
		model.addAttribute("family", family);
		model.addAttribute("operator", administrator.operator());
		model.addAttribute("form", form);
		model.addAttribute("given", this.guide.given(family));
		model.addAttribute("choices", this.guide.choices(family));
		model.addAttribute("documentation", this.guide.documentation(family));
		model.addAttribute("ways",
				this.ways.stream()
					.map((way) -> way.wayFor(administrator, institution, family))
					.flatMap(Optional::stream)
					.toList());
		AdminTrail.set(model, new AdminTrail.Step(this.guide.trail(),
				PATH + ((institution == null) ? "" : "?institution=" + institution.id())));
		return "console/register";
	}

}
