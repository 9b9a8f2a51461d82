package com.humantraffickingexperts.sandbox.oidc;

/**
 * Names of claims, of LTI Core 1.3 and its extensions.
 */
public final class Claim {

	private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

	/** The kind of message. */
	public static final String MESSAGE_TYPE = LTI + "message_type";

	/** The version of LTI. */
	public static final String VERSION = LTI + "version";

	/** The deployment. */
	public static final String DEPLOYMENT_ID = LTI + "deployment_id";

	/** Where the message leads. */
	public static final String TARGET_LINK_URI = LTI + "target_link_uri";

	/** The link launched. */
	public static final String RESOURCE_LINK = LTI + "resource_link";

	/** The person's roles. */
	public static final String ROLES = LTI + "roles";

	/** The course. */
	public static final String CONTEXT = LTI + "context";

	/** The platform. */
	public static final String TOOL_PLATFORM = LTI + "tool_platform";

	/** How the tool is shown. */
	public static final String LAUNCH_PRESENTATION = LTI + "launch_presentation";

	/** Custom parameters. */
	public static final String CUSTOM = LTI + "custom";

	/** Identifiers of student records. */
	public static final String LIS = LTI + "lis";

	/** The user id of LTI 1.1. */
	public static final String LEGACY_USER_ID = LTI + "lti11_legacy_user_id";

	/** Whom a mentor looks after. */
	public static final String ROLE_SCOPE_MENTOR = LTI + "role_scope_mentor";

	/** Whose work is reviewed. */
	public static final String FOR_USER = LTI + "for_user";

	/** Assignment and Grade Services. */
	public static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

	/** Names and Role Provisioning Services. */
	public static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

	/** Deep linking settings. */
	public static final String DEEP_LINKING_SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";

	/** Deep linking: what was chosen. */
	public static final String CONTENT_ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";

	/** Deep linking: what the platform wants back. */
	public static final String DEEP_LINKING_DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data";

	/** The old grade service of LTI 1.1. */
	public static final String BASIC_OUTCOME = "https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome";

	private Claim() {
	}

}
