package com.humantraffickingexperts.lti.network;

import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Reads the authorities that are trusted, and which names many share, on another
 * processor while Spring starts.
 */
final class NetworkPreinitializer implements BackgroundPreinitializer {

	@Override
	public void preinitialize() {
		SSLContexts.createDefault();
		PublicSuffixMatcherLoader.getDefault();
	}

}
