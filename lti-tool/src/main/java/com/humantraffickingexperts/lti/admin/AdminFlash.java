package com.humantraffickingexperts.lti.admin;

import java.io.Serializable;
import java.util.List;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sentence on the next page that says what was done. */
public final class AdminFlash {

	/** The attribute from which the shell takes the sentence. */
	public static final String ATTRIBUTE = "adminFlash";

	private AdminFlash() {
	}

	/**
	 * Shows a sentence on the page to which a request is redirected.
	 * @param redirect where the redirect's attributes are kept
	 * @param messageKey the key of the sentence
	 * @param arguments what stands in the sentence
	 */
	public static void done(RedirectAttributes redirect, String messageKey, Object... arguments) {
		redirect.addFlashAttribute(ATTRIBUTE, new Done(messageKey, List.of(arguments)));
	}

	/**
	 * What was done.
	 *
	 * @param messageKey the key of the sentence
	 * @param arguments what stands in it
	 */
	public record Done(String messageKey, List<Object> arguments) implements Serializable {
	}

}
