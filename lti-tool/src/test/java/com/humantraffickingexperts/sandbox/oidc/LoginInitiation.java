package com.humantraffickingexperts.sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.humantraffickingexperts.sandbox.PlatformAddress;
import com.humantraffickingexperts.sandbox.manners.CurrentManners;
import com.humantraffickingexperts.sandbox.manners.Manners;

/**
 * The <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login">third-party
 * initiated login</a>: the platform's first request of a launch.
 */
@Component
public class LoginInitiation {

	private final PlatformAddress address;

	private final CurrentManners manners;

	LoginInitiation(PlatformAddress address, CurrentManners manners) {
		this.address = address;
		this.manners = manners;
	}

	/**
	 * The parameters of the request.
	 * @param launch the launch that begins
	 * @return the parameters in the platform's order
	 */
	public Map<String, String> parameters(Launch launch) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("iss", this.address.issuer().toString());
		parameters.put("target_link_uri", launch.targetLinkUri());
		parameters.put("login_hint", launch.hints().login());
		String messageHint = launch.hints().message();
		if (messageHint != null) {
			parameters.put("lti_message_hint", messageHint);
		}
		parameters.put("client_id", launch.registration().clientId());
		parameters.put("lti_deployment_id", launch.registration().deploymentId());
		if (this.manners.are(Manners.CANVAS)) {
			parameters.put("canvas_environment", "prod");
			parameters.put("canvas_region", "not_configured");
		}
		if (this.manners.are(Manners.SAKAI)) {
			parameters.put("sakai_base_capabilities", "LtiResourceLinkRequest,LtiDeepLinkingRequest");
		}
		if (this.manners.platformStorage()) {
			parameters.put("lti_storage_target", this.manners.get().storageFrame());
		}
		return parameters;
	}

	/**
	 * Whether this platform redirects to the tool, and does not post a form.
	 * @return whether it does
	 */
	public boolean isRedirect() {
		return this.manners.are(Manners.SAKAI) || this.manners.are(Manners.BLACKBOARD);
	}

	/**
	 * The request as one address.
	 * @param launch the launch that begins
	 * @return the tool's login address with all parameters
	 */
	public String asRedirect(Launch launch) {
		UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(launch.registration().loginUri());
		parameters(launch).forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
		return uri.encode().buildAndExpand(parameters(launch)).toUriString();
	}

}
