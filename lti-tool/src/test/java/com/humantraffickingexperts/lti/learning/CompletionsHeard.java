package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/** Remembers what the player announced. */
class CompletionsHeard implements ApplicationEventPublisher {

	private final List<AttemptCompleted> heard = new CopyOnWriteArrayList<>();

	@EventListener
	void hear(AttemptCompleted completed) {
		this.heard.add(completed);
	}

	@Override
	public void publishEvent(Object event) {
		hear((AttemptCompleted) event);
	}

	List<AttemptCompleted> all() {
		return this.heard;
	}

	List<String> points() {
		return this.heard.stream().map((one) -> one.points().given().toPlainString()).toList();
	}

}
