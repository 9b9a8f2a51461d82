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

	private volatile @Nullable OutboundHttp elsewhere;

	OutboundDouble(OutboundHttp real) {
		this.real = real;
	}

	void reset() {
		this.asked.clear();
		this.fault = null;
		this.elsewhere = null;
	}

	void breakWith(Supplier<Throwable> thrown) {
		this.fault = thrown;
	}

	/** Answers in the place of everything that is outside. */
	void leadsTo(OutboundHttp other) {
		this.elsewhere = other;
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
		OutboundHttp other = this.elsewhere;
		return (other != null) ? other.send(request) : this.real.send(request);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable thrown) throws T {
		throw (T) thrown;
	}

}
