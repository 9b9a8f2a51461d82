package com.humantraffickingexperts.sandbox.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * The latest calls to the platform's services, oldest first.
 */
@Component
public class RecordedRequests {

	private static final int MOST = 1000;

	private final Deque<RecordedRequest> requests = new ArrayDeque<>();

	synchronized void add(RecordedRequest request) {
		if (this.requests.size() == MOST) {
			this.requests.removeFirst();
		}
		this.requests.addLast(request);
	}

	public synchronized List<RecordedRequest> all() {
		return List.copyOf(this.requests);
	}

	public List<RecordedRequest> to(Service service) {
		return all().stream().filter((request) -> request.service() == service).toList();
	}

	public synchronized void clear() {
		this.requests.clear();
	}

}
