package com.humantraffickingexperts.lti.deeplinking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Takes what was filtered and chosen from one page to the next, in the address: nothing
 * is kept anywhere else.
 */
final class PickerQuery {

	private static final List<String> NAMES = Stream
		.concat(Filters.NAMES.stream(), Stream.of(Selection.MODULE, Selection.GRADE))
		.toList();

	private PickerQuery() {
	}

	static String of(MultiValueMap<String, String> parameters) {
		MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
		NAMES.forEach((name) -> parameters.getOrDefault(name, List.of())
			.stream()
			.filter((value) -> !value.isEmpty())
			.forEach((value) -> kept.add(name, value)));
		return text(kept);
	}

	/** The same, with a module chosen in addition to the others, or instead of them. */
	static String choosing(MultiValueMap<String, String> parameters, String module, boolean several) {
		MultiValueMap<String, String> more = new LinkedMultiValueMap<>();
		more.addAll(parameters);
		if (!several) {
			more.remove(Selection.MODULE);
		}
		if (!more.getOrDefault(Selection.MODULE, List.of()).contains(module)) {
			more.add(Selection.MODULE, module);
		}
		return of(more);
	}

	private static String text(MultiValueMap<String, String> parameters) {
		List<String> fields = new ArrayList<>();
		parameters.forEach((name, values) -> values
			.forEach((value) -> fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
		return fields.isEmpty() ? "" : "?" + String.join("&", fields);
	}

}
