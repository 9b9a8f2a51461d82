package com.humantraffickingexperts.lti.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * The token in the forms of a launch's pages, derived from the session's secret: nothing
 * has to be kept.
 */
final class LaunchFormTokens implements CsrfTokenRepository {

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		String secret = LaunchSessionFilter.session(request).secret();
		return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", Digests.derived(secret, "form"));
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		// derived anew for each request
	}

	@Override
	public CsrfToken loadToken(HttpServletRequest request) {
		return generateToken(request);
	}

	static ToolError error(@Nullable Throwable formFault) {
		return new ToolError((formFault != null) ? WebErrorCode.FORM_FOREIGN : LaunchRefusal.ROLE);
	}

}
