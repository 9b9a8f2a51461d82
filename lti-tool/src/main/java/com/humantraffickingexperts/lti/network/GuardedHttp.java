package com.humantraffickingexperts.lti.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@link OutboundHttp} over Apache HttpClient. Addresses are checked by the resolver that
 * the connection itself uses, so that no second look-up can answer differently.
 */
@Component
final class GuardedHttp implements OutboundHttp, DisposableBean {

	private static final String USER_AGENT = "HTMSE-LTI-Tool/1.0 (+https://www.humantraffickingexperts.com)";

	private final NetworkSettings settings;

	private final CloseableHttpClient client;

	private final ScheduledExecutorService deadlines;

	@Autowired
	GuardedHttp(NetworkSettings settings) {
		this(settings, SystemDefaultDnsResolver.INSTANCE);
	}

	GuardedHttp(NetworkSettings settings, DnsResolver names) {
		this.settings = settings;
		this.client = HttpClients.custom()
			.setUserAgent(USER_AGENT)
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(Timeout.of(settings.readTimeout()))
				.setResponseTimeout(Timeout.of(settings.readTimeout()))
				.build())
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setDnsResolver(new GuardedResolver(names, settings.allowPrivateAddresses()))
				.setMaxConnTotal(settings.maximumConnections())
				.setMaxConnPerRoute(settings.maximumConnectionsPerPlatform())
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(Timeout.of(settings.connectTimeout()))
					.setSocketTimeout(Timeout.of(settings.readTimeout()))
					.setValidateAfterInactivity(TimeValue.ofSeconds(1))
					.setTimeToLive(TimeValue.ofMinutes(5))
					.build())
				.build())
			.build();
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
				Thread.ofPlatform().daemon().name("outbound-deadlines").factory());
		executor.setRemoveOnCancelPolicy(true);
		this.deadlines = executor;
	}

	@Override
	public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
		URI uri = request.uri();
		checkForm(uri);
		HttpUriRequestBase http = new HttpUriRequestBase(request.method(), uri);
		request.headers().forEach(http::setHeader);
		byte @Nullable [] body = request.body();
		if (body != null) {
			http.setEntity(new ByteArrayEntity(body, null));
		}
		AtomicBoolean overdue = new AtomicBoolean();
		ScheduledFuture<?> deadline = this.deadlines.schedule(() -> {
			overdue.set(true);
			http.cancel();
		}, request.deadline().toMillis(), TimeUnit.MILLISECONDS);
		try {
			return this.client.execute(http, (response) -> read(response, request.maximumBytes(), http));
		}
		catch (AddressRefusedException ex) {
			throw new OutboundFailure(OutboundFailure.Kind.ADDRESS_REFUSED, uri, ex);
		}
		catch (TooLargeException ex) {
			throw new OutboundFailure(OutboundFailure.Kind.TOO_LARGE, uri, ex);
		}
		catch (SocketTimeoutException ex) {
			throw new OutboundFailure(OutboundFailure.Kind.TIMEOUT, uri, ex);
		}
		catch (IOException ex) {
			throw new OutboundFailure(overdue.get() ? OutboundFailure.Kind.TIMEOUT : OutboundFailure.Kind.UNREACHABLE,
					uri, ex);
		}
		finally {
			deadline.cancel(false);
		}
	}

	private void checkForm(URI uri) throws OutboundFailure {
		boolean scheme = "https".equals(uri.getScheme())
				|| (this.settings.allowPrivateAddresses() && "http".equals(uri.getScheme()));
		if (!scheme || uri.getHost() == null || uri.getUserInfo() != null) {
			throw new OutboundFailure(OutboundFailure.Kind.ADDRESS_REFUSED, uri, null);
		}
	}

	private static OutboundAnswer read(ClassicHttpResponse response, int maximumBytes, HttpUriRequestBase http)
			throws IOException {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (Header header : response.getHeaders()) {
			headers.computeIfAbsent(header.getName(), (name) -> new ArrayList<>()).add(header.getValue());
		}
		String reason = response.getReasonPhrase();
		return new OutboundAnswer(response.getCode(), (reason == null) ? "" : reason, headers,
				body(response.getEntity(), maximumBytes, http));
	}

	/**
	 * Cancels what is too large, because the client would otherwise read it to its end
	 * before it lets go.
	 */
	private static byte[] body(@Nullable HttpEntity entity, int maximumBytes, HttpUriRequestBase http)
			throws IOException {
		if (entity == null) {
			return new byte[0];
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		try (InputStream in = entity.getContent()) {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				bytes.write(buffer, 0, read);
				if (bytes.size() > maximumBytes) {
					http.cancel();
					throw new TooLargeException();
				}
			}
		}
		return bytes.toByteArray();
	}

	@Override
	public void destroy() throws IOException {
		this.deadlines.shutdownNow();
		this.client.close();
	}

	/** Resolves names and refuses when any of the addresses is not public. */
	private record GuardedResolver(DnsResolver names, boolean allowPrivateAddresses) implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			InetAddress[] addresses = this.names.resolve(host);
			if (!this.allowPrivateAddresses) {
				for (InetAddress address : addresses) {
					if (!PublicAddresses.contains(address)) {
						throw new AddressRefusedException(host);
					}
				}
			}
			return addresses;
		}

		@Override
		public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
			return host;
		}

	}

	private static final class AddressRefusedException extends UnknownHostException {

		AddressRefusedException(String host) {
			super(host);
		}

	}

	private static final class TooLargeException extends IOException {

	}

}
