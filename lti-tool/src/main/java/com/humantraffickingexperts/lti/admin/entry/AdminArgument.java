package com.humantraffickingexperts.lti.admin.entry;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import com.humantraffickingexperts.lti.admin.Administrator;

/** Gives a controller the administrator who is signed in. */
final class AdminArgument implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Administrator.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return Objects.requireNonNull(signedIn(), "a page that takes an administrator has to lie below /admin");
	}

	/** The administrator of this request, or null when nobody is signed in. */
	static @Nullable Administrator signedIn() {
		return (SecurityContextHolder.getContext().getAuthentication() instanceof AdminAuthentication authentication)
				? authentication.getPrincipal() : null;
	}

}
