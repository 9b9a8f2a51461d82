package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * What the tool asks of a platform: the least that its features need. E-mail addresses
 * and pictures are never asked for.
 *
 * @param claims the claims about people
 * @param scopes the services
 * @param messages the messages that the tool answers
 * @param custom the custom parameters of every launch
 */
record Requirements(List<String> claims, List<String> scopes, List<Message> messages, Map<String, String> custom) {

	static final String RESOURCE_LINK = "LtiResourceLinkRequest";

	static final String DEEP_LINKING = "LtiDeepLinkingRequest";

	static final String CLASS_LIST = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

	static final String GROUPS = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";

	private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";

	/** Moodle needs the second one even if it granted the first. */
	private static final List<String> GRADES = List.of(AGS + "lineitem", AGS + "lineitem.readonly",
			AGS + "result.readonly", AGS + "score");

	/**
	 * By these a copied course finds what its original was. A platform that does not know
	 * a variable hands it on as it is.
	 */
	private static final Map<String, String> HISTORY = history();

	private static Map<String, String> history() {
		Map<String, String> history = new LinkedHashMap<>();
		history.put("resource_link_history", "$ResourceLink.id.history");
		history.put("context_history", "$Context.id.history");
		return history;
	}

	/**
	 * What is asked of a product.
	 * @param family the product
	 * @param choices what its administrator decided
	 * @return the requirements
	 */
	static Requirements of(PlatformFamily family, Choices choices) {
		List<String> claims = new ArrayList<>(List.of("iss", "sub"));
		if (!choices.pseudonymous()) {
			claims.addAll(List.of("name", "given_name", "family_name"));
		}
		List<String> scopes = new ArrayList<>(GRADES);
		if (choices.classList()) {
			scopes.add(CLASS_LIST);
		}
		return new Requirements(List.copyOf(claims), List.copyOf(scopes), messages(family), HISTORY);
	}

	/**
	 * Opening a module and choosing one. Canvas takes a message without a placement for
	 * one in the place where modules are chosen, and drops the second that is meant for
	 * that place; it opens what was chosen without being told.
	 */
	private static List<Message> messages(PlatformFamily family) {
		return (family == PlatformFamily.CANVAS)
				? List.of(new Message(DEEP_LINKING, CanvasWords.DEEP_LINKING_PLACEMENTS))
				: List.of(new Message(RESOURCE_LINK, List.of()), new Message(DEEP_LINKING, List.of("ContentArea")));
	}

	/**
	 * One kind of message.
	 *
	 * @param type the {@code message_type}
	 * @param placements where the platform offers it; empty for wherever links are
	 */
	record Message(String type, List<String> placements) {
	}

}
