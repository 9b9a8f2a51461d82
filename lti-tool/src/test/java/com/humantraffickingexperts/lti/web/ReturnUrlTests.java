package com.humantraffickingexperts.lti.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://lms.example/back, https://lms.example/back?lti_msg=Well+done+%26+good",
			"https://lms.example/back?x=1&y=a%2Fb, https://lms.example/back?x=1&y=a%2Fb&lti_msg=Well+done+%26+good",
			"https://lms.example/back#part, https://lms.example/back?lti_msg=Well+done+%26+good#part",
			"https://lms.example/back?x=1#a?b, https://lms.example/back?x=1&lti_msg=Well+done+%26+good#a?b" })
	void aMessageIsAddedAndEverythingElseStays(String before, String after) {
		assertThat(ReturnUrl.withMessage(before, "lti_msg", "Well done & good")).isEqualTo(after);
	}

}
