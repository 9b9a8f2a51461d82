package com.humantraffickingexperts.lti.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the one for which the platform asked in the launch, else the
 * browser's, among those in which the tool speaks.
 */
@Component("localeResolver")
public class PreferredLocale implements LocaleResolver {

	/** The languages of the interface. */
	private static final List<Locale> SPOKEN = List.of(Locale.UK);

	private static final String ATTRIBUTE = PreferredLocale.class.getName();

	/**
	 * Sets the language for the rest of a request.
	 * @param request the request
	 * @param wanted the language for which the platform asked
	 */
	public static void prefer(HttpServletRequest request, Locale wanted) {
		request.setAttribute(ATTRIBUTE, wanted);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (request.getAttribute(ATTRIBUTE) instanceof Locale wanted) {
			return nearest(List.of(new Locale.LanguageRange(wanted.toLanguageTag())));
		}
		String accepted = request.getHeader("Accept-Language");
		if (accepted == null) {
			return SPOKEN.getFirst();
		}
		try {
			return nearest(Locale.LanguageRange.parse(accepted));
		}
		catch (IllegalArgumentException ex) {
			return SPOKEN.getFirst();
		}
	}

	private static Locale nearest(List<Locale.LanguageRange> wanted) {
		Locale found = Locale.lookup(wanted, SPOKEN);
		return (found != null) ? found : SPOKEN.getFirst();
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("The language comes from the launch or the browser");
	}

}
