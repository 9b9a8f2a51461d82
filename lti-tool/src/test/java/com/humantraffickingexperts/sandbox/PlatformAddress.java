package com.humantraffickingexperts.sandbox;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Where the platform is reached. The issuer is known once the port is.
 */
@Component
public class PlatformAddress implements ApplicationListener<ServletWebServerInitializedEvent> {

	private final String host;

	private volatile @Nullable URI issuer;

	public PlatformAddress(SandboxSettings settings) {
		this.host = settings.host();
	}

	@Override
	public void onApplicationEvent(ServletWebServerInitializedEvent event) {
		this.issuer = URI.create("http://" + this.host + ":" + event.getWebServer().getPort());
	}

	public URI issuer() {
		return Objects.requireNonNull(this.issuer, "The sandbox has not started yet");
	}

	/**
	 * An address on this platform.
	 * @param path the path, with a slash at the start
	 * @return the absolute address
	 */
	public String of(String path) {
		return issuer() + path;
	}

}
