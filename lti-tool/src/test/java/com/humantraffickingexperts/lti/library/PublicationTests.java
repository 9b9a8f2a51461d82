package com.humantraffickingexperts.lti.library;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.humantraffickingexperts.lti.catalog.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationTests {

	@ParameterizedTest
	@CsvSource({ "2020, en-GB, 2020", "2020-06, en-GB, June 2020", "2019-07-03, en-GB, 3 July 2019",
			"2020-06, cy, Mehefin 2020", "2020-06, pl, czerwiec 2020", "2020-06, ar-u-nu-latn, يونيو 2020" })
	void aDateIsToldAsExactlyAsItIsKnown(String date, String language, String told) {
		Publication publication = new Publication(new Resource("one", Resource.Kind.REPORT, "One", "A", "B", date,
				"What it says.", List.of(), List.of(), "One", null));
		assertThat(publication.date("d MMMM yyyy", Locale.forLanguageTag(language))).isEqualTo(told);
	}

}
