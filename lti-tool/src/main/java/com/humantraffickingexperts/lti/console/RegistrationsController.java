package com.humantraffickingexperts.lti.console;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.humantraffickingexperts.lti.admin.Administrator;

/** All registrations, status first. */
@Controller
class RegistrationsController {

	/** With fewer there is nothing to search. */
	private static final int MANY = 8;

	private final RegistrationOverview overview;

	RegistrationsController(RegistrationOverview overview) {
		this.overview = overview;
	}

	@GetMapping("/admin/registrations")
	String registrations(Administrator administrator, @RequestParam(defaultValue = "") String words,
			@RequestParam(required = false) @Nullable String status, Model model) {
		List<RegistrationOverview.Row> all = this.overview.rows(administrator);
		RegistrationStatus wanted = status(status);
		model.addAttribute("rows", all.stream().filter((row) -> row.fits(words, wanted)).toList());
		model.addAttribute("total", all.size());
		model.addAttribute("searchable", all.size() > MANY);
		model.addAttribute("words", words);
		model.addAttribute("status", wanted);
		model.addAttribute("statuses", RegistrationStatus.values());
		return "console/registrations";
	}

	private static @Nullable RegistrationStatus status(@Nullable String name) {
		for (RegistrationStatus status : RegistrationStatus.values()) {
			if (status.name().equals(name)) {
				return status;
			}
		}
		return null;
	}

}
