package com.humantraffickingexperts.lti.grades;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.learning.AttemptId;

/** Tells learners in one sentence what became of their grade. */
@Component
class LearnerGradeStatus implements com.humantraffickingexperts.lti.learning.GradeStatus {

	private final GradeDelivery deliveries;

	LearnerGradeStatus(GradeDelivery deliveries) {
		this.deliveries = deliveries;
	}

	@Override
	public Optional<Delivery> of(AttemptId attempt) {
		return this.deliveries.of(attempt).map((status) -> new Delivery(state(status.state()), status.sentAt()));
	}

	private static State state(DeliveryState state) {
		return switch (state) {
			case WAITING -> State.WAITING;
			case RETRYING -> State.RETRYING;
			case SENT -> State.ARRIVED;
			case REFUSED -> State.REFUSED;
		};
	}

}
