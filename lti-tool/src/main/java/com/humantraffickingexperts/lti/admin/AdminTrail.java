package com.humantraffickingexperts.lti.admin;

import java.util.List;

import org.springframework.ui.Model;

/**
 * The pages above the current one, shown as a trail. The section of the navigation comes
 * first by itself; a page deeper than its section adds what is between.
 */
public final class AdminTrail {

	/** The attribute from which the shell takes the trail. */
	public static final String ATTRIBUTE = "adminTrail";

	private AdminTrail() {
	}

	/**
	 * Names the pages between the section and the current page.
	 * @param model the page's model
	 * @param steps the pages, the uppermost first
	 */
	public static void set(Model model, Step... steps) {
		model.addAttribute(ATTRIBUTE, List.of(steps));
	}

	/**
	 * A page above the current one.
	 *
	 * @param name its name, already in words
	 * @param path where it is
	 */
	public record Step(String name, String path) {
	}

}
