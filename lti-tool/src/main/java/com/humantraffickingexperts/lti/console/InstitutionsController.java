package com.humantraffickingexperts.lti.console;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.humantraffickingexperts.lti.admin.AdminFlash;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.admin.OperatorsOnly;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.Institutions;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationStore;

/** The institutions that use the tool. */
@Controller
@OperatorsOnly
@RequestMapping("/admin/institutions")
class InstitutionsController {

	private static final String NAME = "name";

	private final Institutions institutions;

	private final RegistrationStore registrations;

	private final InstitutionEditor editor;

	private final FormRules rules;

	InstitutionsController(Institutions institutions, RegistrationStore registrations, InstitutionEditor editor,
			FormRules rules) {
		this.institutions = institutions;
		this.registrations = registrations;
		this.editor = editor;
		this.rules = rules;
	}

	@GetMapping
	String institutions(Model model) {
		return page(ConsoleForm.empty(), model);
	}

	@PostMapping
	String add(Administrator administrator, @RequestParam MultiValueMap<String, String> sent, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		ConsoleForm form = ConsoleForm.of(sent);
		String name = this.rules.required(form, NAME, FormRules.LONGEST_NAME);
		if (name != null && this.institutions.all().stream().anyMatch((known) -> known.name().equalsIgnoreCase(name))) {
			form.wrong(NAME, "console.problem.institution");
		}
		if (name == null || !form.right()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(form, model);
		}
		this.editor.add(administrator, name);
		AdminFlash.done(redirect, "console.done.institution", name);
		return "redirect:/admin/institutions";
	}

	@GetMapping("/{id:[0-9a-f]{32}}")
	String name(@PathVariable String id, Model model) {
		Institution institution = institution(id);
		return namePage(institution, ConsoleForm.empty().put(NAME, institution.name()), model);
	}

	@PostMapping("/{id:[0-9a-f]{32}}")
	String rename(Administrator administrator, @PathVariable String id,
			@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Institution institution = institution(id);
		ConsoleForm form = ConsoleForm.of(sent);
		String name = this.rules.required(form, NAME, FormRules.LONGEST_NAME);
		if (name == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return namePage(institution, form, model);
		}
		this.editor.rename(administrator, institution, name);
		AdminFlash.done(redirect, "console.done.changed");
		return "redirect:/admin/institutions";
	}

	private Institution institution(String id) {
		return this.institutions.all()
			.stream()
			.filter((institution) -> institution.id().value().equals(id))
			.findFirst()
			.orElseThrow(Administrator::notFound);
	}

	private String page(ConsoleForm form, Model model) {
		Map<String, Long> registered = this.registrations.all(null)
			.stream()
			.map(ManagedRegistration::registration)
			.map((registration) -> registration.institution())
			.filter(Objects::nonNull)
			.collect(Collectors.groupingBy((id) -> Objects.requireNonNull(id).value(), Collectors.counting()));
		model.addAttribute("institutions", this.institutions.all());
		model.addAttribute("registered", registered);
		model.addAttribute("form", form);
		return "console/institutions";
	}

	private static String namePage(Institution institution, ConsoleForm form, Model model) {
		model.addAttribute("institution", institution);
		model.addAttribute("form", form);
		return "console/institution";
	}

}
