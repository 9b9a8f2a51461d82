package com.humantraffickingexperts.lti.launch.claims;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the platform accepts in answer to a deep linking request:
 * <a href="https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-settings">Deep Linking
 * 2.0, settings</a>.
 *
 * @param returnUrl where the signed choice is posted
 * @param acceptTypes the content item types accepted
 * @param acceptPresentationDocumentTargets the document targets accepted
 * @param acceptMultiple whether several items may be returned
 * @param acceptLineItem whether line items may be declared; null when the platform does
 * not say
 * @param autoCreate whether the platform saves the items without asking again
 * @param title a title to offer, if any
 * @param text a text to offer, if any
 * @param data opaque data to give back unchanged: a text as a rule, but any JSON value is
 * kept; null when the platform sends none
 */
public record DeepLinkingSettings(URI returnUrl, List<String> acceptTypes,
		List<String> acceptPresentationDocumentTargets, boolean acceptMultiple, @Nullable Boolean acceptLineItem,
		boolean autoCreate, @Nullable String title, @Nullable String text, @Nullable Object data) {

	public DeepLinkingSettings {
		acceptTypes = List.copyOf(acceptTypes);
		acceptPresentationDocumentTargets = List.copyOf(acceptPresentationDocumentTargets);
	}

}
