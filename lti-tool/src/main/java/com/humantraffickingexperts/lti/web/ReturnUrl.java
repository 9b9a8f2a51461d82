package com.humantraffickingexperts.lti.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Messages that a person takes along on the way back to the platform: LTI Core 1.3,
 * {@code launch_presentation}.
 */
public final class ReturnUrl {

	private ReturnUrl() {
	}

	/**
	 * Adds a parameter to a return address and leaves everything else as it is.
	 * @param returnUrl a validated absolute address, perhaps with a query and a fragment
	 * @param parameter {@code lti_msg} or {@code lti_errormsg}
	 * @param value what the platform is to show
	 * @return the address with the parameter
	 */
	public static String withMessage(String returnUrl, String parameter, String value) {
		int hash = returnUrl.indexOf('#');
		String address = (hash < 0) ? returnUrl : returnUrl.substring(0, hash);
		String fragment = (hash < 0) ? "" : returnUrl.substring(hash);
		char joint = (address.indexOf('?') < 0) ? '?' : '&';
		return address + joint + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + fragment;
	}

}
