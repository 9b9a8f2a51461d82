package com.humantraffickingexperts.sandbox.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.people.Person;

/**
 * What every page shows, and where people go who are lost.
 */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

	private final Session session;

	private final CurrentManners manners;

	PageAdvice(Session session, CurrentManners manners) {
		this.session = session;
		this.manners = manners;
	}

	@ModelAttribute("person")
	@Nullable Person person(HttpServletRequest request) {
		return this.session.person(request);
	}

	@ModelAttribute("mannersTitle")
	String mannersTitle() {
		return this.manners.get().title();
	}

	@ExceptionHandler(NobodySignedIn.class)
	String nobodySignedIn() {
		return "redirect:/";
	}

	@ExceptionHandler(PageNotFound.class)
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String pageNotFound(Model model) {
		model.addAttribute("reason", "There is no such page here, or it is not for you.");
		return "refused";
	}

}
