package com.humantraffickingexperts.lti.learning;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** How the player's controllers answer. */
final class LearnerPages {

	private LearnerPages() {
	}

	static ModelAndView page(Visit visit, String template, Object view) {
		return new ModelAndView("learning/" + template).addObject("support", SupportView.of(visit))
			.addObject("reading", ReadingView.of(visit))
			.addObject("view", view);
	}

	/**
	 * Answers a script, which shows nothing of the answer.
	 * @param status what became of the request
	 * @return an answer without content
	 */
	static ModelAndView nothing(HttpStatus status) {
		return new ModelAndView((model, request, response) -> response.setStatus(status.value()));
	}

	/**
	 * Answers a script.
	 * @param text what the script reads
	 * @return an answer in plain text
	 */
	static ModelAndView plain(String text) {
		return new ModelAndView((model, request, response) -> {
			response.setContentType(MediaType.TEXT_PLAIN_VALUE);
			response.getWriter().write(text);
		});
	}

	/**
	 * A page at a place in the module.
	 * @param visit the visit
	 * @param attempt its attempt, as it was before this request
	 * @param progress its progress
	 * @param here the place
	 * @param template the page
	 * @param view what it shows
	 * @return the page, with the offer to go on where the learner went on elsewhere
	 */
	static ModelAndView page(Visit visit, Attempt attempt, Progress progress, Place here, String template,
			Object view) {
		return page(visit, template, view).addObject("elsewhere", ElsewhereView.of(visit, attempt, progress, here));
	}

	/**
	 * Leads to another page, so that a reload does not send a form again.
	 * @param path the page's path
	 * @return a 303 answer
	 */
	static ModelAndView seeOther(String path) {
		RedirectView redirect = new RedirectView(path);
		redirect.setStatusCode(HttpStatus.SEE_OTHER);
		redirect.setExposeModelAttributes(false);
		redirect.setExpandUriTemplateVariables(false);
		return new ModelAndView(redirect);
	}

}
