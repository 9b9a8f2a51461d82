package com.humantraffickingexperts.lti.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the one that the person chose, else the one for which the
 * platform asked in the launch, else the browser's, among those in which the tool speaks.
 */
@Component("localeResolver")
public class PreferredLocale implements LocaleResolver {

	private static final String ATTRIBUTE = PreferredLocale.class.getName();

	private final List<EnglishPaths> english;

	PreferredLocale(ObjectProvider<EnglishPaths> english) {
		this.english = english.orderedStream().toList();
	}

	/**
	 * Sets the language for the rest of a request. One that the tool does not speak
	 * leaves the choice to the browser.
	 * @param request the request
	 * @param tag the language tag that the person chose or for which the platform asked,
	 * or null
	 */
	public static void prefer(HttpServletRequest request, @Nullable String tag) {
		InterfaceLanguage.of(tag).ifPresent((language) -> request.setAttribute(ATTRIBUTE, language.locale()));
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		if (this.english.stream().anyMatch((paths) -> paths.contain(path(request)))) {
			return InterfaceLanguage.ENGLISH.locale();
		}
		if (request.getAttribute(ATTRIBUTE) instanceof Locale preferred) {
			return preferred;
		}
		return accepted(request.getHeader("Accept-Language")).locale();
	}

	/** What fails elsewhere is worded under another address. */
	private static String path(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) ? failed
				: request.getRequestURI();
	}

	private static InterfaceLanguage accepted(@Nullable String header) {
		return ranges(header).filter((range) -> range.getWeight() > 0)
			.flatMap((range) -> InterfaceLanguage.of(range.getRange()).stream())
			.findFirst()
			.orElse(InterfaceLanguage.ENGLISH);
	}

	private static Stream<Locale.LanguageRange> ranges(@Nullable String header) {
		if (header == null || header.isBlank()) {
			return Stream.empty();
		}
		try {
			return Locale.LanguageRange.parse(header).stream();
		}
		catch (IllegalArgumentException ex) {
			return Stream.empty();
		}
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("The language comes from the person, the launch or the browser");
	}

}
