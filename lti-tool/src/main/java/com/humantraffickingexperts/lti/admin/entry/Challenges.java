package com.humantraffickingexperts.lti.admin.entry;

import java.io.Serializable;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * What a browser was asked and has not answered yet, kept in its session. Each answer is
 * taken once.
 */
public final class Challenges {

	private Challenges() {
	}

	/**
	 * Keeps a question until it is answered.
	 * @param request in whose session
	 * @param question the question; one of each type
	 */
	public static void keep(HttpServletRequest request, Serializable question) {
		request.getSession(true).setAttribute(name(question.getClass()), question);
	}

	/**
	 * Takes a question, so that its answer is used once.
	 * @param <T> the type of the question
	 * @param request from whose session
	 * @param type the type of the question
	 * @return the question, or empty when none was asked
	 */
	public static <T extends Serializable> Optional<T> take(HttpServletRequest request, Class<T> type) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return Optional.empty();
		}
		Object question = session.getAttribute(name(type));
		session.removeAttribute(name(type));
		return Optional.ofNullable(question).filter(type::isInstance).map(type::cast);
	}

	private static String name(Class<?> type) {
		return "challenge." + type.getSimpleName();
	}

}
