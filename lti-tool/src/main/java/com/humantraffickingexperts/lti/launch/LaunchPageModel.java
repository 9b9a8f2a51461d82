package com.humantraffickingexperts.lti.launch;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.humantraffickingexperts.lti.registration.Origin;

/** What the layout needs to know of the platform around a launch's page. */
@ControllerAdvice
class LaunchPageModel {

	@ModelAttribute
	void platform(HttpServletRequest request, Model model) {
		if (!request.getRequestURI().startsWith("/launches/")) {
			return;
		}
		CurrentLaunch launch = LaunchSessionFilter.session(request).launch();
		String returnUrl = launch.presentation().returnUrl();
		String origin = (returnUrl == null) ? null : Origin.of(returnUrl);
		model.addAttribute("platformOrigin",
				Objects.requireNonNullElse((origin != null) ? origin : Origin.of(launch.registration().issuer()), ""));
		model.addAttribute("platformFamily", launch.family().name());
	}

}
