package com.humantraffickingexperts.lti.console;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
import com.humantraffickingexperts.lti.admin.AdminTrail;
import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.registration.ManagedRegistration;
import com.humantraffickingexperts.lti.registration.RegistrationConflict;
import com.humantraffickingexperts.lti.registration.RegistrationDraft;

/** Changes a registration, one part at a time. */
@Controller
@RequestMapping("/admin/registrations/{id}/{part:details|terms|connection|privacy}")
class EditController {

	private static final String REVISION = "revision";

	private static final Set<String> NOT_SHOWN = Set.of(REVISION, "_csrf");

	private final RegistrationOverview overview;

	private final RegistrationEditor editor;

	private final List<EditPart> parts;

	EditController(RegistrationOverview overview, RegistrationEditor editor, List<EditPart> parts) {
		this.overview = overview;
		this.editor = editor;
		this.parts = List.copyOf(parts);
	}

	@GetMapping
	String form(Administrator administrator, @PathVariable String id, @PathVariable String part, Model model) {
		EditPart edited = part(administrator, part);
		ManagedRegistration managed = managed(administrator, id);
		return page(edited, managed, edited.filled(managed).put(REVISION, String.valueOf(managed.revision())), model);
	}

	@PostMapping
	String change(Administrator administrator, @PathVariable String id, @PathVariable String part,
			@RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		EditPart edited = part(administrator, part);
		ManagedRegistration managed = managed(administrator, id);
		ConsoleForm form = ConsoleForm.of(sent);
		RegistrationDraft draft = edited.read(form, Drafts.of(managed));
		if (draft != null) {
			try {
				this.editor.change(administrator, managed, revision(form), draft);
				AdminFlash.done(redirect, "console.done.changed");
				return "redirect:/admin/registrations/" + managed.id();
			}
			catch (RegistrationConflict conflict) {
				if (conflict.kind() != RegistrationConflict.Kind.CHANGED) {
					throw Administrator.notFound();
				}
				showBoth(edited, managed(administrator, id), form);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(edited, managed, form, model);
	}

	/**
	 * Somebody else was quicker: their values stand beside the person's own, and saving
	 * once more decides for the latter.
	 */
	private static void showBoth(EditPart part, ManagedRegistration current, ConsoleForm form) {
		ConsoleForm theirs = part.filled(current);
		form.wrong(REVISION, "console.problem.changed");
		Set<String> fields = new LinkedHashSet<>(theirs.fields());
		fields.addAll(form.fields());
		fields.removeAll(NOT_SHOWN);
		fields.forEach((field) -> {
			String stored = String.join(", ", theirs.all(field));
			if (!stored.equals(String.join(", ", form.all(field)))) {
				form.meanwhile(field, stored);
			}
		});
		form.put(REVISION, String.valueOf(current.revision()));
	}

	private static int revision(ConsoleForm form) {
		return form.text(REVISION).matches("[0-9]{1,9}") ? Integer.parseInt(form.text(REVISION)) : -1;
	}

	private String page(EditPart part, ManagedRegistration managed, ConsoleForm form, Model model) {
		model.addAllAttributes(part.model(managed));
		model.addAttribute("form", form);
		model.addAttribute("managed", managed);
		model.addAttribute("registration", managed.registration());
		model.addAttribute("row", this.overview.row(managed));
		AdminTrail.set(model,
				new AdminTrail.Step(managed.registration().name(), "/admin/registrations/" + managed.id()));
		return "console/edit-" + part.name();
	}

	private EditPart part(Administrator administrator, String name) {
		EditPart part = this.parts.stream()
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElseThrow(Administrator::notFound);
		if (part.operatorsOnly()) {
			administrator.requireOperator();
		}
		return part;
	}

	private ManagedRegistration managed(Administrator administrator, String id) {
		return this.overview.find(administrator, id)
			.filter(ManagedRegistration::editable)
			.orElseThrow(Administrator::notFound);
	}

}
