package com.humantraffickingexperts.lti.launch;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.web.ToolAddress;

/**
 * The addresses that a platform may ask us to open ({@code target_link_uri}): the tool
 * itself, its launch address and a module's own address. Nothing else of ours, and
 * nothing of anybody else.
 */
@Component
class LaunchTargets {

	private static final Pattern MODULE = Pattern.compile("/modules/([a-z][a-z0-9-]{2,59})");

	private static final int STANDARD_HTTPS = 443;

	private static final int STANDARD_HTTP = 80;

	private final URI base;

	LaunchTargets(ToolAddress address) {
		this.base = address.baseUrl();
	}

	/**
	 * Reads an address.
	 * @param address what the platform asks us to open
	 * @return the target, or empty when it is not one of ours
	 */
	Optional<Target> read(String address) {
		URI uri;
		try {
			uri = URI.create(address);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (!ours(uri)) {
			return Optional.empty();
		}
		String path = (uri.getRawPath() == null) ? "" : uri.getRawPath();
		Matcher module = MODULE.matcher(path);
		if (module.matches()) {
			return Optional.of(new Target(module.group(1)));
		}
		return (path.isEmpty() || "/".equals(path) || "/lti/launch".equals(path)) ? Optional.of(new Target(null))
				: Optional.empty();
	}

	private boolean ours(URI uri) {
		return uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null
				&& uri.getScheme().equalsIgnoreCase(this.base.getScheme())
				&& uri.getHost().equalsIgnoreCase(this.base.getHost()) && port(uri) == port(this.base);
	}

	private static int port(URI uri) {
		if (uri.getPort() != -1) {
			return uri.getPort();
		}
		return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT)) ? STANDARD_HTTPS : STANDARD_HTTP;
	}

	/**
	 * One of our addresses.
	 *
	 * @param module the module that the address names; null when it names none
	 */
	record Target(@Nullable String module) {
	}

}
