package com.humantraffickingexperts.sandbox.registration;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;

/**
 * Begins a <a href=
 * "https://www.imsglobal.org/spec/lti-dr/v1p0/#step-1-registration-initiation-request">dynamic
 * registration</a>.
 */
@Component
public class DynamicRegistration {

	private final PlatformAddress address;

	private final CurrentManners manners;

	private final PendingRegistrations pending;

	DynamicRegistration(PlatformAddress address, CurrentManners manners, PendingRegistrations pending) {
		this.address = address;
		this.manners = manners;
		this.pending = pending;
	}

	/**
	 * Begins the registration of a tool.
	 * @param toolInitiationUrl the tool's registration initiation URL
	 * @return the address to open: that URL with the configuration and the token
	 */
	public String begin(String toolInitiationUrl) {
		PendingRegistrations.Pending begun = this.pending.begin();
		UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(toolInitiationUrl)
			.queryParam("openid_configuration", "{configuration}");
		if (!this.manners.are(Manners.BRIGHTSPACE)) {
			uri.queryParam("registration_token", "{token}");
		}
		return uri.encode()
			.buildAndExpand(this.manners.are(Manners.BRIGHTSPACE) ? new Object[] { configuration(begun) }
					: new Object[] { configuration(begun), begun.token() })
			.toUriString();
	}

	private String configuration(PendingRegistrations.Pending begun) {
		String plain = this.address.of("/.well-known/openid-configuration");
		return switch (this.manners.get()) {
			case CANVAS -> plain + "?registration_token=" + begun.token();
			case SAKAI -> plain + "?key=47&clientId=" + begun.clientId() + "&issuerURL=" + this.address.issuer()
					+ "&deploymentId=1";
			case BRIGHTSPACE -> plain + "?registration=" + begun.token();
			case GENERIC, MOODLE, BLACKBOARD -> plain;
		};
	}

}
