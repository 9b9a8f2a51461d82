package com.humantraffickingexperts.lti.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** From where a request comes, as far as it is counted. */
public final class ClientNetwork {

	private static final int NETWORK_BYTES_V6 = 8;

	private ClientNetwork() {
	}

	/**
	 * The address of whoever asks. One household or lecture hall has a whole network of
	 * IPv6 addresses: they count as one.
	 * @param request the request
	 * @return the same text for the same address or IPv6 network
	 */
	public static String of(HttpServletRequest request) {
		return address(request).map(ClientNetwork::network).orElse(request.getRemoteAddr());
	}

	/**
	 * Whether whoever asks is on this machine.
	 * @param request the request
	 * @return true for a loopback address
	 */
	static boolean loopback(HttpServletRequest request) {
		return address(request).map(InetAddress::isLoopbackAddress).orElse(false);
	}

	private static Optional<InetAddress> address(HttpServletRequest request) {
		try {
			return Optional.of(InetAddress.ofLiteral(request.getRemoteAddr()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String network(InetAddress address) {
		byte[] bytes = address.getAddress();
		return HexFormat.of()
			.formatHex((bytes.length > NETWORK_BYTES_V6) ? Arrays.copyOf(bytes, NETWORK_BYTES_V6) : bytes);
	}

}
