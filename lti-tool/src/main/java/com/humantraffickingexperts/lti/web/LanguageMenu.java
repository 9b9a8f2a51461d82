package com.humantraffickingexperts.lti.web;

/**
 * The languages offered on a page ({@code web/languages}).
 *
 * @param path where the choice is sent
 * @param page the page to which it leads back, as the receiver knows it
 */
public record LanguageMenu(String path, String page) {

	/**
	 * What can be chosen.
	 * @return every language of the interface
	 */
	public InterfaceLanguage[] languages() {
		return InterfaceLanguage.values();
	}

}
