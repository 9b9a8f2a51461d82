package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import com.humantraffickingexperts.lti.catalog.Pictures;

/**
 * Tells the pictures of a page in words. Each can be shown by a link that says what it
 * weighs, so no script is needed.
 */
@Component
class PictureTexts {

	/** Pictures as the catalogue renders them; the alternative is escaped already. */
	private static final Pattern PICTURE = Pattern.compile(
			"<div class=\"picture[^>]*>\\s*<img src=\"/pictures/([0-9a-f]{64}\\.[a-z]{3,4})\"(?: alt=\"([^\"]*)\")?[^>]*>\\s*</div>");

	private static final int KILOBYTE = 1024;

	private final List<Pictures> pictures;

	private final MessageSource messages;

	PictureTexts(List<Pictures> pictures, MessageSource messages) {
		this.pictures = pictures;
		this.messages = messages;
	}

	/**
	 * A text with its pictures in words.
	 * @param html the text
	 * @param path the address of the page
	 * @param shown which pictures are shown all the same, from 1
	 * @return the text
	 */
	String of(String html, String path, List<Integer> shown) {
		Matcher matcher = PICTURE.matcher(html);
		StringBuilder text = new StringBuilder();
		int number = 0;
		while (matcher.find()) {
			number++;
			String instead = shown.contains(number) ? place(number) + matcher.group() + "</div>"
					: words(matcher.toMatchResult(), number, path, shown);
			matcher.appendReplacement(text, Matcher.quoteReplacement(instead));
		}
		return matcher.appendTail(text).toString();
	}

	private static String place(int number) {
		return "<div id=\"picture-" + number + "\">";
	}

	private String words(MatchResult picture, int number, String path, List<Integer> shown) {
		Locale locale = LocaleContextHolder.getLocale();
		StringBuilder query = new StringBuilder();
		shown.forEach((other) -> query.append("picture=").append(other).append("&amp;"));
		query.append("picture=").append(number);
		String label = this.messages.getMessage("learning.picture.show", new Object[] { kilobytes(picture.group(1)) },
				locale);
		String alternative = picture.group(2);
		return place(number) + "<p class=\"picture-text\">" + ((alternative != null) ? alternative : "")
				+ "</p><p class=\"picture-show\"><a lang=\"" + locale.toLanguageTag() + "\" href=\"" + path + "?"
				+ query + "#picture-" + number + "\">" + HtmlUtils.htmlEscape(label) + "</a></p></div>";
	}

	private int kilobytes(String address) {
		return this.pictures.stream()
			.flatMap((place) -> place.picture(address).stream())
			.map((picture) -> Math.ceilDiv(picture.content().length, KILOBYTE))
			.findFirst()
			.orElse(0);
	}

}
