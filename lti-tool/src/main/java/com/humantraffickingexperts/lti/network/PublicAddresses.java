package com.humantraffickingexperts.lti.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses belong to the public internet. */
final class PublicAddresses {

	private PublicAddresses() {
	}

	/**
	 * Whether an address is one that anybody on the internet could reach.
	 * @param address a resolved address
	 * @return false for loopback, private, link-local, shared, multicast, documentation
	 * and other special addresses
	 */
	static boolean contains(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		return switch (address) {
			case Inet4Address ignored -> publicV4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
			case Inet6Address ignored -> publicV6(bytes);
			default -> false;
		};
	}

	private static boolean publicV4(int first, int second, int third) {
		boolean special = first == 0 || first == 10 || first == 127 || first >= 224
				|| (first == 100 && second >= 64 && second < 128) || (first == 169 && second == 254)
				|| (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168)
				|| (first == 192 && second == 0 && (third == 0 || third == 2))
				|| (first == 198 && (second == 18 || second == 19)) || (first == 198 && second == 51 && third == 100)
				|| (first == 203 && second == 0 && third == 113);
		return !special;
	}

	private static boolean publicV6(byte[] bytes) {
		int first = bytes[0] & 0xff;
		int second = bytes[1] & 0xff;
		boolean globalUnicast = (first & 0xe0) == 0x20;
		boolean documentation = first == 0x20 && second == 0x01 && (bytes[2] & 0xff) == 0x0d
				&& (bytes[3] & 0xff) == 0xb8;
		boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
		boolean sixToFour = first == 0x20 && second == 0x02;
		return globalUnicast && !documentation && !teredo && !sixToFour;
	}

}
