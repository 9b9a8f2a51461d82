package com.humantraffickingexperts.lti.dynamicregistration;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.web.ToolAddress;

/** Who the tool is and where it answers: the same for every platform. */
@Component
class ToolMetadata {

	private final ToolAddress address;

	private final DynamicRegistrationSettings settings;

	ToolMetadata(ToolAddress address, DynamicRegistrationSettings settings) {
		this.address = address;
		this.settings = settings;
	}

	String name() {
		return this.settings.name();
	}

	String description() {
		return this.settings.description();
	}

	/**
	 * The host, with its port where it has one: Moodle compares it with the addresses.
	 * @return for instance {@code learn.example.org}
	 */
	String domain() {
		return this.address.baseUrl().getAuthority();
	}

	URI login() {
		return this.address.url("/lti/login");
	}

	/**
	 * The one address for every message. As it is also the target of every message, it
	 * does not matter that Sakai takes the first message's target and Moodle the last.
	 * @return the redirect URI and target link URI
	 */
	URI launch() {
		return this.address.url("/lti/launch");
	}

	URI keySet() {
		return this.address.url("/lti/jwks.json");
	}

	URI icon() {
		return this.address.url("/lti/icon.svg");
	}

	URI website() {
		return this.settings.website();
	}

	@Nullable URI policy() {
		return this.settings.policy();
	}

	@Nullable URI terms() {
		return this.settings.terms();
	}

	List<String> contacts() {
		return this.settings.contacts();
	}

}
