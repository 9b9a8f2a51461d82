package com.humantraffickingexperts.lti.launch.claims;

/** Names of the claims of a launch message. */
final class LtiClaim {

	static final String MESSAGE_TYPE = "https://purl.imsglobal.org/spec/lti/claim/message_type";

	static final String VERSION = "https://purl.imsglobal.org/spec/lti/claim/version";

	static final String DEPLOYMENT_ID = "https://purl.imsglobal.org/spec/lti/claim/deployment_id";

	static final String TARGET_LINK_URI = "https://purl.imsglobal.org/spec/lti/claim/target_link_uri";

	static final String RESOURCE_LINK = "https://purl.imsglobal.org/spec/lti/claim/resource_link";

	static final String ROLES = "https://purl.imsglobal.org/spec/lti/claim/roles";

	static final String CONTEXT = "https://purl.imsglobal.org/spec/lti/claim/context";

	static final String LAUNCH_PRESENTATION = "https://purl.imsglobal.org/spec/lti/claim/launch_presentation";

	static final String TOOL_PLATFORM = "https://purl.imsglobal.org/spec/lti/claim/tool_platform";

	static final String CUSTOM = "https://purl.imsglobal.org/spec/lti/claim/custom";

	static final String FOR_USER = "https://purl.imsglobal.org/spec/lti/claim/for_user";

	static final String AGS_ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

	static final String NAMES_AND_ROLES = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

	static final String GROUPS = "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice";

	static final String DEEP_LINKING_SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

	private LtiClaim() {
	}

}
