package com.humantraffickingexperts.lti.conformance;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;

/** The tool's own client, watched; it fails in ways that no server can make it fail. */
final class OutboundDouble implements OutboundHttp {

	private final OutboundHttp real;

	private final List<URI> asked = new CopyOnWriteArrayList<>();

	private volatile @Nullable Supplier<Throwable> fault;

	private volatile @Nullable OutboundHttp other;

	OutboundDouble(OutboundHttp real) {
		this.real = real;
	}

	void reset() {
		this.asked.clear();
		this.fault = null;
		this.other = null;
	}

	/** Calls go through another client. */
	void goThrough(OutboundHttp client) {
		this.other = client;
	}

	void breakWith(Supplier<Throwable> thrown) {
		this.fault = thrown;
	}

	List<URI> asked() {
		return List.copyOf(this.asked);
	}

	@Override
	public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
		this.asked.add(request.uri());
		Supplier<Throwable> thrown = this.fault;
		if (thrown != null) {
			sneak(thrown.get());
		}
		OutboundHttp client = this.other;
		return ((client != null) ? client : this.real).send(request);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable thrown) throws T {
		throw (T) thrown;
	}

}
