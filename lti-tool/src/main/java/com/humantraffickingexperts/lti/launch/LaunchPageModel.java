package com.humantraffickingexperts.lti.launch;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

import com.humantraffickingexperts.lti.registration.Origin;

/** What the layout needs to know of the platform around a launch's page. */
final class LaunchPageModel implements HandlerInterceptor {

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page == null || page.getViewName() == null) {
			return;
		}
		CurrentLaunch launch = LaunchSessionFilter.session(request).launch();
		String returnUrl = launch.presentation().returnUrl();
		String origin = (returnUrl == null) ? null : Origin.of(returnUrl);
		page.addObject("platformOrigin",
				Objects.requireNonNullElse((origin != null) ? origin : Origin.of(launch.registration().issuer()), ""));
		page.addObject("platformFamily", launch.family().name());
	}

}
