package com.humantraffickingexperts.lti.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The languages in which the tool speaks to those who learn and to those who teach. */
public enum InterfaceLanguage {

	/** British English, in which everything is written first. */
	ENGLISH("en-GB", "English"),

	/** Welsh. */
	WELSH("cy", "Cymraeg"),

	/** French. */
	FRENCH("fr", "Français"),

	/** Spanish. */
	SPANISH("es", "Español"),

	/** Romanian. */
	ROMANIAN("ro", "Română"),

	/** Polish. */
	POLISH("pl", "Polski"),

	/**
	 * Arabic, with the digits of the modules, in which the law and its sections are
	 * cited.
	 */
	ARABIC("ar-u-nu-latn", "العربية");

	private final Locale locale;

	private final String ownName;

	InterfaceLanguage(String tag, String ownName) {
		this.locale = Locale.forLanguageTag(tag);
		this.ownName = ownName;
	}

	/**
	 * The language in which a person who asks for another reads best.
	 * @param tag a language tag, also one with a region or with what platforms append, as
	 * {@code es-MX} and {@code ar_kids}; or null
	 * @return the language, or empty when the tool does not speak it
	 */
	public static Optional<InterfaceLanguage> of(@Nullable String tag) {
		if (tag == null) {
			return Optional.empty();
		}
		String wanted = tag.strip().split("[-_]", 2)[0];
		return Arrays.stream(values()).filter((language) -> language.code().equalsIgnoreCase(wanted)).findFirst();
	}

	/**
	 * The language's code.
	 * @return two letters of ISO 639-1
	 */
	public String code() {
		return this.locale.getLanguage();
	}

	/**
	 * What its words, dates and numbers are looked up by.
	 * @return the locale
	 */
	public Locale locale() {
		return this.locale;
	}

	/**
	 * What those who speak it call it.
	 * @return a name
	 */
	public String ownName() {
		return this.ownName;
	}

}
