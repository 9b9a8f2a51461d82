package com.humantraffickingexperts.lti.grades;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class GradeWordsTests {

	private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/grades", Locale.ROOT);

	@ParameterizedTest
	@EnumSource(DeliveryReason.class)
	void everyReasonHasASentence(DeliveryReason reason) {
		assertThat(WORDS.getString(reason.messageKey())).endsWith(".");
	}

	@ParameterizedTest
	@EnumSource(DeliveryState.class)
	void everyStateHasASentence(DeliveryState state) {
		GradeStatus status = new GradeStatus(state, null, java.time.Instant.EPOCH, null, null);
		assertThat(WORDS.getString(status.messageKey())).isNotBlank();
	}

}
