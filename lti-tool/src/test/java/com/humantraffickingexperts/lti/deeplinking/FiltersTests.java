package com.humantraffickingexperts.lti.deeplinking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import com.humantraffickingexperts.lti.catalog.TestCoursePackages;

import static org.assertj.core.api.Assertions.assertThat;

class FiltersTests {

	private static final List<ModuleEntry> MODULES = List
		.of(TestCoursePackages.module()
			.id("bed")
			.title("When the job comes with the bed")
			.audience("housing", "police")
			.level("practitioner")
			.minutes(15)
			.reviewed(LocalDate.of(2026, 6, 1)),
				TestCoursePackages.module()
					.id("port")
					.title("At the port")
					.summary("What border officers can notice.")
					.audience("police")
					.minutes(40)
					.jurisdictions("uk", "scotland"),
				TestCoursePackages.module().id("cymru").title("Y Mecanwaith Cyfeirio").language("cy").minutes(90))
		.stream()
		.map((module) -> ModuleEntry.of(module.build(), false))
		.toList();

	private static String found(Map<String, String> parameters) {
		MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
		parameters.forEach(all::add);
		Filters filters = Filters.of(all);
		return MODULES.stream().filter(filters::lets).map(ModuleEntry::id).collect(Collectors.joining(" "));
	}

	@ParameterizedTest
	@CsvSource({ "words, '', bed port cymru", "words, BORDER officers, port", "words, border bed, ''",
			"words, consent for adults, bed port cymru", "audience, police, bed port", "audience, nobody, ''",
			"level, practitioner, bed", "jurisdiction, scotland, port", "language, cy, cymru", "length, 15, bed",
			"length, 45, bed port", "length, a lot, bed port cymru", "reviewed, yes, bed" })
	void eachFilterLetsThroughWhatFits(String filter, String value, String found) {
		assertThat(found(Map.of(filter, value))).isEqualTo(found);
	}

	@Test
	void filtersAddUpAndAreTakenAwayTogether() {
		assertThat(found(Map.of("audience", "police", "length", "15"))).isEqualTo("bed");
		assertThat(found(Map.of("audience", "police", "length", "15", "clear", "yes"))).isEqualTo("bed port cymru");
	}

	@Test
	void onlyWhatMakesADifferenceIsOffered() {
		FilterChoices choices = FilterChoices.of(MODULES);
		assertThat(choices.audience()).containsExactly("general", "housing", "police");
		assertThat(choices.length()).containsExactly(15, 30, 45, 60);
		assertThat(FilterChoices.of(MODULES.subList(0, 1)).language()).isEmpty();
		assertThat(FilterChoices.of(List.of()).none()).isTrue();
	}

	@Test
	void theQueryTakesAlongWhatIsKnownAndNothingElse() {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		parameters.add("words", "a&b {c} é");
		parameters.add("module", "bed");
		parameters.add("_csrf", "secret");
		assertThat(PickerQuery.of(parameters)).isEqualTo("?words=a%26b+%7Bc%7D+%C3%A9&module=bed");
		assertThat(PickerQuery.choosing(parameters, "port", true)).endsWith("&module=bed&module=port");
		assertThat(PickerQuery.choosing(parameters, "port", false)).endsWith("&module=port").doesNotContain("bed");
		assertThat(PickerQuery.choosing(parameters, "bed", true)).endsWith("&module=bed").doesNotContain("bed&");
	}

}
