package com.humantraffickingexperts.lti.launch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.web.ToolError;

/**
 * A third-party initiated login.
 *
 * @param issuer {@code iss}
 * @param loginHint {@code login_hint}, to be sent back unchanged
 * @param targetLinkUri {@code target_link_uri}
 * @param clientId {@code client_id}; null when the platform does not send it
 * @param deploymentId {@code lti_deployment_id}; null when the platform does not send it
 * @param messageHint {@code lti_message_hint}, to be sent back unchanged, even when it is
 * empty; null when the platform does not send it
 * @param storageTarget the usable frame that {@code lti_storage_target} names; null when
 * there is none
 * @see <a href=
 * "https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login">Security
 * Framework 1.0, section 5.1.1.1</a>
 */
record LoginRequest(String issuer, String loginHint, String targetLinkUri, @Nullable String clientId,
		@Nullable String deploymentId, @Nullable String messageHint, @Nullable String storageTarget) {

	/** The parameters that matter, in the order in which the specification lists them. */
	static final List<String> PARAMETERS = List.of("iss", "login_hint", "target_link_uri", "client_id",
			"lti_deployment_id", "lti_message_hint", "lti_storage_target");

	private static final int LONGEST = 16 * 1024;

	private static final Pattern FRAME_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

	/**
	 * Names that mean something else than a frame when a script looks them up in a
	 * window.
	 */
	private static final Set<String> NOT_FRAMES = Set.of("__proto__", "__defineGetter__", "__defineSetter__",
			"__lookupGetter__", "__lookupSetter__", "closed", "constructor", "document", "frames", "hasOwnProperty",
			"history", "isPrototypeOf", "length", "location", "name", "navigator", "opener", "origin", "parent",
			"propertyIsEnumerable", "prototype", "self", "toLocaleString", "toString", "top", "valueOf", "window",
			"_self", "_top", "_blank", "_opener");

	static LoginRequest read(HttpServletRequest request) {
		Parameters parameters = new Parameters(request.getParameterMap());
		return new LoginRequest(parameters.required("iss"), parameters.required("login_hint"),
				parameters.required("target_link_uri"), parameters.optional("client_id"),
				parameters.optional("lti_deployment_id"), parameters.asSent("lti_message_hint"),
				frame(parameters.optional("lti_storage_target")));
	}

	private static @Nullable String frame(@Nullable String name) {
		boolean usable = name != null && FRAME_NAME.matcher(name).matches() && !NOT_FRAMES.contains(name);
		return usable ? name : null;
	}

	/** The parameters of a request, each of which may come once. */
	private record Parameters(Map<String, String[]> all) {

		String required(String name) {
			String value = asSent(name);
			if (value == null || value.isBlank()) {
				throw new ToolError(LaunchRefusal.PARAMETER_MISSING, Map.of("parameter", name));
			}
			return value;
		}

		@Nullable String optional(String name) {
			String value = asSent(name);
			return (value == null || value.isEmpty()) ? null : value;
		}

		@Nullable String asSent(String name) {
			String[] values = this.all.get(name);
			if (values == null || values.length == 0) {
				return null;
			}
			if (values.length > 1) {
				throw new ToolError(LaunchRefusal.PARAMETER_REPEATED, Map.of("parameter", name));
			}
			if (values[0].length() > LONGEST) {
				throw new ToolError(LaunchRefusal.PARAMETER_TOO_LONG, Map.of("parameter", name));
			}
			return values[0];
		}

	}

}
