package com.humantraffickingexperts.lti.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import com.humantraffickingexperts.lti.admin.Administrator;

/** Shows the documentation to which the console's pages link. */
@Controller
class HelpController {

	/** Below it lies one page for each product, {@code platforms} and {@code errors}. */
	static final String PATH = "/admin/help";

	private final HelpPages pages;

	HelpController(HelpPages pages) {
		this.pages = pages;
	}

	@GetMapping(PATH + "/{page:[a-z]+}")
	String help(@PathVariable String page, Model model) {
		model.addAttribute("page", this.pages.find(page).orElseThrow(Administrator::notFound));
		return "console/help";
	}

}
