package com.humantraffickingexperts.lti.admin.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.network.OutboundFailure;
import com.humantraffickingexperts.lti.network.OutboundHttp;
import com.humantraffickingexperts.lti.network.OutboundRequest;

/** Lets Spring's HTTP clients call out through the guarded client, and no other way. */
record OutboundRequestFactory(OutboundHttp http) implements ClientHttpRequestFactory {

	private static final Set<String> SET_ALREADY = Set.of("accept", "content-type", "content-length");

	@Override
	public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
		return new Request(this.http, uri, method);
	}

	private static final class Request extends AbstractClientHttpRequest {

		private final ByteArrayOutputStream body = new ByteArrayOutputStream();

		private final OutboundHttp http;

		private final URI uri;

		private final HttpMethod method;

		Request(OutboundHttp http, URI uri, HttpMethod method) {
			this.http = http;
			this.uri = uri;
			this.method = method;
		}

		@Override
		public HttpMethod getMethod() {
			return this.method;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

		@Override
		protected OutputStream getBodyInternal(HttpHeaders headers) {
			return this.body;
		}

		@Override
		protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
			OutboundRequest request = plain(headers);
			for (Map.Entry<String, String> header : headers.toSingleValueMap().entrySet()) {
				if (!SET_ALREADY.contains(header.getKey().toLowerCase(Locale.ROOT))) {
					request = request.header(header.getKey(), header.getValue());
				}
			}
			try {
				return new Response(this.http.send(request));
			}
			catch (OutboundFailure ex) {
				throw new IOException(ex);
			}
		}

		private OutboundRequest plain(HttpHeaders headers) {
			String accept = Objects.requireNonNullElse(headers.getFirst(HttpHeaders.ACCEPT), MediaType.ALL_VALUE);
			if (this.body.size() == 0) {
				return OutboundRequest.get(this.uri, accept);
			}
			return OutboundRequest.withBody(this.method.name(), this.uri,
					Objects.requireNonNullElse(headers.getFirst(HttpHeaders.CONTENT_TYPE),
							MediaType.APPLICATION_OCTET_STREAM_VALUE),
					accept, this.body.toByteArray());
		}

	}

	private record Response(OutboundAnswer answer) implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatusCode.valueOf(this.answer.status());
		}

		@Override
		public String getStatusText() {
			return "";
		}

		@Override
		public HttpHeaders getHeaders() {
			HttpHeaders headers = new HttpHeaders();
			this.answer.headers().forEach(headers::addAll);
			return headers;
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(this.answer.body());
		}

		@Override
		public void close() {
			// the whole answer is here already
		}

	}

}
