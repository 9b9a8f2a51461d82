package com.humantraffickingexperts.sandbox.ags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.services.Page;
import com.humantraffickingexperts.sandbox.services.ServiceCall;

/**
 * The {@code Link} headers of paged answers
 * (<a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>), as each platform
 * writes them.
 */
public final class PagingLinks {

	private PagingLinks() {
	}

	/**
	 * Canvas counts pages from one.
	 * @param <T> what is listed
	 * @param all the whole list
	 * @param call the call
	 * @param usual how many a page has
	 * @param most how many it can have
	 * @return the page asked for
	 */
	public static <T> Page<T> canvasPage(List<T> all, ServiceCall call, int usual, int most) {
		int size = Math.clamp(call.number("per_page").or(() -> call.number("limit")).orElse(usual), 1, most);
		return Page.of(all, (call.number("page").orElse(1) - 1) * size, Optional.of(size));
	}

	/**
	 * The header of a page.
	 * @param manners the platform's manners
	 * @param address the address of the list
	 * @param call the call
	 * @param page the page
	 * @return the header's value; empty for none
	 */
	public static String of(Manners manners, String address, ServiceCall call, Page<?> page) {
		return switch (manners) {
			case MOODLE -> call.number("limit").isPresent() ? moodle(address, page) : "";
			case CANVAS -> canvas(address, filters(call), page);
			case GENERIC, BLACKBOARD, BRIGHTSPACE, SAKAI -> page.hasNext() ? link(
					address + separator(address) + filters(call) + "limit=" + page.limit() + "&from=" + page.next(),
					"next") : "";
		};
	}

	/** Moodle 4.5 writes curly quotes and HTML entities, as recorded. */
	private static String moodle(String address, Page<?> page) {
		List<String> links = new ArrayList<>();
		links.add(moodleLink(address, page, 0, "first"));
		if (page.from() > 0) {
			links.add(moodleLink(address, page, Math.max(0, page.from() - page.limit()), "prev"));
		}
		links.add(moodleLink(address, page, page.from(), "canonical"));
		if (page.hasNext()) {
			links.add(moodleLink(address, page, page.next(), "next"));
		}
		int last = Math.max(0, (page.total() - 1) / page.limit() * page.limit());
		links.add(moodleLink(address, page, last, "last"));
		return String.join(", ", links);
	}

	private static String moodleLink(String address, Page<?> page, int from, String relation) {
		// A header travels byte by byte: the UTF-8 bytes of the curly quotes, each as a
		// character.
		String quoted = new String(("“" + relation + "”").getBytes(java.nio.charset.StandardCharsets.UTF_8),
				java.nio.charset.StandardCharsets.ISO_8859_1);
		return "<" + address + "&amp;limit=" + page.limit() + "&amp;from=" + from + ">; rel=" + quoted;
	}

	private static String canvas(String address, String filters, Page<?> page) {
		int current = page.from() / page.limit() + 1;
		int last = Math.max(1, (page.total() + page.limit() - 1) / page.limit());
		List<String> links = new ArrayList<>();
		links.add(canvasLink(address, filters, page, current, "current"));
		if (page.hasNext()) {
			links.add(canvasLink(address, filters, page, current + 1, "next"));
		}
		if (current > 1) {
			links.add(canvasLink(address, filters, page, current - 1, "prev"));
		}
		links.add(canvasLink(address, filters, page, 1, "first"));
		links.add(canvasLink(address, filters, page, last, "last"));
		return String.join(",", links);
	}

	private static String canvasLink(String address, String filters, Page<?> page, int number, String relation) {
		return link(address + "?" + filters + "page=" + number + "&per_page=" + page.limit(), relation);
	}

	private static String link(String target, String relation) {
		return "<" + target + ">; rel=\"" + relation + "\"";
	}

	private static String separator(String address) {
		return address.contains("?") ? "&" : "?";
	}

	private static String filters(ServiceCall call) {
		return call.query()
			.entrySet()
			.stream()
			.filter((parameter) -> !List.of("limit", "from", "page", "per_page", "start", "type_id")
				.contains(parameter.getKey()))
			.map((parameter) -> parameter.getKey() + "="
					+ java.net.URLEncoder.encode(parameter.getValue(), java.nio.charset.StandardCharsets.UTF_8) + "&")
			.collect(Collectors.joining());
	}

}
