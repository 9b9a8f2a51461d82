package com.humantraffickingexperts.lti.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * The tool's own client without the laboratory's exception, and with names that lead
 * where a test wants them to lead.
 */
public final class StrictHttp implements OutboundHttp, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final GuardedHttp guarded;

	/**
	 * A client.
	 * @param addresses IP addresses by the names that lead to them
	 */
	public StrictHttp(Map<String, String> addresses) {
		this.guarded = new GuardedHttp(new NetworkSettings(false, PATIENCE, PATIENCE, 8, 8),
				new SystemDefaultDnsResolver() {
					@Override
					public InetAddress[] resolve(String host) throws UnknownHostException {
						String address = addresses.get(host);
						return (address == null) ? super.resolve(host)
								: new InetAddress[] { InetAddress.ofLiteral(address) };
					}
				});
	}

	@Override
	public OutboundAnswer send(OutboundRequest request) throws OutboundFailure {
		return this.guarded.send(request);
	}

	@Override
	public void close() {
		try {
			this.guarded.destroy();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
