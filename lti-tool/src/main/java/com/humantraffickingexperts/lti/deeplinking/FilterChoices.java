package com.humantraffickingexperts.lti.deeplinking;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be filtered for: only what makes a difference among the modules offered.
 *
 * @param audience for whom; keys of the messages
 * @param level how deep; keys of the messages
 * @param jurisdiction whose law; keys of the messages
 * @param language languages of the content, as language tags
 * @param length how many minutes at most
 */
record FilterChoices(List<String> audience, List<String> level, List<String> jurisdiction, List<String> language,
		List<Integer> length) {

	private static final List<Integer> LENGTHS = List.of(15, 30, 45, 60, 90);

	static FilterChoices of(List<ModuleEntry> modules) {
		return new FilterChoices(different(modules, (module) -> module.audience().stream()),
				different(modules, (module) -> Stream.of(module.level())),
				different(modules, (module) -> module.jurisdictions().stream()),
				different(modules, (module) -> Stream.of(module.language())),
				LENGTHS.stream()
					.filter((minutes) -> modules.stream().anyMatch((module) -> module.minutes() <= minutes))
					.filter((minutes) -> modules.stream().anyMatch((module) -> module.minutes() > minutes))
					.toList());
	}

	private static List<String> different(List<ModuleEntry> modules, Function<ModuleEntry, Stream<String>> values) {
		List<String> different = modules.stream().flatMap(values).distinct().sorted().toList();
		return (different.size() > 1) ? different : List.of();
	}

	/** Whether a filter would make no difference. */
	public boolean none() {
		return this.audience.isEmpty() && this.level.isEmpty() && this.jurisdiction.isEmpty() && this.language.isEmpty()
				&& this.length.isEmpty();
	}

}
