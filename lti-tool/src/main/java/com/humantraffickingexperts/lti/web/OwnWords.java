package com.humantraffickingexperts.lti.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IWebContext;
import org.unbescape.html.HtmlEscape;

/**
 * What in a request's markup is its own, and nobody else's: the address of its session,
 * the token in its forms, and words that were asked to be left open.
 *
 * @param kinds what each of them is
 * @param found as what each is found in markup: something that nobody can guess
 * @param written what is written there
 */
public record OwnWords(List<Kind> kinds, List<String> found, List<String> written) {

	private static final String ADDRESS = OwnWords.class.getName();

	private static final String OPEN = ADDRESS + ".open";

	/** No text contains it: the characters around are for private use. */
	private static final String PLACE = "\uE0F0own\uE0F1";

	/**
	 * Says where the session of a request lives.
	 * @param request the request
	 * @param address the beginning of the session's addresses, which nobody can guess
	 */
	public static void address(HttpServletRequest request, String address) {
		request.setAttribute(ADDRESS, address);
	}

	/**
	 * Leaves a place open, so that markup around it can be kept.
	 * @param request the request
	 * @param word what is written there: one word or text for each request
	 * @return what a page shows instead; the word itself where nothing is kept
	 */
	public static String open(HttpServletRequest request, String word) {
		if (request.getAttribute(ADDRESS) == null) {
			return word;
		}
		request.setAttribute(OPEN, word);
		return PLACE;
	}

	/** Null where a request has no address of its own. */
	static @Nullable OwnWords of(IContext context) {
		if (!(context instanceof IWebContext web)
				|| !(web.getExchange().getAttributeValue(ADDRESS) instanceof String address)) {
			return null;
		}
		List<Kind> kinds = new ArrayList<>(List.of(Kind.ADDRESS));
		List<String> found = new ArrayList<>(List.of(address));
		if (web.getExchange().getAttributeValue(CsrfToken.class.getName()) instanceof CsrfToken token) {
			kinds.add(Kind.TOKEN);
			found.add(token.getToken());
		}
		List<String> written = new ArrayList<>(found);
		if (web.getExchange().getAttributeValue(OPEN) instanceof String word) {
			kinds.add(Kind.OPEN);
			found.add(PLACE);
			written.add(HtmlEscape.escapeHtml4Xml(word));
		}
		return new OwnWords(kinds, found, written);
	}

	boolean in(String text) {
		return this.found.stream().anyMatch(text::contains);
	}

	/** What nobody else may see, however the address around it is written. */
	String secret() {
		String address = this.found.getFirst();
		return address.substring(address.lastIndexOf('/') + 1);
	}

	@Override
	public String toString() {
		return "OwnWords" + this.kinds;
	}

	/** What a word is. */
	enum Kind {

		/** The beginning of the session's addresses. */
		ADDRESS,
		/** The token in the forms. */
		TOKEN,
		/** A word that a page asked to leave open. */
		OPEN

	}

}
