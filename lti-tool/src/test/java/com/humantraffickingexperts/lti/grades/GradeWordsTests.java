package com.humantraffickingexperts.lti.grades;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class GradeWordsTests {

	private static final ResourceBundle OPERATORS_WORDS = ResourceBundle.getBundle("messages/ledger", Locale.ROOT);

	private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/grades", Locale.ROOT);

	@ParameterizedTest
	@EnumSource(DeliveryReason.class)
	void everyReasonHasASentence(DeliveryReason reason) {
		assertThat(WORDS.getString(reason.messageKey())).endsWith(".");
	}

	@ParameterizedTest
	@EnumSource(DeliveryReason.class)
	void everyReasonHasASentenceForOperators(DeliveryReason reason) {
		assertThat(OPERATORS_WORDS.getString(reason.messageKey().replace("grades.", "ledger."))).endsWith(".");
	}

	@Test
	void everythingThatCanHappenHasWords() {
		assertThat(OPERATORS_WORDS.keySet())
			.containsAll(Stream.of(ScoreEvent.Kind.values()).map(ScoreEvent.Kind::messageKey).toList())
			.containsAll(Stream.of(Drift.values()).map(Drift::messageKey).toList())
			.containsAll(Stream.of(JudgedBy.values()).map(JudgedBy::messageKey).toList())
			.containsAll(Stream.of(DeliveryState.values()).map((state) -> "ledger.state." + state).toList())
			.containsAll(Stream.of(GradeLedger.LedgerFilter.values()).map((show) -> "ledger.show." + show).toList())
			.containsAll(Stream.of(GradeLedger.LedgerFilter.values()).map((show) -> "ledger.none." + show).toList());
	}

	@ParameterizedTest
	@EnumSource(DeliveryState.class)
	void everyStateHasASentence(DeliveryState state) {
		GradeStatus status = new GradeStatus(state, null, java.time.Instant.EPOCH, null, null);
		assertThat(WORDS.getString(status.messageKey())).isNotBlank();
	}

}
