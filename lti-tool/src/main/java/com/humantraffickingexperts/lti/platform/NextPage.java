package com.humantraffickingexperts.lti.platform;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.humantraffickingexperts.lti.network.OutboundAnswer;

/**
 * Where a list goes on, as the {@code Link} header of an answer says:
 * <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>.
 */
public sealed interface NextPage {

	/** This was the last page. */
	record None() implements NextPage {
	}

	/**
	 * There is one more page.
	 *
	 * @param address where it is; not checked yet
	 */
	record At(URI address) implements NextPage {
	}

	/** There is one more page, and it cannot be told where. */
	record Unreadable() implements NextPage {
	}

	/**
	 * The next page after an answer.
	 * @param answer the answer
	 * @param asked the address that was asked, against which a relative one is resolved
	 * @return where the list goes on
	 */
	static NextPage after(OutboundAnswer answer, URI asked) {
		List<String> headers = answer.headers().getOrDefault("Link", List.of());
		for (String header : headers) {
			Matcher link = Form.LINK.matcher(header);
			while (link.find()) {
				if (Form.NEXT.matcher(link.group(2)).find()) {
					return at(asked, link.group(1));
				}
			}
			// Moodle 4.5 writes typographic quotation marks.
			if (header.contains("next")) {
				return new Unreadable();
			}
		}
		return new None();
	}

	private static NextPage at(URI asked, String address) {
		try {
			return new At(asked.resolve(address));
		}
		catch (IllegalArgumentException ex) {
			return new Unreadable();
		}
	}

	/** What the header looks like. */
	final class Form {

		private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");

		private static final Pattern NEXT = Pattern.compile(
				";\\s*rel\\s*=\\s*(\"([^\"]* )?next( [^\"]*)?\"|'([^']* )?next( [^']*)?'|next\\b)",
				Pattern.CASE_INSENSITIVE);

		private Form() {
		}

	}

}
