package com.humantraffickingexperts.lti.grades;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceAddressTests {

	@ParameterizedTest
	@CsvSource({ "https://lms-a.example/l/1, https://lms-a.example/l/1/scores",
			"https://lms-a.example/mod/lti/services.php/2/lineitems/26/lineitem?type_id=1, https://lms-a.example/mod/lti/services.php/2/lineitems/26/lineitem/scores?type_id=1",
			"https://lms-a.example/l/1/, https://lms-a.example/l/1/scores",
			"https://lms-a.example/l/1/?a=b/, https://lms-a.example/l/1/scores?a=b/",
			"https://lms-a.example/l/a%2Fb%20c?x=%7B1%7D#f, https://lms-a.example/l/a%2Fb%20c/scores?x=%7B1%7D",
			"https://lms-a.example/l/a+b;v=1?x=1?2, https://lms-a.example/l/a+b;v=1/scores?x=1?2" })
	void scoresGoIntoThePathAndNothingElseChanges_AGS_043_044_045(String lineItem, String expected) {
		assertThat(ServiceAddress.scores(URI.create(lineItem))).hasToString(expected);
		assertThat(ServiceAddress.results(URI.create(lineItem))).hasToString(expected.replace("/scores", "/results"));
	}

	@ParameterizedTest
	@CsvSource({ "https://lms-a.example/l, https://lms-a.example/l?user_id=a%2Fb%26c",
			"https://lms-a.example/l?type_id=1, https://lms-a.example/l?type_id=1&user_id=a%2Fb%26c",
			"https://lms-a.example/a%2Fb?x=%7B#f, https://lms-a.example/a%2Fb?x=%7B&user_id=a%2Fb%26c" })
	void filtersAreAddedToTheQuery(String address, String expected) {
		assertThat(ServiceAddress.with(URI.create(address), "user_id", "a/b&c")).hasToString(expected);
	}

}
