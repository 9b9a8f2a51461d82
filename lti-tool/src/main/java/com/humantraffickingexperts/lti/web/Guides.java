package com.humantraffickingexperts.lti.web;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the folder {@code docs/} of this release can be read. Pages that refer to a guide
 * link to it there, and name it where no address is set.
 *
 * @param address the address of the folder; null when it is published nowhere
 */
@ConfigurationProperties("htmse.guides")
public record Guides(@Nullable URI address) {

	/**
	 * A section of a guide.
	 * @param page the page below {@code docs/}, such as {@code platforms/moodle.md}
	 * @param anchor the section, such as {@code doctor}
	 * @return where it is
	 */
	public Section section(String page, String anchor) {
		URI folder = this.address;
		String name = "docs/" + page + "#" + anchor;
		if (folder == null) {
			return new Section(name, null);
		}
		String text = folder.toString();
		return new Section(name, text + (text.endsWith("/") ? "" : "/") + page + "#" + anchor);
	}

	/**
	 * A section of a guide.
	 *
	 * @param name its name in the source of the tool
	 * @param link its address; null when it is published nowhere
	 */
	public record Section(String name, @Nullable String link) {
	}

}
