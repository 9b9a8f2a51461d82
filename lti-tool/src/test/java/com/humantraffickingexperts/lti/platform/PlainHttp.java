package com.humantraffickingexperts.lti.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;

/** {@link OutboundHttp} without its guard, for platforms played on this machine. */
public final class PlainHttp implements OutboundHttp {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Duration deadline;

	/** Calls that may take some seconds. */
	public PlainHttp() {
		this(Duration.ofSeconds(10));
	}

	/**
	 * Calls.
	 * @param deadline how long an answer may take, whatever the request says
	 */
	public PlainHttp(Duration deadline) {
		this.deadline = deadline;
	}

	@Override
	public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
		byte[] body = request.body();
		HttpRequest.Builder http = HttpRequest.newBuilder(request.uri())
			.timeout(this.deadline)
			.method(request.method(), (body == null) ? HttpRequest.BodyPublishers.noBody()
					: HttpRequest.BodyPublishers.ofByteArray(body));
		request.headers().forEach(http::header);
		try {
			HttpResponse<byte[]> answer = this.client.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new OutboundAnswer(answer.statusCode(), "", answer.headers().map(), answer.body());
		}
		catch (HttpTimeoutException ex) {
			throw new OutboundFailure(OutboundFailure.Kind.TIMEOUT, request.uri(), ex);
		}
		catch (IOException ex) {
			throw new OutboundFailure(OutboundFailure.Kind.UNREACHABLE, request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new OutboundFailure(OutboundFailure.Kind.UNREACHABLE, request.uri(), ex);
		}
	}

}
